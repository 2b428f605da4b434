-- The whole configuration of a device, stored once for all links that it guards. The text stands apart, because lists show
-- devices without it: compressed with gzip, in Base64. Sections are the lists, chains or policies of it, as JSON.
create table device (
    object_key varchar(100) not null,
    key_folded varchar(100) not null,
    revision integer not null,
    format varchar(30) not null,
    sha256 varchar(64) not null,
    size_bytes bigint not null,
    stored_at timestamp(6) with time zone not null,
    stored_by varchar(100) not null,
    constraint pk_device primary key (object_key),
    constraint uq_device_key unique (key_folded)
);
create table device_configuration (
    device varchar(100) not null,
    packed text not null,
    sections text not null,
    constraint pk_device_configuration primary key (device),
    constraint fk_device_configuration_device foreign key (device) references device (object_key)
);
-- A rule set may come from the configuration of a device: then it says from which, what the link stated of rewriting, which
-- sections it was read from (numbers as JSON), and what of its guard the configuration did not have any more.
alter table rule_set add column device varchar(100);
alter table rule_set add column stated_rewriting varchar(20);
alter table rule_set add column sections_read text;
alter table rule_set add column missing text;
create index ix_rule_set_device on rule_set (device, is_current);
