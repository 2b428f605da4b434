-- Plain SQL that H2 and PostgreSQL read alike. Keys are natural: chosen by the caller, immutable, referred to directly.

create table organization (
    object_key varchar(100) not null,
    key_folded varchar(100) not null,
    name varchar(400) not null,
    version integer not null,
    created_at timestamp(6) with time zone not null,
    updated_at timestamp(6) with time zone not null,
    parent varchar(100),
    constraint pk_organization primary key (object_key),
    constraint uq_organization_key unique (key_folded),
    constraint fk_organization_parent foreign key (parent) references organization (object_key)
);
create index ix_organization_name on organization (name, object_key);
create index ix_organization_updated_at on organization (updated_at, object_key);
create index ix_organization_parent on organization (parent, object_key);

create table third_party (
    object_key varchar(100) not null,
    key_folded varchar(100) not null,
    name varchar(400) not null,
    version integer not null,
    created_at timestamp(6) with time zone not null,
    updated_at timestamp(6) with time zone not null,
    kind varchar(20) not null,
    criticality integer,
    parent varchar(100),
    owner varchar(400),
    contacts text,
    agreement text,
    assessed_on date,
    subprocessors_declared double precision,
    external_rating double precision,
    state varchar(20),
    notice varchar(20),
    constraint pk_third_party primary key (object_key),
    constraint uq_third_party_key unique (key_folded),
    constraint fk_third_party_parent foreign key (parent) references third_party (object_key)
);
create index ix_third_party_name on third_party (name, object_key);
create index ix_third_party_updated_at on third_party (updated_at, object_key);
create index ix_third_party_parent on third_party (parent, object_key);

create table software_product (
    object_key varchar(100) not null,
    key_folded varchar(100) not null,
    name varchar(400) not null,
    version integer not null,
    created_at timestamp(6) with time zone not null,
    updated_at timestamp(6) with time zone not null,
    vendor varchar(400),
    supplier varchar(100),
    purl varchar(1000),
    cpe varchar(500),
    aliases text,
    constraint pk_software_product primary key (object_key),
    constraint uq_software_product_key unique (key_folded),
    constraint fk_software_product_supplier foreign key (supplier) references third_party (object_key)
);
create index ix_software_product_name on software_product (name, object_key);
create index ix_software_product_updated_at on software_product (updated_at, object_key);
create index ix_software_product_supplier on software_product (supplier, object_key);

create table zone (
    object_key varchar(100) not null,
    key_folded varchar(100) not null,
    name varchar(400) not null,
    version integer not null,
    created_at timestamp(6) with time zone not null,
    updated_at timestamp(6) with time zone not null,
    organization varchar(100) not null,
    cidrs text,
    criticality integer,
    environment varchar(20),
    holds_critical_data boolean,
    monitoring text,
    egress varchar(20),
    constraint pk_zone primary key (object_key),
    constraint uq_zone_key unique (key_folded),
    constraint fk_zone_organization foreign key (organization) references organization (object_key)
);
create index ix_zone_name on zone (name, object_key);
create index ix_zone_updated_at on zone (updated_at, object_key);
create index ix_zone_organization on zone (organization, object_key);

create table asset (
    object_key varchar(100) not null,
    key_folded varchar(100) not null,
    name varchar(400) not null,
    version integer not null,
    created_at timestamp(6) with time zone not null,
    updated_at timestamp(6) with time zone not null,
    zone_key varchar(100) not null,
    addresses text,
    criticality integer,
    managed_by varchar(100),
    monitoring text,
    credential_group varchar(200),
    constraint pk_asset primary key (object_key),
    constraint uq_asset_key unique (key_folded),
    constraint fk_asset_zone_key foreign key (zone_key) references zone (object_key),
    constraint fk_asset_managed_by foreign key (managed_by) references third_party (object_key)
);
create index ix_asset_name on asset (name, object_key);
create index ix_asset_updated_at on asset (updated_at, object_key);
create index ix_asset_zone_key on asset (zone_key, object_key);
create index ix_asset_managed_by on asset (managed_by, object_key);

