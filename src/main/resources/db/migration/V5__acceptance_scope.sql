-- An acceptance covers what was accepted. One that stood before covers what its finding says at the first assessment after
-- the upgrade, at the severity it has now.
alter table finding add column accepted_severity varchar(20);
alter table finding add column accepted_scope text;
alter table finding add column reopened_because text;
update finding set accepted_severity = severity where status = 'ACCEPTED';
