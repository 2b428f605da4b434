-- A third party may be known by name, or its addresses change: then any address may be its.
alter table connection_point add column source_names text;
alter table connection_point add column sources_dynamic boolean;