create table connection_point (
    object_key varchar(100) not null,
    key_folded varchar(100) not null,
    name varchar(400) not null,
    version integer not null,
    created_at timestamp(6) with time zone not null,
    updated_at timestamp(6) with time zone not null,
    third_party varchar(100) not null,
    zone_key varchar(100) not null,
    asset varchar(100),
    privileged boolean,
    source_cidrs text,
    transport varchar(30),
    access varchar(20),
    authentication varchar(30),
    egress varchar(20),
    monitoring text,
    approved_flows text,
    firewall_stated boolean not null,
    firewall_state varchar(20),
    firewall_product varchar(100),
    inspected_on date,
    inspection_due_on date,
    reviewed_on date,
    state varchar(20),
    constraint pk_connection_point primary key (object_key),
    constraint uq_connection_point_key unique (key_folded),
    constraint fk_connection_point_third_party foreign key (third_party) references third_party (object_key),
    constraint fk_connection_point_zone_key foreign key (zone_key) references zone (object_key),
    constraint fk_connection_point_asset foreign key (asset) references asset (object_key),
    constraint fk_connection_point_firewall_product foreign key (firewall_product) references software_product (object_key)
);
create index ix_connection_point_name on connection_point (name, object_key);
create index ix_connection_point_updated_at on connection_point (updated_at, object_key);
create index ix_connection_point_third_party on connection_point (third_party, object_key);
create index ix_connection_point_zone_key on connection_point (zone_key, object_key);
create index ix_connection_point_asset on connection_point (asset, object_key);
create index ix_connection_point_firewall_product on connection_point (firewall_product, object_key);

create table zone_link (
    object_key varchar(100) not null,
    key_folded varchar(100) not null,
    name varchar(400) not null,
    version integer not null,
    created_at timestamp(6) with time zone not null,
    updated_at timestamp(6) with time zone not null,
    from_zone varchar(100) not null,
    to_zone varchar(100) not null,
    transport varchar(30),
    access varchar(20),
    authentication varchar(30),
    egress varchar(20),
    monitoring text,
    approved_flows text,
    firewall_stated boolean not null,
    firewall_state varchar(20),
    firewall_product varchar(100),
    inspected_on date,
    inspection_due_on date,
    reviewed_on date,
    state varchar(20),
    constraint pk_zone_link primary key (object_key),
    constraint uq_zone_link_key unique (key_folded),
    constraint fk_zone_link_from_zone foreign key (from_zone) references zone (object_key),
    constraint fk_zone_link_to_zone foreign key (to_zone) references zone (object_key),
    constraint fk_zone_link_firewall_product foreign key (firewall_product) references software_product (object_key)
);
create index ix_zone_link_name on zone_link (name, object_key);
create index ix_zone_link_updated_at on zone_link (updated_at, object_key);
create index ix_zone_link_from_zone on zone_link (from_zone, object_key);
create index ix_zone_link_to_zone on zone_link (to_zone, object_key);
create index ix_zone_link_firewall_product on zone_link (firewall_product, object_key);

create table installation (
    object_key varchar(100) not null,
    key_folded varchar(100) not null,
    name varchar(400) not null,
    version integer not null,
    created_at timestamp(6) with time zone not null,
    updated_at timestamp(6) with time zone not null,
    product varchar(100) not null,
    product_version varchar(400),
    asset varchar(100),
    connection_point varchar(100),
    zone_key varchar(100),
    use_state varchar(20),
    use_state_since date not null,
    first_known_on date,
    version_recorded_on date not null,
    treatments text,
    constraint pk_installation primary key (object_key),
    constraint uq_installation_key unique (key_folded),
    constraint fk_installation_product foreign key (product) references software_product (object_key),
    constraint fk_installation_asset foreign key (asset) references asset (object_key),
    constraint fk_installation_connection_point foreign key (connection_point) references connection_point (object_key),
    constraint fk_installation_zone_key foreign key (zone_key) references zone (object_key)
);
create index ix_installation_name on installation (name, object_key);
create index ix_installation_updated_at on installation (updated_at, object_key);
create index ix_installation_product on installation (product, object_key);
create index ix_installation_asset on installation (asset, object_key);
create index ix_installation_connection_point on installation (connection_point, object_key);
create index ix_installation_zone_key on installation (zone_key, object_key);

