-- Names are searched in one case and form. What holds nothing but ASCII is read in small letters when it is searched, and
-- nothing is stored for it; the rest is folded by the service, because databases do not agree on it.
alter table organization add column name_folded varchar(4000);
alter table third_party add column name_folded varchar(4000);
alter table software_product add column name_folded varchar(4000);
alter table zone add column name_folded varchar(4000);
alter table asset add column name_folded varchar(4000);
alter table connection_point add column name_folded varchar(4000);
alter table zone_link add column name_folded varchar(4000);
alter table installation add column name_folded varchar(4000);
alter table advisory add column name_folded varchar(4000);
alter table inspection_campaign add column name_folded varchar(4000);
alter table inspection add column name_folded varchar(4000);
alter table finding add column subject_folded varchar(4000);
alter table score add column subject_folded varchar(4000);

-- The tables whose rows of before the next start has to fold.
create table unfolded_names (
    relation varchar(30) not null,
    id_columns varchar(100) not null,
    name_column varchar(30) not null,
    folded_column varchar(30) not null,
    constraint pk_unfolded_names primary key (relation)
);
insert into unfolded_names (relation, id_columns, name_column, folded_column) values
('organization', 'object_key', 'name', 'name_folded'),
('third_party', 'object_key', 'name', 'name_folded'),
('software_product', 'object_key', 'name', 'name_folded'),
('zone', 'object_key', 'name', 'name_folded'),
('asset', 'object_key', 'name', 'name_folded'),
('connection_point', 'object_key', 'name', 'name_folded'),
('zone_link', 'object_key', 'name', 'name_folded'),
('installation', 'object_key', 'name', 'name_folded'),
('advisory', 'object_key', 'name', 'name_folded'),
('inspection_campaign', 'object_key', 'name', 'name_folded'),
('inspection', 'object_key', 'name', 'name_folded'),
('finding', 'number', 'subject_name', 'subject_folded'),
('score', 'subject_kind,subject_key,from_revision', 'subject_name', 'subject_folded');

-- What findings are about is searched in an index: there are few words in it, and many in a row.
drop index ix_finding_subject_key;
create index ix_finding_subject on finding (subject_key, subject_name);
