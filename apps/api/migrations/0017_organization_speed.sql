-- What keeps the rules of the organization looks at a few rows of one unit each time. Its plans are made once a connection, in an import while
-- there are few rows yet, and would read whole tables for each of the thousands that come in behind: they step into an index, whatever the
-- planner thinks of it.
ALTER FUNCTION keep_unit_life() SET enable_seqscan = off;
ALTER FUNCTION keep_unit_parents() SET enable_seqscan = off;
ALTER FUNCTION keep_bloc_members() SET enable_seqscan = off;
ALTER FUNCTION keep_of_members() SET enable_seqscan = off;
ALTER FUNCTION keep_appointments() SET enable_seqscan = off;
ALTER FUNCTION keep_unit_successions() SET enable_seqscan = off;
