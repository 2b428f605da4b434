-- Versions of the same product that were in place before, each with the last day: a patch does not undo what came in
-- through the flaw it mends.
alter table installation add column earlier_versions text;
