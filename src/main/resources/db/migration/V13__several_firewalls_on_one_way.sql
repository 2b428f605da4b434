-- Several devices may guard one link, each at its place on the way. What was stored before is at the first place, with its
-- revisions as they are numbered; whether such a device rewrites addresses was not looked at, which its rows say by null.
alter table rule_set add column place integer default 1 not null;
alter table rule_set add column rewriting varchar(20);
alter table rule_set drop constraint pk_rule_set;
alter table rule_set add constraint pk_rule_set primary key (link_kind, link_key, place, revision);
