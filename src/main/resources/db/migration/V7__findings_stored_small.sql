-- Findings are most of what is stored. They are written anew, without what other columns say already: the digest of a row,
-- and its severity in words beside its rank. A number that goes up tells rows apart and breaks ties in lists; it takes a
-- ninth of an id in words, in every index. It leaves out every second number: a finding that is written anew beside its row
-- of before takes that one, and keeps its place in every list.
--
-- Rows count from one revision on until another, exclusively. What is written in many commits counts from the next
-- revision on, so that nobody sees half of it, and appears as a whole when that revision is published.
create table publication (
    id integer not null,
    revision integer not null,
    -- Whether there are rows that do not count yet, or no more.
    unfinished boolean not null,
    constraint pk_publication primary key (id),
    constraint ck_publication_one check (id = 1)
);
insert into publication (id, revision, unfinished) values (1, 1, false);

create table finding_small (
    number integer not null,
    from_revision integer not null,
    to_revision integer not null,
    severity_rank smallint not null,
    id uuid not null,
    first_seen timestamp(6) with time zone not null,
    updated_at timestamp(6) with time zone not null,
    resolved_at timestamp(6) with time zone,
    code varchar(20) not null,
    status varchar(20) not null,
    subject_kind varchar(30) not null,
    subject_key varchar(100) not null,
    subject_name varchar(400) not null,
    cause varchar(500) not null,
    third_party varchar(100),
    connection_point varchar(100),
    zone varchar(100),
    organization varchar(100),
    detail text not null,
    evidence text not null,
    accepted_until date,
    accepted_reason text,
    accepted_by varchar(100),
    accepted_severity varchar(20),
    accepted_scope text,
    reopened_because text
);
insert into finding_small (number, from_revision, to_revision, severity_rank, id, first_seen, updated_at, resolved_at, code, status, subject_kind,
    subject_key, subject_name, cause, third_party, connection_point, zone, organization, detail, evidence,
    accepted_until, accepted_reason, accepted_by, accepted_severity, accepted_scope, reopened_because)
select cast(2 * row_number() over (order by id) as integer), 1, 2147483647, severity_rank, cast(id as uuid), first_seen, updated_at,
    resolved_at, code, status, subject_kind, subject_key, subject_name, cause, third_party, connection_point, zone,
    organization, detail, evidence, accepted_until, accepted_reason, accepted_by, accepted_severity, accepted_scope,
    reopened_because
from finding order by id;
drop table finding;
alter table finding_small rename to finding;
alter table finding add constraint pk_finding primary key (number);

-- What may concern very many rows is read in order of severity; among few the rest of the order is made when it is asked
-- for, and rows alike in an index then take nearly no room in it.
create index ix_finding_id on finding (id);
create index ix_finding_subject_key on finding (subject_key);
create index ix_finding_connection_point on finding (connection_point);
create index ix_finding_rank on finding (severity_rank, number);
create index ix_finding_severity on finding (status, severity_rank, number);
create index ix_finding_code on finding (code, severity_rank, number);
create index ix_finding_third_party on finding (third_party, severity_rank);
create index ix_finding_organization on finding (organization, severity_rank, number);
create index ix_finding_zone on finding (zone, severity_rank);
create index ix_finding_updated on finding (updated_at, number);

alter table score add column from_revision integer default 1 not null;
alter table score add column to_revision integer default 2147483647 not null;
alter table score drop constraint pk_score;
alter table score add constraint pk_score primary key (subject_kind, subject_key, from_revision);
alter table score_point add column from_revision integer default 1 not null;
alter table score_point add column to_revision integer default 2147483647 not null;
alter table score_point drop constraint pk_score_point;
alter table score_point add constraint pk_score_point primary key (subject_kind, subject_key, on_day, from_revision);
