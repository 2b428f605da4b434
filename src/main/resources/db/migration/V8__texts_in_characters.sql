-- Lengths are stated in characters. One database counts halves of some characters, so its columns hold twice as many.
alter table advisory_alias alter column alias set data type varchar(200);
alter table software_product alter column purl set data type varchar(2000);
alter table software_product alter column cpe set data type varchar(1000);
alter table inspection alter column document set data type varchar(2000);
