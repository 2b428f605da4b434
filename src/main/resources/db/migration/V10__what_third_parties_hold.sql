-- Data and systems of ours that third parties hold: in no zone of ours, but of one of our organizations.
create table data_holding (
    object_key varchar(100) not null,
    key_folded varchar(100) not null,
    name varchar(400) not null,
    name_folded varchar(4000),
    version integer not null,
    created_at timestamp(6) with time zone not null,
    updated_at timestamp(6) with time zone not null,
    third_party varchar(100) not null,
    organization varchar(100) not null,
    held_data varchar(2000),
    held_records bigint,
    criticality integer,
    encrypted boolean,
    access_restricted boolean,
    configuration_reviewed_on date,
    exit_plan varchar(4000),
    deletion_proven_on date,
    constraint pk_data_holding primary key (object_key),
    constraint uq_data_holding_key unique (key_folded),
    constraint fk_data_holding_third_party foreign key (third_party) references third_party (object_key),
    constraint fk_data_holding_organization foreign key (organization) references organization (object_key)
);
create index ix_data_holding_name on data_holding (name, object_key);
create index ix_data_holding_updated_at on data_holding (updated_at, object_key);
create index ix_data_holding_third_party on data_holding (third_party, object_key);
create index ix_data_holding_organization on data_holding (organization, object_key);

-- Software runs there too.
alter table installation add column data_holding varchar(100);
alter table installation add constraint fk_installation_data_holding
    foreign key (data_holding) references data_holding (object_key);
create index ix_installation_data_holding on installation (data_holding, object_key);

-- Where nothing is stated, a zone is in use, a login shares nothing that is known of, and nobody tested a firewall.
alter table zone add column state varchar(20);
alter table connection_point add column credential_group varchar(200);
alter table connection_point add column identity_provider varchar(200);
alter table connection_point add column segmentation_tested_on date;
alter table zone_link add column segmentation_tested_on date;
