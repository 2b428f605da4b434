-- What persons of ours say of single vulnerabilities in software of ours. A vulnerability goes by many names, so it is no key.
create table analyst_verdict (
    object_key varchar(100) not null,
    key_folded varchar(100) not null,
    name varchar(400) not null,
    name_folded varchar(4000),
    version integer not null,
    created_at timestamp(6) with time zone not null,
    updated_at timestamp(6) with time zone not null,
    advisory varchar(100) not null,
    product varchar(100),
    installation varchar(100),
    versions text,
    covered_versions text not null,
    covered_vulnerabilities text not null,
    proven_versions text,
    covered_software text,
    vex_state varchar(30) not null,
    justification varchar(60),
    reason text not null,
    evidence text,
    overrides_proof boolean,
    overrides boolean not null,
    author varchar(400),
    recorded_by varchar(400) not null,
    given_at timestamp(6) with time zone not null,
    valid_until date not null,
    constraint pk_analyst_verdict primary key (object_key),
    constraint uq_analyst_verdict_key unique (key_folded),
    constraint fk_analyst_verdict_product foreign key (product) references software_product (object_key),
    constraint fk_analyst_verdict_installation foreign key (installation) references installation (object_key)
);
create index ix_analyst_verdict_name on analyst_verdict (name, object_key);
create index ix_analyst_verdict_updated_at on analyst_verdict (updated_at, object_key);
create index ix_analyst_verdict_product on analyst_verdict (product, object_key);
create index ix_analyst_verdict_installation on analyst_verdict (installation, object_key);
