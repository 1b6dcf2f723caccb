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

-- The change feed. Its head, and what a portal is told of an article that left long ago, are shown too.
CREATE CONSTRAINT TRIGGER grow_public_generation AFTER INSERT ON changes
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION grow_public_generation();

-- The newest entry of each thing: what a portal reads that begins. Kept beside the feed, so that a page costs a page however often
-- things have changed. Written under the feed's lock, like the entry itself.
CREATE TABLE "newest_changes" (
	"entity" text NOT NULL,
	"entity_id" uuid NOT NULL,
	"site_id" uuid NOT NULL,
	"seq" bigint NOT NULL,
	CONSTRAINT "newest_changes_pkey" PRIMARY KEY("entity","entity_id"),
	CONSTRAINT "newest_changes_seq" UNIQUE("seq")
);

CREATE FUNCTION remember_newest_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO newest_changes (entity, entity_id, site_id, seq) VALUES (NEW.entity, NEW.entity_id, NEW.site_id, NEW.seq)
  ON CONFLICT ON CONSTRAINT newest_changes_pkey DO UPDATE SET seq = EXCLUDED.seq;
  RETURN NULL;
END $$;

CREATE TRIGGER changes_remember_newest AFTER INSERT ON changes FOR EACH ROW EXECUTE FUNCTION remember_newest_change();

INSERT INTO newest_changes SELECT DISTINCT ON (entity, entity_id) entity, entity_id, site_id, seq FROM changes ORDER BY entity, entity_id, seq DESC;

CREATE VIEW published.newest_changes AS SELECT site_id, seq FROM public.newest_changes;

-- A database that was put back to an older copy has lost what it told portals since: the feed goes on in a new epoch, from the last entry
-- that the copy has. Cursors of an epoch that is not here are of another history altogether.
CREATE TABLE "epochs" (
	"epoch" integer PRIMARY KEY NOT NULL,
	"restored_to" bigint NOT NULL,
	"began_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
CREATE TRIGGER epochs_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON epochs FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
INSERT INTO epochs (epoch, restored_to) SELECT epoch, 0 FROM public_generation;
CREATE VIEW published.epochs AS SELECT epoch, restored_to FROM public.epochs;

-- The file with all articles, as they were at one entry of the feed. It is given out only while nothing that may be in it was taken away:
-- asked of the feed itself, so that no verb has to think of it.
CREATE TABLE "dumps" (
	"id" uuid PRIMARY KEY NOT NULL,
	"epoch" integer NOT NULL,
	"seq" bigint NOT NULL,
	"bytes" bigint NOT NULL,
	"made_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
CREATE INDEX "changes_taken_away" ON "changes" USING btree ("seq") WHERE "changes"."action" = 'delete' OR "changes"."reason" IN ('withdrawn', 'personal_data');
CREATE VIEW published.dumps AS
  SELECT d.id, d.bytes, d.made_at FROM public.dumps d JOIN public.public_generation g ON g.epoch = d.epoch
  WHERE NOT EXISTS (SELECT FROM public.changes c WHERE c.seq > d.seq AND (c.action = 'delete' OR c.reason IN ('withdrawn', 'personal_data')));

-- Up to which entry of the feed caches in front of the site were told to forget. The row is made by the first who has one to tell.
CREATE TABLE "cache_purges" (
	"id" smallint PRIMARY KEY DEFAULT 1 NOT NULL,
	"seq" bigint NOT NULL,
	"leased_until" timestamp (3) with time zone DEFAULT '-infinity' NOT NULL,
	CONSTRAINT "cache_purges_one_row" CHECK ("cache_purges"."id" = 1)
);

-- The map of the site: an article's place in it is that of its first edition among all first editions of the log.
CREATE INDEX "publication_log_firsts" ON "publication_log" USING btree ("site_id","seq","article_id") WHERE "publication_log"."edition" = 1;
