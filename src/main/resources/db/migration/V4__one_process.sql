-- Which process works on this database: each that takes it over counts the epoch on. A takeover locks the row, and every
-- transaction that writes looks, under a shared lock held until its commit, whether the epoch is still its own.
create table assessor (
    id integer not null,
    epoch bigint not null,
    constraint pk_assessor primary key (id),
    constraint ck_assessor_one check (id = 1)
);

-- Until when that process is not to be disturbed, by the clock of the database; on its own so that renewing it waits for
-- no transaction.
create table assessor_heartbeat (
    id integer not null,
    epoch bigint not null,
    until timestamp(6) with time zone not null,
    constraint pk_assessor_heartbeat primary key (id),
    constraint ck_assessor_heartbeat_one check (id = 1)
);

insert into assessor (id, epoch) values (1, 0);
insert into assessor_heartbeat (id, epoch, until) values (1, 0, timestamp with time zone '1970-01-01 00:00:00+00');
