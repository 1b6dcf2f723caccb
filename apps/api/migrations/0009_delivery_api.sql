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

-- Lists of the public API, and what cards and articles say besides.

-- What kind of piece an article is, by the agency's own list, and which others an editor put beside it.
ALTER TABLE "sites" ADD COLUMN "genres" text[] DEFAULT '{"Tin","Bài","Phỏng vấn","Phóng sự ảnh"}' NOT NULL;
ALTER TABLE "article_revisions" ADD COLUMN "genre" text;
ALTER TABLE "article_revisions" ADD COLUMN "related_ids" uuid[] DEFAULT '{}' NOT NULL;

-- The same text in several languages is one group, named after the first. An article alone is a group of its own.
ALTER TABLE "articles" ADD COLUMN "translation_group" uuid;
UPDATE "articles" SET "translation_group" = "id";
ALTER TABLE "articles" ALTER COLUMN "translation_group" SET NOT NULL;
ALTER TABLE "articles" ADD CONSTRAINT "articles_translation" UNIQUE("translation_group","locale");

CREATE FUNCTION begin_translation_group() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.translation_group := coalesce(NEW.translation_group, NEW.id);
  RETURN NEW;
END $$;
CREATE TRIGGER articles_begin_translation_group BEFORE INSERT ON articles FOR EACH ROW EXECUTE FUNCTION begin_translation_group();

-- A sealed revision that is emptied loses these too.
CREATE OR REPLACE FUNCTION refuse_change_of_sealed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' AND NOT EXISTS (SELECT FROM articles WHERE id = OLD.article_id) THEN RETURN OLD; END IF;
  IF TG_OP = 'UPDATE' AND OLD.redacted_at IS NULL AND NEW.redacted_at IS NOT NULL AND NEW.sealed
    AND (NEW.id, NEW.article_id, NEW.number, NEW.saved_by, NEW.saved_at, NEW.begun_at)
      IS NOT DISTINCT FROM (OLD.id, OLD.article_id, OLD.number, OLD.saved_by, OLD.saved_at, OLD.begun_at)
    AND (NEW.title, NEW.kicker, NEW.sapo, NEW.body_text, NEW.hero_media_id, NEW.event, NEW.source, NEW.label, NEW.genre)
      IS NOT DISTINCT FROM ('', NULL, NULL, '', NULL::uuid, NULL::jsonb, NULL::jsonb, NULL, NULL)
    AND NEW.body = '{"type":"doc","content":[]}'::jsonb
    AND NEW.bylines = '[]'::jsonb AND NEW.units = '[]'::jsonb AND NEW.category_ids = '{}' AND NEW.tag_ids = '{}' AND NEW.related_ids = '{}'
  THEN RETURN NEW; END IF;
  RAISE EXCEPTION 'revision % is sealed', OLD.id USING ERRCODE = 'restrict_violation', CONSTRAINT = 'article_revisions_sealed';
END $$;

ALTER TABLE "published"."articles" ADD COLUMN "genre" text;
ALTER TABLE "published"."articles" ADD COLUMN "translation_group" uuid;
UPDATE "published"."articles" SET "translation_group" = "id";
-- The generation grows now: a table with triggers to come cannot be altered.
SET CONSTRAINTS ALL IMMEDIATE;
SET CONSTRAINTS ALL DEFERRED;
ALTER TABLE "published"."articles" ALTER COLUMN "translation_group" SET NOT NULL;

