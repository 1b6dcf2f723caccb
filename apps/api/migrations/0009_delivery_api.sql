-- What the public API answers from memory.

-- Until when an answer is true at the most, besides until the generation grows: names are those of today, so that it ends at the
-- site's midnight; and a minute is enough for whatever no trigger sees.
CREATE VIEW published.validity AS
  SELECT g.generation,
         least(60, extract(epoch FROM ((published.today() + 1)::timestamp
           AT TIME ZONE coalesce((SELECT time_zone FROM published.sites ORDER BY id LIMIT 1), 'UTC')) - now()))::float8 AS seconds
  FROM public.public_generation g;

-- What is told when the generation has grown says as well whether something was taken away: then nothing older may be shown any more,
-- not even while the database is away. Changes are written before the end of a transaction, at which the generation grows.
CREATE FUNCTION remember_taking_away() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM set_config('bantin.taken_away_in', pg_current_xact_id()::text, true);
  RETURN NULL;
END $$;

CREATE TRIGGER changes_take_away AFTER INSERT ON changes FOR EACH ROW
  WHEN (NEW.action = 'delete' OR NEW.reason IN ('withdrawn', 'personal_data')) EXECUTE FUNCTION remember_taking_away();

CREATE OR REPLACE FUNCTION grow_public_generation() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  this_transaction text := pg_current_xact_id()::text;
  grown bigint;
BEGIN
  IF current_setting('bantin.generation_grown_in', true) IS DISTINCT FROM this_transaction THEN
    PERFORM set_config('bantin.generation_grown_in', this_transaction, true);
    UPDATE public_generation SET generation = generation + 1 RETURNING generation INTO grown;
    PERFORM pg_notify('public_generation',
      grown::text || CASE WHEN current_setting('bantin.taken_away_in', true) = this_transaction THEN ' taken' ELSE '' END);
  END IF;
  RETURN NULL;
END $$;
