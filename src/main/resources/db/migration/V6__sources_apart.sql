-- What a person wrote is kept apart from what feeds say; what is shown is made of both.
alter table advisory add column own text;
alter table advisory add column own_at timestamp(6) with time zone;

-- The vulnerability an advisory is about: its CVE id, or the key of the only advisory that speaks of it.
alter table advisory add column vulnerability varchar(100) default '' not null;
update advisory set vulnerability = coalesce(cve, object_key);
create index ix_advisory_vulnerability on advisory (vulnerability);

-- Whether other advisories are about the same vulnerability.
alter table advisory add column shared boolean default false not null;

-- When the publisher released what is held, by its own word; absent where it did not say, or was held before this was kept.
alter table feed add column released_at timestamp(6) with time zone;
alter table feed add column older_count integer default 0 not null;
alter table feed add column notes text;

-- The latest catalogue of exploited vulnerabilities that lists an entry, and every catalogue there was. What was held
-- before this was kept counts as listed by one that is older than any other.
create table kev_entry (
    cve varchar(30) not null,
    listed_at timestamp(6) with time zone not null,
    constraint pk_kev_entry primary key (cve)
);
insert into kev_entry (cve, listed_at)
select cve, timestamp with time zone '1970-01-01 00:00:00+00' from advisory
where cve is not null and statements like '%"KEV":{%' group by cve;
create table kev_release (
    released_at timestamp(6) with time zone not null,
    constraint pk_kev_release primary key (released_at)
);
