-- A finding is told from others by what it is about, its rule and its cause, in words: rows that are written together
-- then lie together, where hashes scatter them over the whole index.
drop index ix_finding_subject;
alter table finding drop constraint uq_finding_identity;
alter table finding drop column identity_hash;
alter table finding add constraint uq_finding_identity unique (subject_key, subject_kind, code, cause);

-- The list is read by severity, with or without a filter, and no page may cost a look at all rows.
create index ix_finding_rank on finding (severity_rank, id);
drop index ix_finding_third_party;
create index ix_finding_third_party on finding (third_party, severity_rank, id);
drop index ix_finding_code;
create index ix_finding_code on finding (code, severity_rank, id);
drop index ix_finding_connection_point;
create index ix_finding_connection_point on finding (connection_point, severity_rank, id);
drop index ix_finding_organization;
create index ix_finding_organization on finding (organization, severity_rank, id);
drop index ix_finding_zone;
create index ix_finding_zone on finding (zone, severity_rank, id);