create table advisory (
    object_key varchar(100) not null,
    key_folded varchar(100) not null,
    name varchar(400) not null,
    version integer not null,
    created_at timestamp(6) with time zone not null,
    updated_at timestamp(6) with time zone not null,
    cve varchar(30),
    aliases text,
    published boolean,
    description text,
    affected text,
    fix text,
    cvss double precision,
    epss double precision,
    exploited text,
    public_exploit boolean,
    automatable boolean,
    impact varchar(20),
    known_on date,
    recorded_on date not null,
    withdrawn_on date,
    statements text,
    constraint pk_advisory primary key (object_key),
    constraint uq_advisory_key unique (key_folded)
);
create index ix_advisory_name on advisory (name, object_key);
create index ix_advisory_updated_at on advisory (updated_at, object_key);
create index ix_advisory_cve on advisory (cve, object_key);

create table advisory_alias (
    alias varchar(100) not null,
    advisory varchar(100) not null,
    constraint pk_advisory_alias primary key (alias, advisory)
);
create index ix_advisory_alias_advisory on advisory_alias (advisory);

create table epss_year (
    cve_year integer not null,
    scores text not null,
    constraint pk_epss_year primary key (cve_year)
);

create table bill (
    product varchar(100) not null,
    product_version varchar(400) not null,
    bill text not null,
    stored_at timestamp(6) with time zone not null,
    constraint pk_bill primary key (product, product_version),
    constraint fk_bill_product foreign key (product) references software_product (object_key) on delete cascade
);

create table life_cycle (
    id varchar(200) not null,
    product text not null,
    constraint pk_life_cycle primary key (id)
);

create table rule_set (
    link_kind varchar(20) not null,
    link_key varchar(100) not null,
    revision integer not null,
    is_current boolean not null,
    format varchar(30) not null,
    guard text,
    sha256 varchar(64) not null,
    size_bytes bigint not null,
    rules text not null,
    stored_at timestamp(6) with time zone not null,
    stored_by varchar(100) not null,
    is_approved boolean not null,
    approved_at timestamp(6) with time zone,
    approved_by varchar(100),
    constraint pk_rule_set primary key (link_kind, link_key, revision)
);
create index ix_rule_set_current on rule_set (is_current, link_kind, link_key);
create index ix_rule_set_approved on rule_set (is_approved, link_kind, link_key);

create table inspection_campaign (
    object_key varchar(100) not null,
    key_folded varchar(100) not null,
    name varchar(400) not null,
    version integer not null,
    created_at timestamp(6) with time zone not null,
    updated_at timestamp(6) with time zone not null,
    due_on date not null,
    links text not null,
    constraint pk_inspection_campaign primary key (object_key),
    constraint uq_inspection_campaign_key unique (key_folded)
);
create index ix_inspection_campaign_name on inspection_campaign (name, object_key);
create index ix_inspection_campaign_updated_at on inspection_campaign (updated_at, object_key);

create table inspection (
    object_key varchar(100) not null,
    key_folded varchar(100) not null,
    name varchar(400) not null,
    version integer not null,
    created_at timestamp(6) with time zone not null,
    updated_at timestamp(6) with time zone not null,
    connection_point varchar(100),
    zone_link varchar(100),
    inspector varchar(400) not null,
    inspected_on date not null,
    outcome varchar(20) not null,
    rule_set_sha256 varchar(64),
    document varchar(1000),
    next_due_on date,
    campaign varchar(100),
    approved_by varchar(400),
    constraint pk_inspection primary key (object_key),
    constraint uq_inspection_key unique (key_folded),
    constraint fk_inspection_connection_point foreign key (connection_point) references connection_point (object_key),
    constraint fk_inspection_zone_link foreign key (zone_link) references zone_link (object_key),
    constraint fk_inspection_campaign foreign key (campaign) references inspection_campaign (object_key)
);
create index ix_inspection_name on inspection (name, object_key);
create index ix_inspection_updated_at on inspection (updated_at, object_key);
create index ix_inspection_connection_point on inspection (connection_point, object_key);
create index ix_inspection_zone_link on inspection (zone_link, object_key);
create index ix_inspection_campaign on inspection (campaign, object_key);

