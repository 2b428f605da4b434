-- Scores that are the same are listed by what they were before they were raised or capped. What a line says names the path
-- of an attack, so lines are told by the assessment that found it; stored is what they come to, and a hash of them that
-- tells when they change. The next start computes all of it.
alter table score add column whole_milli integer default 0 not null;
alter table score add column digest varchar(32) default '' not null;
alter table score drop column contributions;
drop index ix_score_milli;
create index ix_score_milli on score (subject_kind, milli_points, whole_milli, low_milli, subject_key);
