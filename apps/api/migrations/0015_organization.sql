-- The organization as it was on any day: what units are called and belong to, who follows them, who holds which post, and what blocs decide.

-- A unit is there on the days on which it has a name. `closed_on` is the first day on which it is not any more; it says what the periods of
-- its names say, so that whoever asks for open units needs no names.
ALTER TABLE "units" ADD COLUMN "closed_on" date, ADD COLUMN "opening_hours" text;
UPDATE "units" SET "closed_on" = published.today() WHERE "status" = 'closed';
UPDATE "unit_names" n SET "period" = n."period" * daterange(NULL, u."closed_on") FROM "units" u WHERE u."id" = n."unit_id" AND u."closed_on" IS NOT NULL;

CREATE TABLE "unit_successions" (
	"from_unit_id" uuid NOT NULL,
	"to_unit_id" uuid NOT NULL,
	"on_day" date NOT NULL,
	"kind" text NOT NULL,
	CONSTRAINT "unit_successions_pkey" PRIMARY KEY("from_unit_id","to_unit_id"),
	CONSTRAINT "unit_successions_kind" CHECK ("unit_successions"."kind" IN ('merged', 'split', 'replaced')),
	CONSTRAINT "unit_successions_not_self" CHECK ("unit_successions"."from_unit_id" <> "unit_successions"."to_unit_id")
);
ALTER TABLE "unit_successions" ADD CONSTRAINT "unit_successions_from_unit_id_units_id_fk" FOREIGN KEY ("from_unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;
ALTER TABLE "unit_successions" ADD CONSTRAINT "unit_successions_to_unit_id_units_id_fk" FOREIGN KEY ("to_unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;
CREATE INDEX "unit_successions_to" ON "unit_successions" USING btree ("to_unit_id");
CREATE INDEX "unit_parents_parent" ON "unit_parents" USING btree ("parent_id");
CREATE INDEX "bloc_members_unit" ON "bloc_members" USING btree ("unit_id");

-- People hold posts: an appointment is one person in one post for a period.
CREATE TABLE "people" (
	"id" uuid PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"full_name" text NOT NULL,
	"sort_key" text NOT NULL,
	"bio" text,
	"photo_media_id" uuid,
	"contacts" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "people_slug" UNIQUE("slug")
);
CREATE TABLE "posts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"unit_id" uuid NOT NULL,
	"name" text NOT NULL,
	"order" integer DEFAULT 0 NOT NULL,
	"seniority" integer DEFAULT 0 NOT NULL,
	"version" integer DEFAULT 1 NOT NULL
);
CREATE TABLE "appointments" (
	"id" uuid PRIMARY KEY NOT NULL,
	"post_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"period" daterange NOT NULL,
	"kind" text NOT NULL,
	"decision_no" text,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "appointments_kind" CHECK ("appointments"."kind" IN ('substantive', 'acting', 'concurrent')),
	CONSTRAINT "appointments_period_not_empty" CHECK (NOT isempty("appointments"."period"))
);
ALTER TABLE "people" ADD CONSTRAINT "people_photo_media_id_media_id_fk" FOREIGN KEY ("photo_media_id") REFERENCES "public"."media"("id") ON DELETE no action ON UPDATE no action;
ALTER TABLE "posts" ADD CONSTRAINT "posts_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;
ALTER TABLE "appointments" ADD CONSTRAINT "appointments_post_id_posts_id_fk" FOREIGN KEY ("post_id") REFERENCES "public"."posts"("id") ON DELETE no action ON UPDATE no action;
ALTER TABLE "appointments" ADD CONSTRAINT "appointments_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;
-- Nobody but a stand-in shares a post; nobody is twice in the same one.
ALTER TABLE "appointments" ADD CONSTRAINT "appointments_one_holder" EXCLUDE USING gist ("post_id" WITH =, "period" WITH &&) WHERE ("kind" = 'substantive');
ALTER TABLE "appointments" ADD CONSTRAINT "appointments_no_overlap" EXCLUDE USING gist ("post_id" WITH =, "person_id" WITH =, "period" WITH &&);
CREATE INDEX "people_photo" ON "people" USING btree ("photo_media_id") WHERE "photo_media_id" IS NOT NULL;
CREATE INDEX "posts_unit" ON "posts" USING btree ("unit_id");
CREATE INDEX "appointments_post" ON "appointments" USING btree ("post_id");
CREATE INDEX "appointments_person" ON "appointments" USING btree ("person_id");
CREATE INDEX "people_sorted" ON "people" USING btree ("sort_key" COLLATE "vi-x-icu","id");
ALTER TABLE "authors" ADD COLUMN "person_id" uuid;
ALTER TABLE "authors" ADD CONSTRAINT "authors_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;

-- Who leads a bloc in a year, as it was proposed or decided.
CREATE TABLE "bloc_terms" (
	"id" uuid PRIMARY KEY NOT NULL,
	"bloc_id" uuid NOT NULL,
	"year" integer NOT NULL,
	"unit_id" uuid NOT NULL,
	"role" text NOT NULL,
	"status" text NOT NULL,
	"decision_no" text,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "bloc_terms_once" UNIQUE("bloc_id","year","unit_id"),
	CONSTRAINT "bloc_terms_year" CHECK ("bloc_terms"."year" BETWEEN 1945 AND 2200),
	CONSTRAINT "bloc_terms_role" CHECK ("bloc_terms"."role" IN ('head', 'deputy')),
	CONSTRAINT "bloc_terms_status" CHECK ("bloc_terms"."status" IN ('proposed', 'decided'))
);
CREATE UNIQUE INDEX "bloc_terms_one_head" ON "bloc_terms" USING btree ("bloc_id","year") WHERE "bloc_terms"."role" = 'head' AND "bloc_terms"."status" = 'decided';

-- What a bloc's year came to: nobody outside sees it before it is decided.
CREATE TABLE "bloc_years" (
	"bloc_id" uuid NOT NULL,
	"year" integer NOT NULL,
	"status" text NOT NULL,
	"legal_basis" text,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "bloc_years_pkey" PRIMARY KEY("bloc_id","year"),
	CONSTRAINT "bloc_years_year" CHECK ("bloc_years"."year" BETWEEN 1945 AND 2200),
	CONSTRAINT "bloc_years_status" CHECK ("bloc_years"."status" IN ('proposed', 'decided'))
);
CREATE TABLE "bloc_results" (
	"bloc_id" uuid NOT NULL,
	"year" integer NOT NULL,
	"unit_id" uuid NOT NULL,
	"self_score" numeric,
	"bloc_score" numeric,
	"final_score" numeric,
	"rank" integer,
	"note" text,
	CONSTRAINT "bloc_results_pkey" PRIMARY KEY("bloc_id","year","unit_id")
);
CREATE TABLE "awards" (
	"id" uuid PRIMARY KEY NOT NULL,
	"bloc_id" uuid NOT NULL,
	"year" integer NOT NULL,
	"unit_id" uuid,
	"person_id" uuid,
	"title" text NOT NULL,
	"authority" text,
	"decision_no" text,
	"decided_on" date,
	"status" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "awards_year" CHECK ("awards"."year" BETWEEN 1945 AND 2200),
	CONSTRAINT "awards_one_winner" CHECK (num_nonnulls("awards"."unit_id", "awards"."person_id") = 1),
	CONSTRAINT "awards_status" CHECK ("awards"."status" IN ('proposed', 'decided', 'revoked')),
	CONSTRAINT "awards_decided_whole" CHECK ("awards"."status" = 'proposed' OR ("awards"."authority" IS NOT NULL AND "awards"."decided_on" IS NOT NULL))
);
ALTER TABLE "bloc_terms" ADD CONSTRAINT "bloc_terms_bloc_id_units_id_fk" FOREIGN KEY ("bloc_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;
ALTER TABLE "bloc_terms" ADD CONSTRAINT "bloc_terms_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;
ALTER TABLE "bloc_years" ADD CONSTRAINT "bloc_years_bloc_id_units_id_fk" FOREIGN KEY ("bloc_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;
ALTER TABLE "bloc_results" ADD CONSTRAINT "bloc_results_year_fk" FOREIGN KEY ("bloc_id","year") REFERENCES "public"."bloc_years"("bloc_id","year") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "bloc_results" ADD CONSTRAINT "bloc_results_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;
ALTER TABLE "awards" ADD CONSTRAINT "awards_bloc_id_units_id_fk" FOREIGN KEY ("bloc_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;
ALTER TABLE "awards" ADD CONSTRAINT "awards_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;
ALTER TABLE "awards" ADD CONSTRAINT "awards_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;
CREATE INDEX "awards_bloc" ON "awards" USING btree ("bloc_id","year");
CREATE INDEX "awards_unit" ON "awards" USING btree ("unit_id");
CREATE INDEX "awards_person" ON "awards" USING btree ("person_id");

-- Reorganizations, with every row they touched as it was and as it became: the last one can be undone by that.
CREATE TABLE "reorganizations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"by_user_id" uuid,
	"on_day" date NOT NULL,
	"plan" jsonb NOT NULL,
	"touched" jsonb NOT NULL,
	"undone_at" timestamp (3) with time zone
);
ALTER TABLE "reorganizations" ADD CONSTRAINT "reorganizations_by_user_id_users_id_fk" FOREIGN KEY ("by_user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;

-- Whom a published article names, with the title of the day: taken out of its body.
CREATE TABLE "published"."article_appointments" (
	"article_id" uuid NOT NULL,
	"position" smallint NOT NULL,
	"appointment_id" uuid NOT NULL,
	CONSTRAINT "article_appointments_pkey" PRIMARY KEY("article_id","position")
);
ALTER TABLE "published"."article_appointments" ADD CONSTRAINT "article_appointments_article_id_articles_id_fk" FOREIGN KEY ("article_id") REFERENCES "published"."articles"("id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "published"."article_appointments" ADD CONSTRAINT "article_appointments_appointment_id_appointments_id_fk" FOREIGN KEY ("appointment_id") REFERENCES "public"."appointments"("id") ON DELETE no action ON UPDATE no action;
CREATE INDEX "published_article_appointments_appointment" ON "published"."article_appointments" USING btree ("appointment_id","article_id");

-- What several rows promise together is looked at when everything of the transaction is done, one transaction after the other: whoever
-- changes the organization takes this lock before anything else.
CREATE FUNCTION lock_organization() RETURNS void LANGUAGE sql AS $$
  SELECT pg_advisory_xact_lock(hashtext('bantin organization'))
$$;

CREATE FUNCTION refuse_organization(rule text, unit uuid) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'unit % would break the rule %', unit, rule USING ERRCODE = '23514', CONSTRAINT = rule;
END $$;

-- The days on which a unit is there: without a gap, because a name follows the other.
CREATE FUNCTION unit_life(unit uuid) RETURNS datemultirange LANGUAGE sql STABLE AS $$
  SELECT coalesce(range_agg(period), '{}') FROM unit_names WHERE unit_id = unit
$$;

CREATE FUNCTION keep_unit_life() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  unit uuid;
  life datemultirange;
BEGIN
  PERFORM lock_organization();
  IF TG_TABLE_NAME = 'units' THEN unit := NEW.id;
  ELSIF TG_OP = 'DELETE' THEN unit := OLD.unit_id;
  ELSE unit := NEW.unit_id;
  END IF;
  IF NOT EXISTS (SELECT FROM units WHERE id = unit) THEN RETURN NULL; END IF;
  life := unit_life(unit);
  IF (SELECT count(*) FROM unnest(life)) <> 1 THEN PERFORM refuse_organization('unit_names_without_gap', unit); END IF;
  IF upper(life) IS DISTINCT FROM (SELECT closed_on FROM units WHERE id = unit) THEN PERFORM refuse_organization('unit_names_until_closed', unit); END IF;
  IF EXISTS (SELECT FROM unit_parents p WHERE unit IN (p.unit_id, p.parent_id) AND NOT life @> p.period) THEN
    PERFORM refuse_organization('unit_parents_in_life', unit);
  END IF;
  IF EXISTS (SELECT FROM bloc_members b WHERE unit IN (b.unit_id, b.bloc_id) AND NOT life @> b.period) THEN
    PERFORM refuse_organization('bloc_members_in_life', unit);
  END IF;
  IF EXISTS (SELECT FROM posts p JOIN appointments a ON a.post_id = p.id WHERE p.unit_id = unit AND NOT life @> a.period) THEN
    PERFORM refuse_organization('appointments_in_life', unit);
  END IF;
  IF EXISTS (SELECT FROM unit_successions s WHERE s.from_unit_id = unit AND s.on_day IS DISTINCT FROM upper(life)) THEN
    PERFORM refuse_organization('unit_successions_at_the_end', unit);
  END IF;
  IF EXISTS (SELECT FROM unit_successions s WHERE s.to_unit_id = unit AND NOT life @> s.on_day) THEN
    PERFORM refuse_organization('unit_successions_in_life', unit);
  END IF;
  RETURN NULL;
END $$;

-- Parents are there as long as they are parents, and no unit stands above itself on any day. Walked are only the days of the row.
CREATE FUNCTION keep_unit_parents() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  kept unit_parents;
BEGIN
  PERFORM lock_organization();
  SELECT * INTO kept FROM unit_parents WHERE id = NEW.id;
  IF NOT FOUND THEN RETURN NULL; END IF;
  IF NOT (unit_life(kept.unit_id) @> kept.period AND unit_life(kept.parent_id) @> kept.period) THEN
    PERFORM refuse_organization('unit_parents_in_life', kept.unit_id);
  END IF;
  IF EXISTS (
    WITH RECURSIVE up (id, period) AS (
      SELECT kept.parent_id, kept.period
      UNION
      SELECT p.parent_id, p.period * up.period FROM up JOIN unit_parents p ON p.unit_id = up.id AND p.period && up.period
    )
    SELECT FROM up WHERE id = kept.unit_id
  ) THEN
    PERFORM refuse_organization('unit_parents_no_cycle', kept.unit_id);
  END IF;
  RETURN NULL;
END $$;

-- What a bloc decided of a unit in a year in which it is no member: terms, results, awards.
CREATE FUNCTION decided_of_others(bloc uuid, unit uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (
    SELECT FROM (
      SELECT year FROM bloc_terms WHERE bloc_id = bloc AND unit_id = unit
      UNION SELECT year FROM bloc_results WHERE bloc_id = bloc AND unit_id = unit
      UNION SELECT year FROM awards WHERE bloc_id = bloc AND unit_id = unit
    ) decided
    WHERE NOT EXISTS (SELECT FROM bloc_members b WHERE b.bloc_id = bloc AND b.unit_id = unit
      AND b.period && daterange(make_date(decided.year, 1, 1), make_date(decided.year + 1, 1, 1))))
$$;

CREATE FUNCTION keep_bloc_members() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  kept bloc_members;
BEGIN
  PERFORM lock_organization();
  IF TG_OP <> 'INSERT' AND decided_of_others(OLD.bloc_id, OLD.unit_id) THEN PERFORM refuse_organization('bloc_terms_of_members', OLD.unit_id); END IF;
  IF TG_OP = 'DELETE' THEN RETURN NULL; END IF;
  SELECT * INTO kept FROM bloc_members WHERE id = NEW.id;
  IF NOT FOUND THEN RETURN NULL; END IF;
  IF NOT (unit_life(kept.unit_id) @> kept.period AND unit_life(kept.bloc_id) @> kept.period) THEN
    PERFORM refuse_organization('bloc_members_in_life', kept.unit_id);
  END IF;
  IF (SELECT kind FROM units WHERE id = kept.bloc_id) <> 'bloc' THEN PERFORM refuse_organization('bloc_members_of_bloc', kept.bloc_id); END IF;
  RETURN NULL;
END $$;

CREATE FUNCTION keep_kind_of_bloc() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (SELECT kind FROM units WHERE id = NEW.id) <> 'bloc' AND (
    EXISTS (SELECT FROM bloc_members WHERE bloc_id = NEW.id) OR EXISTS (SELECT FROM bloc_terms WHERE bloc_id = NEW.id)
    OR EXISTS (SELECT FROM bloc_years WHERE bloc_id = NEW.id) OR EXISTS (SELECT FROM awards WHERE bloc_id = NEW.id)
  ) THEN
    PERFORM refuse_organization('units_bloc_with_members', NEW.id);
  END IF;
  RETURN NULL;
END $$;

-- Terms, results and awards are of members of the bloc in that year.
CREATE FUNCTION keep_of_members() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF decided_of_others(NEW.bloc_id, NEW.unit_id) THEN PERFORM refuse_organization(TG_TABLE_NAME || '_of_members', NEW.unit_id); END IF;
  RETURN NULL;
END $$;

CREATE FUNCTION keep_appointments() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  unit uuid;
BEGIN
  PERFORM lock_organization();
  SELECT p.unit_id INTO unit FROM appointments a JOIN posts p ON p.id = a.post_id WHERE a.id = NEW.id AND NOT unit_life(p.unit_id) @> a.period;
  IF FOUND THEN PERFORM refuse_organization('appointments_in_life', unit); END IF;
  RETURN NULL;
END $$;

-- A unit ends once: in one other, or in several. Whoever follows is there on that day and ends later, so that no unit follows itself in the end.
CREATE FUNCTION keep_unit_successions() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  unit uuid := CASE WHEN TG_OP = 'DELETE' THEN OLD.from_unit_id ELSE NEW.from_unit_id END;
  successors int;
  kinds text[];
BEGIN
  PERFORM lock_organization();
  SELECT count(*), array_agg(DISTINCT kind) INTO successors, kinds FROM unit_successions WHERE from_unit_id = unit;
  IF successors = 0 THEN RETURN NULL; END IF;
  IF cardinality(kinds) <> 1 OR (kinds[1] = 'split') <> (successors > 1) THEN PERFORM refuse_organization('unit_successions_whole', unit); END IF;
  IF EXISTS (SELECT FROM unit_successions s JOIN units u ON u.id = s.from_unit_id WHERE s.from_unit_id = unit AND s.on_day IS DISTINCT FROM u.closed_on) THEN
    PERFORM refuse_organization('unit_successions_at_the_end', unit);
  END IF;
  IF EXISTS (SELECT FROM unit_successions s WHERE s.from_unit_id = unit AND NOT unit_life(s.to_unit_id) @> s.on_day) THEN
    PERFORM refuse_organization('unit_successions_in_life', unit);
  END IF;
  RETURN NULL;
END $$;

-- Their names come after that of the trigger which grows the generation: all transactions wait in the same order.
CREATE CONSTRAINT TRIGGER keep_unit_life AFTER INSERT OR UPDATE OF closed_on ON units DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION keep_unit_life();
CREATE CONSTRAINT TRIGGER keep_unit_life AFTER INSERT OR UPDATE OR DELETE ON unit_names DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION keep_unit_life();
CREATE CONSTRAINT TRIGGER keep_kind_of_bloc AFTER UPDATE OF kind ON units DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION keep_kind_of_bloc();
CREATE CONSTRAINT TRIGGER keep_unit_parents AFTER INSERT OR UPDATE ON unit_parents DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION keep_unit_parents();
CREATE CONSTRAINT TRIGGER keep_bloc_members AFTER INSERT OR UPDATE OR DELETE ON bloc_members DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION keep_bloc_members();
CREATE CONSTRAINT TRIGGER keep_of_members AFTER INSERT OR UPDATE ON bloc_terms DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION keep_of_members();
CREATE CONSTRAINT TRIGGER keep_of_members AFTER INSERT OR UPDATE ON bloc_results DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION keep_of_members();
CREATE CONSTRAINT TRIGGER keep_of_members AFTER INSERT OR UPDATE ON awards DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION keep_of_members();
CREATE CONSTRAINT TRIGGER keep_appointments AFTER INSERT OR UPDATE ON appointments DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION keep_appointments();
CREATE CONSTRAINT TRIGGER keep_unit_successions AFTER INSERT OR UPDATE OR DELETE ON unit_successions DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION keep_unit_successions();

DO $$
DECLARE
  shown text;
BEGIN
  FOREACH shown IN ARRAY ARRAY['unit_successions', 'people', 'posts', 'appointments', 'bloc_terms', 'bloc_years', 'bloc_results', 'awards']
  LOOP
    EXECUTE format('CREATE CONSTRAINT TRIGGER grow_public_generation AFTER INSERT OR UPDATE OR DELETE ON %s
      DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION grow_public_generation()', shown);
  END LOOP;
END $$;

-- A unit, its parents up to the root, and what follows those that have ended, nearest first, as of today: what permission depends on. Last come
-- those that these follow: a role over a unit that has ended is one over what follows it.
CREATE OR REPLACE FUNCTION unit_path(unit uuid) RETURNS uuid[] LANGUAGE sql STABLE AS $$
  WITH RECURSIVE up (id, depth) AS (
    SELECT unit, 0
    UNION ALL
    SELECT next.id, up.depth + 1
    FROM up CROSS JOIN LATERAL (
      SELECT p.parent_id AS id FROM unit_parents p WHERE p.unit_id = up.id AND p.period @> published.today()
      UNION ALL SELECT s.to_unit_id FROM unit_successions s WHERE s.from_unit_id = up.id AND s.on_day <= published.today()
    ) next
    WHERE up.depth < 30
  ), before (id) AS (
    SELECT s.from_unit_id FROM up JOIN unit_successions s ON s.to_unit_id = up.id AND s.on_day <= published.today()
    UNION SELECT s.from_unit_id FROM before b JOIN unit_successions s ON s.to_unit_id = b.id
  )
  SELECT array_agg(id ORDER BY depth) FROM (
    SELECT id, min(depth) AS depth FROM (SELECT id, depth FROM up UNION ALL SELECT id, 100 FROM before) reached GROUP BY id
  ) path
$$;

-- Delivery's views of it. What is proposed of a year's results and awards is nobody's yet; who is proposed to lead a bloc is told as that.
DROP VIEW published.units;
ALTER TABLE "units" DROP COLUMN "status";
CREATE VIEW published.units AS SELECT id, slug, kind, code_scheme, code, contacts, opening_hours, "order", closed_on FROM public.units;
CREATE VIEW published.unit_successions AS SELECT from_unit_id, to_unit_id, on_day, kind FROM public.unit_successions;
CREATE VIEW published.people AS SELECT id, slug, full_name, sort_key, bio, photo_media_id, contacts FROM public.people;
CREATE VIEW published.posts AS SELECT id, unit_id, name, "order", seniority FROM public.posts;
CREATE VIEW published.appointments AS SELECT id, post_id, person_id, period, kind FROM public.appointments;
CREATE VIEW published.bloc_terms AS SELECT bloc_id, year, unit_id, role, status, decision_no FROM public.bloc_terms;
CREATE VIEW published.bloc_years AS SELECT bloc_id, year, legal_basis FROM public.bloc_years WHERE status = 'decided';
CREATE VIEW published.bloc_results AS
  SELECT r.bloc_id, r.year, r.unit_id, r.self_score, r.bloc_score, r.final_score, r.rank, r.note
  FROM public.bloc_results r JOIN published.bloc_years USING (bloc_id, year);
CREATE VIEW published.awards AS
  SELECT id, bloc_id, year, unit_id, person_id, title, authority, decision_no, decided_on, status FROM public.awards WHERE status <> 'proposed';
CREATE OR REPLACE VIEW published.authors AS SELECT id, slug, display_name, kind, bio, unit_id, person_id FROM public.authors;

-- What a unit is called on a day; on one on which it is not there, as it was last, or will be first.
CREATE FUNCTION published.unit_name(unit uuid, day date) RETURNS published.unit_names LANGUAGE sql STABLE AS $$
  SELECT n FROM published.unit_names n WHERE n.unit_id = unit
  ORDER BY n.period @> day DESC, upper(n.period) <= day DESC NULLS LAST,
    CASE WHEN upper(n.period) <= day THEN upper(n.period) END DESC NULLS LAST, lower(n.period)
  LIMIT 1
$$;

-- What has come in the end, by the names of today, in the place of a unit that has ended. A function costs what does not call it nothing,
-- and of nearly all units that articles name nothing is asked.
CREATE FUNCTION published.unit_successors(unit uuid, origin text) RETURNS json LANGUAGE sql STABLE AS $$
  WITH RECURSIVE next (id) AS (
    SELECT s.to_unit_id FROM published.unit_successions s WHERE s.from_unit_id = unit
    UNION SELECT s.to_unit_id FROM next JOIN published.units u ON u.id = next.id AND u.closed_on <= published.today()
      JOIN published.unit_successions s ON s.from_unit_id = u.id
  )
  SELECT coalesce(json_agg(json_build_object('id', u.id, 'slug', u.slug, 'name', n.name, 'url', origin || '/don-vi/' || u.slug)
    ORDER BY u."order", n.name COLLATE "vi-x-icu", u.id), '[]')
  FROM next JOIN published.units u ON u.id = next.id JOIN published.unit_names n ON n.unit_id = u.id AND n.period @> published.today()
$$;

-- Whom an article names, with the posts, and the units as they were called on the day.
CREATE FUNCTION published.named_appointments(article uuid, day date, origin text) RETURNS json LANGUAGE sql STABLE AS $$
  SELECT coalesce(json_agg(json_build_object('id', p.id, 'name', w.full_name, 'post', o.name,
      'unit', json_build_object('id', u.id, 'slug', u.slug, 'name', n.name, 'url', origin || '/don-vi/' || u.slug),
      'url', origin || '/nguoi/' || w.slug) ORDER BY l.position), '[]')
  FROM published.article_appointments l JOIN published.appointments p ON p.id = l.appointment_id JOIN published.people w ON w.id = p.person_id
  JOIN published.posts o ON o.id = p.post_id JOIN published.units u ON u.id = o.unit_id CROSS JOIN LATERAL published.unit_name(u.id, day) n
  WHERE l.article_id = article
$$;

-- People are looked for by their names too.
ALTER TABLE "names" DROP CONSTRAINT "names_kind";
ALTER TABLE "names" ADD CONSTRAINT "names_kind" CHECK ("names"."kind" IN ('unit', 'author', 'category', 'tag', 'person'));
CREATE OR REPLACE VIEW published.current_names AS
  SELECT kind, entity_id, name, bool_or(is_current) AS is_current, slug FROM (
    SELECT 'unit' AS kind, n.unit_id AS entity_id, form.name, n.period @> published.today() AS is_current, u.slug
    FROM public.unit_names n JOIN public.units u ON u.id = n.unit_id CROSS JOIN LATERAL (VALUES (n.name), (n.short_name)) AS form (name)
    WHERE form.name IS NOT NULL
    UNION ALL SELECT 'author', id, display_name, true, slug FROM public.authors
    UNION ALL SELECT 'category', id, name, true, slug FROM public.categories
    UNION ALL SELECT 'tag', id, name, true, slug FROM public.tags
    UNION ALL SELECT 'person', id, full_name, true, slug FROM public.people
  ) n GROUP BY kind, entity_id, name, slug;