-- What lists are ordered and narrowed by stands in the tables of links too: only so is one index what a list of a unit, author, category
-- or tag is read from, and a page costs a page, however many articles there are.
ALTER TABLE "published"."article_authors" ADD COLUMN "site_id" uuid, ADD COLUMN "format" text, ADD COLUMN "listed" boolean, ADD COLUMN "published_at" timestamp (3) with time zone, ADD COLUMN "updated_at" timestamp (3) with time zone;
ALTER TABLE "published"."article_units" ADD COLUMN "site_id" uuid, ADD COLUMN "format" text, ADD COLUMN "listed" boolean, ADD COLUMN "published_at" timestamp (3) with time zone, ADD COLUMN "updated_at" timestamp (3) with time zone;
ALTER TABLE "published"."article_categories" ADD COLUMN "site_id" uuid, ADD COLUMN "format" text, ADD COLUMN "listed" boolean, ADD COLUMN "published_at" timestamp (3) with time zone, ADD COLUMN "updated_at" timestamp (3) with time zone;
ALTER TABLE "published"."article_tags" ADD COLUMN "site_id" uuid, ADD COLUMN "format" text, ADD COLUMN "listed" boolean, ADD COLUMN "published_at" timestamp (3) with time zone, ADD COLUMN "updated_at" timestamp (3) with time zone;
UPDATE "published"."article_authors" l SET site_id = a.site_id, format = a.format, listed = a.listed, published_at = a.published_at, updated_at = a.updated_at FROM published.articles a WHERE a.id = l.article_id;
UPDATE "published"."article_units" l SET site_id = a.site_id, format = a.format, listed = a.listed, published_at = a.published_at, updated_at = a.updated_at FROM published.articles a WHERE a.id = l.article_id;
UPDATE "published"."article_categories" l SET site_id = a.site_id, format = a.format, listed = a.listed, published_at = a.published_at, updated_at = a.updated_at FROM published.articles a WHERE a.id = l.article_id;
UPDATE "published"."article_tags" l SET site_id = a.site_id, format = a.format, listed = a.listed, published_at = a.published_at, updated_at = a.updated_at FROM published.articles a WHERE a.id = l.article_id;
ALTER TABLE "published"."article_authors" ALTER COLUMN "site_id" SET NOT NULL, ALTER COLUMN "format" SET NOT NULL, ALTER COLUMN "listed" SET NOT NULL, ALTER COLUMN "published_at" SET NOT NULL, ALTER COLUMN "updated_at" SET NOT NULL;
ALTER TABLE "published"."article_units" ALTER COLUMN "site_id" SET NOT NULL, ALTER COLUMN "format" SET NOT NULL, ALTER COLUMN "listed" SET NOT NULL, ALTER COLUMN "published_at" SET NOT NULL, ALTER COLUMN "updated_at" SET NOT NULL;
ALTER TABLE "published"."article_categories" ALTER COLUMN "site_id" SET NOT NULL, ALTER COLUMN "format" SET NOT NULL, ALTER COLUMN "listed" SET NOT NULL, ALTER COLUMN "published_at" SET NOT NULL, ALTER COLUMN "updated_at" SET NOT NULL;
ALTER TABLE "published"."article_tags" ALTER COLUMN "site_id" SET NOT NULL, ALTER COLUMN "format" SET NOT NULL, ALTER COLUMN "listed" SET NOT NULL, ALTER COLUMN "published_at" SET NOT NULL, ALTER COLUMN "updated_at" SET NOT NULL;

