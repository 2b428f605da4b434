-- Names are searched in one case and form. What holds nothing but ASCII is folded here, the rest by the service at its next
-- start, because databases do not agree on it.
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
update organization set name_folded = lower(name) where octet_length(name) = char_length(name);
update third_party set name_folded = lower(name) where octet_length(name) = char_length(name);
update software_product set name_folded = lower(name) where octet_length(name) = char_length(name);
update zone set name_folded = lower(name) where octet_length(name) = char_length(name);
update asset set name_folded = lower(name) where octet_length(name) = char_length(name);
update connection_point set name_folded = lower(name) where octet_length(name) = char_length(name);
update zone_link set name_folded = lower(name) where octet_length(name) = char_length(name);
update installation set name_folded = lower(name) where octet_length(name) = char_length(name);
update advisory set name_folded = lower(name) where octet_length(name) = char_length(name);
update inspection_campaign set name_folded = lower(name) where octet_length(name) = char_length(name);
update inspection set name_folded = lower(name) where octet_length(name) = char_length(name);

create view named_object (kind, object_key, key_folded, name_folded) as
select 'PORTFOLIO', 'portfolio', 'portfolio', 'portfolio'
union all select 'ORGANIZATION', object_key, key_folded, name_folded from organization
union all select 'THIRD_PARTY', object_key, key_folded, name_folded from third_party
union all select 'CONNECTION_POINT', object_key, key_folded, name_folded from connection_point
union all select 'ZONE_LINK', object_key, key_folded, name_folded from zone_link
union all select 'ZONE', object_key, key_folded, name_folded from zone
union all select 'ASSET', object_key, key_folded, name_folded from asset
union all select 'INSTALLATION', object_key, key_folded, name_folded from installation
union all select 'SOFTWARE_PRODUCT', object_key, key_folded, name_folded from software_product;
