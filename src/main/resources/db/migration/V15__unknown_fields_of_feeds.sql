-- What stands in the last file of a feed and is not known here, with how often it does: a list as JSON.
alter table feed add column unknown_fields text;
