-- Who changed what, in the order of ids, which are made of the time. Rows are inserted in the transaction that writes the
-- objects, are all of one transaction where tx is the same, and are never updated. An object is known by its collection, its
-- key and, where it is a part of another, its address below that one. Its version goes on across deletion and re-creation.
-- A body is the object as JSON, of at most 8 KB here; a larger one stands once under its SHA-256. Personal values in it, and
-- the source address, are ciphertext. row_hash covers the row before it of the same transaction and the columns of this one.
create table change_log (
    id uuid not null,
    tx uuid not null,
    at timestamp(6) with time zone not null,
    actor varchar(100) not null,
    trace_id varchar(32),
    source text,
    reason varchar(500),
    collection varchar(40) not null,
    object_key varchar(200) not null,
    part varchar(300) not null,
    operation varchar(10) not null,
    object_version bigint not null,
    body text,
    body_sha256 bytea,
    row_hash bytea not null,
    constraint pk_change_log primary key (id),
    constraint uq_change_log_version unique (collection, object_key, part, object_version)
);

create index ix_change_log_actor on change_log (actor, id);

create table change_body (
    sha256 bytea not null,
    body text not null,
    constraint pk_change_body primary key (sha256)
);

-- The key under which values of one person are sealed; whoever deletes it erases them. person is a hash of what the person
-- is known by. A person may have several keys.
create table person_key (
    id uuid not null,
    person bytea not null,
    secret bytea not null,
    constraint pk_person_key primary key (id)
);
create index ix_person_key_person on person_key (person);

-- Transactions whose changes no revision tells of yet. rows_hash is the row_hash of the last of them.
create table pending_change (
    tx uuid not null,
    change_count integer not null,
    rows_hash bytea not null,
    constraint pk_pending_change primary key (tx)
);

-- What was published, without a gap: hash covers the hash of the revision before and everything in this one.
create table revision (
    revision bigint not null,
    at timestamp(6) with time zone not null,
    on_day date not null,
    epoch bigint not null,
    judge varchar(200) not null,
    change_count integer not null,
    rows_hash bytea not null,
    hash bytea not null,
    constraint pk_revision primary key (revision)
);

create table revision_tx (
    tx uuid not null,
    revision bigint not null,
    change_count integer not null,
    rows_hash bytea not null,
    constraint pk_revision_tx primary key (tx),
    constraint fk_revision_tx_revision foreign key (revision) references revision (revision)
);
create index ix_revision_tx_revision on revision_tx (revision, tx);