create table api_key (
    id varchar(12) not null,
    name varchar(400) not null,
    hash varchar(64) not null,
    role varchar(20) not null,
    created_at timestamp(6) with time zone not null,
    expires_at timestamp(6) with time zone,
    revoked_at timestamp(6) with time zone,
    last_used_at timestamp(6) with time zone,
    constraint pk_api_key primary key (id)
);

create table idempotency_record (
    record_key varchar(64) not null,
    request varchar(200) not null,
    status integer not null,
    location varchar(500),
    body text not null,
    created_at timestamp(6) with time zone not null,
    constraint pk_idempotency_record primary key (record_key)
);
create index ix_idempotency_record_created_at on idempotency_record (created_at);

create table import_job (
    id varchar(36) not null,
    state varchar(20) not null,
    dry_run boolean not null,
    line_count integer not null,
    lines_done integer not null,
    created_count integer not null,
    updated_count integer not null,
    unchanged_count integer not null,
    detail text,
    errors text,
    submitted_at timestamp(6) with time zone not null,
    finished_at timestamp(6) with time zone,
    constraint pk_import_job primary key (id)
);

create table feed (
    name varchar(30) not null,
    sha256 varchar(64),
    last_success_at timestamp(6) with time zone,
    record_count integer not null,
    change_count integer not null,
    skipped_count integer not null,
    skipped_reasons text,
    published_on date,
    last_error text,
    last_error_at timestamp(6) with time zone,
    constraint pk_feed primary key (name)
);

create table finding (
    id varchar(36) not null,
    identity_hash varchar(64) not null,
    content_digest varchar(64) not null,
    code varchar(20) not null,
    severity varchar(20) not null,
    severity_rank integer not null,
    status varchar(20) not null,
    subject_kind varchar(30) not null,
    subject_key varchar(100) not null,
    subject_name varchar(400) not null,
    cause varchar(500) not null,
    detail text not null,
    evidence text not null,
    third_party varchar(100),
    connection_point varchar(100),
    zone varchar(100),
    organization varchar(100),
    first_seen timestamp(6) with time zone not null,
    updated_at timestamp(6) with time zone not null,
    resolved_at timestamp(6) with time zone,
    accepted_until date,
    accepted_reason text,
    accepted_by varchar(100),
    constraint pk_finding primary key (id),
    constraint uq_finding_identity unique (identity_hash)
);
create index ix_finding_severity on finding (status, severity_rank, id);
create index ix_finding_updated on finding (updated_at, id);
create index ix_finding_subject on finding (subject_kind, subject_key);
create index ix_finding_third_party on finding (third_party, id);
create index ix_finding_code on finding (code, id);
create index ix_finding_connection_point on finding (connection_point, id);
create index ix_finding_organization on finding (organization, id);
create index ix_finding_zone on finding (zone, id);

create table score (
    subject_kind varchar(30) not null,
    subject_key varchar(100) not null,
    subject_name varchar(400) not null,
    milli_points integer not null,
    low_milli integer not null,
    high_milli integer not null,
    contributions text not null,
    model_version varchar(30) not null,
    as_of timestamp(6) with time zone not null,
    constraint pk_score primary key (subject_kind, subject_key)
);
create index ix_score_milli on score (subject_kind, milli_points, subject_key);
create index ix_score_name on score (subject_kind, subject_name, subject_key);

create table score_point (
    subject_kind varchar(30) not null,
    subject_key varchar(100) not null,
    on_day date not null,
    milli_points integer not null,
    low_milli integer not null,
    high_milli integer not null,
    model_version varchar(30) not null,
    constraint pk_score_point primary key (subject_kind, subject_key, on_day)
);
