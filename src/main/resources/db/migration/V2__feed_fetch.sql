-- What is remembered of fetching a feed on a schedule.
create table feed_fetch (
    name varchar(30) not null,
    url text not null,
    etag varchar(500),
    last_modified varchar(500),
    sha256 varchar(64),
    attempted_at timestamp(6) with time zone not null,
    failures integer not null,
    next_at timestamp(6) with time zone not null,
    constraint pk_feed_fetch primary key (name)
);