DROP INDEX "published"."published_article_authors_author";
DROP INDEX "published"."published_article_units_unit";
DROP INDEX "published"."published_article_categories_category";
DROP INDEX "published"."published_article_tags_tag";
CREATE INDEX "published_article_authors_latest" ON "published"."article_authors" USING btree ("author_id","site_id","format","published_at" DESC,"article_id" DESC) WHERE "listed";
CREATE INDEX "published_article_authors_changed" ON "published"."article_authors" USING btree ("author_id","site_id","format","updated_at" DESC,"article_id" DESC) WHERE "listed";
CREATE INDEX "published_article_units_latest" ON "published"."article_units" USING btree ("unit_id","site_id","format","published_at" DESC,"article_id" DESC) WHERE "listed";
CREATE INDEX "published_article_units_changed" ON "published"."article_units" USING btree ("unit_id","site_id","format","updated_at" DESC,"article_id" DESC) WHERE "listed";
CREATE INDEX "published_article_categories_latest" ON "published"."article_categories" USING btree ("category_id","site_id","format","published_at" DESC,"article_id" DESC) WHERE "listed";
CREATE INDEX "published_article_categories_changed" ON "published"."article_categories" USING btree ("category_id","site_id","format","updated_at" DESC,"article_id" DESC) WHERE "listed";
CREATE INDEX "published_article_tags_latest" ON "published"."article_tags" USING btree ("tag_id","site_id","format","published_at" DESC,"article_id" DESC) WHERE "listed";
CREATE INDEX "published_article_tags_changed" ON "published"."article_tags" USING btree ("tag_id","site_id","format","updated_at" DESC,"article_id" DESC) WHERE "listed";
CREATE INDEX "published_articles_changed" ON "published"."articles" USING btree ("site_id","format","updated_at" DESC,"id" DESC) WHERE "listed";
CREATE INDEX "published_articles_genre" ON "published"."articles" USING btree ("site_id","format","genre","published_at" DESC,"id" DESC) WHERE "listed";
CREATE INDEX "published_articles_locale" ON "published"."articles" USING btree ("site_id","format","locale","published_at" DESC,"id" DESC) WHERE "listed";
CREATE INDEX "published_articles_translations" ON "published"."articles" USING btree ("translation_group");
CREATE INDEX "tags_by_name" ON "tags" USING btree ("site_id","name" COLLATE "vi-x-icu","id");

CREATE TABLE "published"."article_related" (
	"article_id" uuid NOT NULL,
	"position" smallint NOT NULL,
	"related_id" uuid NOT NULL,
	CONSTRAINT "article_related_article_id_position_pk" PRIMARY KEY("article_id","position")
);
ALTER TABLE "published"."article_related" ADD CONSTRAINT "article_related_article_id_articles_id_fk" FOREIGN KEY ("article_id") REFERENCES "published"."articles"("id") ON DELETE cascade ON UPDATE no action;
CREATE INDEX "published_article_related_related" ON "published"."article_related" USING btree ("related_id");

-- What the home page sets before everything else.
CREATE TABLE "home_slots" (
	"site_id" uuid NOT NULL,
	"position" smallint NOT NULL,
	"article_id" uuid NOT NULL,
	"until" timestamp (3) with time zone,
	CONSTRAINT "home_slots_pkey" PRIMARY KEY("site_id","position"),
	CONSTRAINT "home_slots_article" UNIQUE("article_id","site_id")
);
ALTER TABLE "home_slots" ADD CONSTRAINT "home_slots_site_id_sites_id_fk" FOREIGN KEY ("site_id") REFERENCES "public"."sites"("id") ON DELETE no action ON UPDATE no action;
ALTER TABLE "home_slots" ADD CONSTRAINT "home_slots_article_id_articles_id_fk" FOREIGN KEY ("article_id") REFERENCES "public"."articles"("id") ON DELETE cascade ON UPDATE no action;
CREATE CONSTRAINT TRIGGER grow_public_generation AFTER INSERT OR UPDATE OR DELETE ON home_slots
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION grow_public_generation();
CREATE VIEW published.home_slots AS SELECT site_id, position, article_id FROM public.home_slots WHERE until IS NULL OR until > now();

CREATE OR REPLACE VIEW published.sites AS
  SELECT id, host, name, root_unit_id, time_zone, locales,
         coalesce(settings -> 'contacts', '{}') AS contacts,
         settings ->> 'responsiblePerson' AS responsible_person,
         settings ->> 'licence' AS licence,
         settings ->> 'reuse' AS reuse,
         settings ->> 'shortName' AS short_name,
         settings -> 'logo' AS logo,
         coalesce(settings -> 'menus', '[]') AS menus,
         coalesce(settings -> 'alerts', '[]') AS alerts,
         genres
  FROM public.sites;
