-- The whole life of an article: review, schedules, redirects, removal, redaction, and what editors do together on the way.

CREATE UNLOGGED TABLE "article_presence" (
	"article_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"seen_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "article_presence_pkey" PRIMARY KEY("article_id","user_id")
);

CREATE TABLE "comments" (
	"id" uuid PRIMARY KEY NOT NULL,
	"article_id" uuid NOT NULL,
	"parent_id" uuid,
	"block_id" text,
	"revision_number" integer NOT NULL,
	"text" text NOT NULL,
	"author_id" uuid NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"edited_at" timestamp (3) with time zone,
	"resolved_at" timestamp (3) with time zone,
	"resolved_by" uuid,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "comments_own" UNIQUE("article_id","id"),
	CONSTRAINT "comments_resolved_by" CHECK ("comments"."resolved_by" IS NULL OR "comments"."resolved_at" IS NOT NULL),
	CONSTRAINT "comments_resolved_thread" CHECK ("comments"."resolved_at" IS NULL OR "comments"."parent_id" IS NULL)
);

CREATE TABLE "idempotency_keys" (
	"actor_id" uuid NOT NULL,
	"key" text NOT NULL,
	"request_hash" text NOT NULL,
	"status" integer NOT NULL,
	"version" integer,
	"location" text,
	"article_id" uuid,
	"body" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "idempotency_keys_pkey" PRIMARY KEY("actor_id","key")
);

CREATE TABLE "opinions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"article_id" uuid NOT NULL,
	"revision_id" uuid NOT NULL,
	"token_hash" text NOT NULL,
	"name" text NOT NULL,
	"asked_by" uuid,
	"asked_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"revoked_at" timestamp (3) with time zone,
	"answer" text,
	"text" text,
	"answered_at" timestamp (3) with time zone,
	CONSTRAINT "opinions_answer" CHECK ("opinions"."answer" IN ('agree', 'change')),
	CONSTRAINT "opinions_answered_whole" CHECK (("opinions"."answer" IS NULL) = ("opinions"."answered_at" IS NULL))
);

CREATE TABLE "previews" (
	"id" uuid PRIMARY KEY NOT NULL,
	"article_id" uuid NOT NULL,
	"token_hash" text NOT NULL,
	"created_by" uuid,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"revoked_at" timestamp (3) with time zone
);

CREATE TABLE "missing_paths" (
	"site_id" uuid NOT NULL,
	"day" date NOT NULL,
	"path" text NOT NULL,
	"count" integer NOT NULL,
	CONSTRAINT "missing_paths_pkey" PRIMARY KEY("site_id","day","path"),
	CONSTRAINT "missing_paths_count" CHECK ("missing_paths"."count" > 0)
);

CREATE TABLE "article_saves" (
	"article_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"fingerprint" jsonb NOT NULL,
	"saved_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "article_saves_pkey" PRIMARY KEY("article_id","version")
);
ALTER TABLE "articles" DROP CONSTRAINT "articles_work_state";
ALTER TABLE "articles" DROP CONSTRAINT "articles_public_state";
ALTER TABLE "redirects" DROP CONSTRAINT "redirects_article_id_articles_id_fk";
ALTER TABLE "article_revisions" DROP CONSTRAINT "article_revisions_article_id_articles_id_fk";
ALTER TABLE "editions" DROP CONSTRAINT "editions_revision_id_article_revisions_id_fk";
ALTER TABLE "redirects" DROP CONSTRAINT "redirects_pkey";
ALTER TABLE "articles" ADD COLUMN "assignee_id" uuid;
ALTER TABLE "articles" ADD COLUMN "approved_revision_id" uuid;
ALTER TABLE "articles" ADD COLUMN "scheduled_revision_id" uuid;
ALTER TABLE "articles" ADD COLUMN "publish_at" timestamp (3) with time zone;
ALTER TABLE "articles" ADD COLUMN "scheduled_publication" jsonb;
ALTER TABLE "articles" ADD COLUMN "scheduled_by" uuid;
ALTER TABLE "articles" ADD COLUMN "scheduled_at" timestamp (3) with time zone;
ALTER TABLE "articles" ADD COLUMN "withdraw_at" timestamp (3) with time zone;
ALTER TABLE "articles" ADD COLUMN "withdraw_at_reason" text;
ALTER TABLE "articles" ADD COLUMN "due_attempts" integer DEFAULT 0 NOT NULL;
ALTER TABLE "articles" ADD COLUMN "due_retry_at" timestamp (3) with time zone;
ALTER TABLE "articles" ADD COLUMN "forced_at" timestamp (3) with time zone;
ALTER TABLE "articles" ADD COLUMN "force_note" text;
ALTER TABLE "articles" ADD COLUMN "forced_by" uuid;
ALTER TABLE "articles" ADD COLUMN "redirected_to" uuid;
ALTER TABLE "articles" ADD COLUMN "redirected_at" timestamp (3) with time zone;
ALTER TABLE "articles" ADD COLUMN "removal_answer" text;
ALTER TABLE "articles" ADD COLUMN "removal_reason" text;
ALTER TABLE "articles" ADD COLUMN "removed_at" timestamp (3) with time zone;
-- By hand: redirects that are there already get an id that is older than every other one.
ALTER TABLE "redirects" ADD COLUMN "id" uuid PRIMARY KEY DEFAULT ('00000000-0000-7' || substr(gen_random_uuid()::text, 16))::uuid NOT NULL;
ALTER TABLE "redirects" ALTER COLUMN "id" DROP DEFAULT;
ALTER TABLE "redirects" ADD COLUMN "created_by" uuid;
ALTER TABLE "redirects" ADD COLUMN "created_at" timestamp (3) with time zone DEFAULT now() NOT NULL;
ALTER TABLE "redirects" ADD COLUMN "version" integer DEFAULT 1 NOT NULL;
ALTER TABLE "audit_log" ADD COLUMN "transaction" "xid8" DEFAULT pg_current_xact_id() NOT NULL;
ALTER TABLE "categories" ADD COLUMN "publishing_policy" text;
ALTER TABLE "editions" ADD COLUMN "redacted_at" timestamp (3) with time zone;
ALTER TABLE "editions" ADD COLUMN "redaction_reason" text;
ALTER TABLE "article_revisions" ADD COLUMN "begun_at" timestamp (3) with time zone DEFAULT now() NOT NULL;
ALTER TABLE "article_revisions" ADD COLUMN "label" text;
ALTER TABLE "article_revisions" ADD COLUMN "redacted_at" timestamp (3) with time zone;
ALTER TABLE "article_revisions" ADD COLUMN "words" integer GENERATED ALWAYS AS (cardinality(array_remove(string_to_array(translate("body_text", E'\t\r\n', '   '), ' '), ''))) STORED NOT NULL;
ALTER TABLE "sites" ADD COLUMN "publishing_policy" text DEFAULT 'direct' NOT NULL;
ALTER TABLE "sites" ADD COLUMN "minor_direct" boolean DEFAULT false NOT NULL;
ALTER TABLE "units" ADD COLUMN "publishing_policy" text;
ALTER TABLE "article_presence" ADD CONSTRAINT "article_presence_article_id_articles_id_fk" FOREIGN KEY ("article_id") REFERENCES "public"."articles"("id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "article_presence" ADD CONSTRAINT "article_presence_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "comments" ADD CONSTRAINT "comments_article_id_articles_id_fk" FOREIGN KEY ("article_id") REFERENCES "public"."articles"("id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "comments" ADD CONSTRAINT "comments_author_id_users_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;
ALTER TABLE "comments" ADD CONSTRAINT "comments_resolved_by_users_id_fk" FOREIGN KEY ("resolved_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;
ALTER TABLE "idempotency_keys" ADD CONSTRAINT "idempotency_keys_actor_id_users_id_fk" FOREIGN KEY ("actor_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "opinions" ADD CONSTRAINT "opinions_article_id_articles_id_fk" FOREIGN KEY ("article_id") REFERENCES "public"."articles"("id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "opinions" ADD CONSTRAINT "opinions_asked_by_users_id_fk" FOREIGN KEY ("asked_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;
ALTER TABLE "previews" ADD CONSTRAINT "previews_article_id_articles_id_fk" FOREIGN KEY ("article_id") REFERENCES "public"."articles"("id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "previews" ADD CONSTRAINT "previews_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;
ALTER TABLE "missing_paths" ADD CONSTRAINT "missing_paths_site_id_sites_id_fk" FOREIGN KEY ("site_id") REFERENCES "public"."sites"("id") ON DELETE no action ON UPDATE no action;
ALTER TABLE "article_saves" ADD CONSTRAINT "article_saves_article_id_articles_id_fk" FOREIGN KEY ("article_id") REFERENCES "public"."articles"("id") ON DELETE cascade ON UPDATE no action;
CREATE INDEX "idempotency_keys_created" ON "idempotency_keys" USING btree ("created_at");
CREATE UNIQUE INDEX "opinions_token" ON "opinions" USING btree ("token_hash");
CREATE INDEX "opinions_article" ON "opinions" USING btree ("article_id","id");
CREATE UNIQUE INDEX "previews_token" ON "previews" USING btree ("token_hash");
CREATE INDEX "previews_article" ON "previews" USING btree ("article_id","id");
CREATE INDEX "article_saves_at" ON "article_saves" USING btree ("saved_at");
ALTER TABLE "articles" ADD CONSTRAINT "articles_assignee_id_users_id_fk" FOREIGN KEY ("assignee_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;
ALTER TABLE "articles" ADD CONSTRAINT "articles_scheduled_by_users_id_fk" FOREIGN KEY ("scheduled_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;
ALTER TABLE "articles" ADD CONSTRAINT "articles_forced_by_users_id_fk" FOREIGN KEY ("forced_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;
ALTER TABLE "articles" ADD CONSTRAINT "articles_redirected_to_articles_id_fk" FOREIGN KEY ("redirected_to") REFERENCES "public"."articles"("id") ON DELETE no action ON UPDATE no action;
ALTER TABLE "redirects" ADD CONSTRAINT "redirects_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;
ALTER TABLE "redirects" ADD CONSTRAINT "redirects_article_id_articles_id_fk" FOREIGN KEY ("article_id") REFERENCES "public"."articles"("id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "article_revisions" ADD CONSTRAINT "article_revisions_article_id_articles_id_fk" FOREIGN KEY ("article_id") REFERENCES "public"."articles"("id") ON DELETE cascade ON UPDATE no action;
CREATE INDEX "articles_under_work" ON "articles" USING btree ("work_state","updated_at","id") WHERE "articles"."work_state" <> 'none';
CREATE INDEX "articles_created_by" ON "articles" USING btree ("created_by");
CREATE INDEX "articles_due" ON "articles" USING btree ("publish_at","id") WHERE "articles"."work_state" = 'scheduled';
CREATE INDEX "articles_withdrawal_due" ON "articles" USING btree ("withdraw_at","id") WHERE "articles"."withdraw_at" IS NOT NULL;
CREATE INDEX "articles_unreviewed" ON "articles" USING btree ("forced_at") WHERE "articles"."forced_at" IS NOT NULL;
CREATE INDEX "articles_redirected_to" ON "articles" USING btree ("redirected_to") WHERE "articles"."redirected_to" IS NOT NULL;
CREATE INDEX "articles_assignee" ON "articles" USING btree ("assignee_id") WHERE "articles"."assignee_id" IS NOT NULL;
CREATE INDEX "redirects_article" ON "redirects" USING btree ("article_id");
CREATE INDEX "audit_log_transaction" ON "audit_log" USING btree ("transaction","id");
CREATE INDEX "audit_log_at" ON "audit_log" USING btree ("at","id");
CREATE INDEX "audit_log_actor" ON "audit_log" USING btree ("actor_id","at","id");
CREATE INDEX "audit_log_action" ON "audit_log" USING btree ("action","at","id");
CREATE INDEX "audit_log_other" ON "audit_log" USING btree ("entity","at","id") WHERE "audit_log"."entity" <> 'article';
DROP INDEX "audit_log_entity";
CREATE INDEX "audit_log_entity" ON "audit_log" USING btree ("entity_id","at","id");
CREATE INDEX "article_revisions_unsealed" ON "article_revisions" USING btree ("saved_at") WHERE NOT "article_revisions"."sealed";
ALTER TABLE "redirects" ADD CONSTRAINT "redirects_from" UNIQUE("site_id","from_path_query");
ALTER TABLE "articles" ADD CONSTRAINT "articles_approved_head" CHECK (("articles"."work_state" <> 'approved' OR "articles"."approved_revision_id" IS NOT NULL)
        AND ("articles"."approved_revision_id" IS NULL
          OR "articles"."work_state" IN ('approved', 'scheduled') AND "articles"."approved_revision_id" = "articles"."head_revision_id"));
ALTER TABLE "articles" ADD CONSTRAINT "articles_scheduled_whole" CHECK (("articles"."work_state" = 'scheduled') = ("articles"."publish_at" IS NOT NULL)
        AND ("articles"."work_state" = 'scheduled') = ("articles"."scheduled_publication" IS NOT NULL)
        AND ("articles"."work_state" = 'scheduled') = ("articles"."scheduled_revision_id" IS NOT NULL)
        AND ("articles"."scheduled_revision_id" IS NULL OR "articles"."scheduled_revision_id" = "articles"."head_revision_id"));
ALTER TABLE "articles" ADD CONSTRAINT "articles_withdrawal_planned" CHECK (("articles"."withdraw_at" IS NULL) = ("articles"."withdraw_at_reason" IS NULL)
        AND ("articles"."withdraw_at" IS NULL OR "articles"."public_state" IN ('published', 'held')));
ALTER TABLE "articles" ADD CONSTRAINT "articles_forced_why" CHECK (("articles"."forced_at" IS NULL) = ("articles"."force_note" IS NULL));
ALTER TABLE "articles" ADD CONSTRAINT "articles_redirected_where" CHECK (("articles"."public_state" = 'redirected') = ("articles"."redirected_to" IS NOT NULL)
        AND ("articles"."public_state" = 'redirected') = ("articles"."redirected_at" IS NOT NULL)
        AND "articles"."redirected_to" IS DISTINCT FROM "articles"."id");
ALTER TABLE "articles" ADD CONSTRAINT "articles_removed_why" CHECK (("articles"."public_state" = 'removed') = ("articles"."removed_at" IS NOT NULL)
        AND ("articles"."public_state" = 'removed') = ("articles"."removal_reason" IS NOT NULL)
        AND ("articles"."public_state" = 'removed') = ("articles"."removal_answer" IS NOT NULL)
        AND ("articles"."removal_answer" IS NULL OR "articles"."removal_answer" IN ('gone', 'vanish')));
ALTER TABLE "articles" ADD CONSTRAINT "articles_work_state" CHECK ("articles"."work_state" IN ('none', 'draft', 'in_review', 'approved', 'scheduled'));
ALTER TABLE "articles" ADD CONSTRAINT "articles_public_state" CHECK ("articles"."public_state" IN ('none', 'published', 'held', 'withdrawn', 'redirected', 'removed'));
ALTER TABLE "categories" ADD CONSTRAINT "categories_publishing_policy" CHECK ("categories"."publishing_policy" IN ('direct', 'review', 'strict'));
ALTER TABLE "editions" ADD CONSTRAINT "editions_redacted_why" CHECK (("editions"."redacted_at" IS NULL) = ("editions"."redaction_reason" IS NULL) AND ("editions"."redacted_at" IS NULL) = ("editions"."document" <> ''));
ALTER TABLE "article_revisions" ADD CONSTRAINT "article_revisions_emptied" CHECK ("article_revisions"."redacted_at" IS NULL OR "article_revisions"."title" = '' AND "article_revisions"."body_text" = '');
ALTER TABLE "sites" ADD CONSTRAINT "sites_publishing_policy" CHECK ("sites"."publishing_policy" IN ('direct', 'review', 'strict'));
ALTER TABLE "units" ADD CONSTRAINT "units_publishing_policy" CHECK ("units"."publishing_policy" IN ('direct', 'review', 'strict'));

-- By hand: the revisions that an article points at are its own.
ALTER TABLE "articles" ADD CONSTRAINT "articles_approved_revision_own" FOREIGN KEY ("id", "approved_revision_id") REFERENCES "article_revisions" ("article_id", "id");
ALTER TABLE "articles" ADD CONSTRAINT "articles_scheduled_revision_own" FOREIGN KEY ("id", "scheduled_revision_id") REFERENCES "article_revisions" ("article_id", "id");
ALTER TABLE "opinions" ADD CONSTRAINT "opinions_revision_own" FOREIGN KEY ("article_id", "revision_id") REFERENCES "article_revisions" ("article_id", "id") ON DELETE CASCADE;

-- What was published once stays; a draft that never was may go, with all that hangs on it.
CREATE FUNCTION refuse_deletion_of_published() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'article % was published', OLD.id USING ERRCODE = 'restrict_violation', CONSTRAINT = 'articles_published_stay';
END $$;

CREATE TRIGGER articles_published_stay BEFORE DELETE ON articles
  FOR EACH ROW WHEN (OLD.first_published_at IS NOT NULL) EXECUTE FUNCTION refuse_deletion_of_published();

-- A sealed revision may be emptied, to forget personal data, and goes with its article; nothing else happens to it.
CREATE OR REPLACE FUNCTION refuse_change_of_sealed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' AND NOT EXISTS (SELECT FROM articles WHERE id = OLD.article_id) THEN RETURN OLD; END IF;
  IF TG_OP = 'UPDATE' AND OLD.redacted_at IS NULL AND NEW.redacted_at IS NOT NULL AND NEW.sealed
    AND (NEW.id, NEW.article_id, NEW.number, NEW.saved_by, NEW.saved_at, NEW.begun_at)
      IS NOT DISTINCT FROM (OLD.id, OLD.article_id, OLD.number, OLD.saved_by, OLD.saved_at, OLD.begun_at)
    AND (NEW.title, NEW.kicker, NEW.sapo, NEW.body_text, NEW.hero_media_id, NEW.event, NEW.source, NEW.label)
      IS NOT DISTINCT FROM ('', NULL, NULL, '', NULL::uuid, NULL::jsonb, NULL::jsonb, NULL)
    AND NEW.body = '{"type":"doc","content":[]}'::jsonb
    AND NEW.bylines = '[]'::jsonb AND NEW.units = '[]'::jsonb AND NEW.category_ids = '{}' AND NEW.tag_ids = '{}'
  THEN RETURN NEW; END IF;
  RAISE EXCEPTION 'revision % is sealed', OLD.id USING ERRCODE = 'restrict_violation', CONSTRAINT = 'article_revisions_sealed';
END $$;

-- An edition may lose its words once, for personal data; its number, kind, times and hash stay.
CREATE FUNCTION refuse_change_of_edition() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.redacted_at IS NULL AND NEW.redacted_at IS NOT NULL AND NEW.document = '' AND NEW.note IS NULL
    AND (NEW.article_id, NEW.edition, NEW.revision_id, NEW.kind, NEW.published_at, NEW.published_by, NEW.hash)
      IS NOT DISTINCT FROM (OLD.article_id, OLD.edition, OLD.revision_id, OLD.kind, OLD.published_at, OLD.published_by, OLD.hash)
    AND NEW.correction IS NOT DISTINCT FROM
      (CASE WHEN OLD.correction IS NOT NULL THEN jsonb_build_object('wrong', '', 'right', '', 'at', OLD.correction -> 'at') END)
  THEN RETURN NEW; END IF;
  RAISE EXCEPTION 'edition % of article % stands', OLD.edition, OLD.article_id
    USING ERRCODE = 'restrict_violation', CONSTRAINT = 'editions_only_redacted';
END $$;

DROP TRIGGER editions_append_only ON editions;
CREATE TRIGGER editions_append_only BEFORE DELETE OR TRUNCATE ON editions FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER editions_only_redacted BEFORE UPDATE ON editions FOR EACH ROW EXECUTE FUNCTION refuse_change_of_edition();

-- An answer belongs to a thread of the same article.
ALTER TABLE comments ADD CONSTRAINT comments_parent_own FOREIGN KEY (article_id, parent_id) REFERENCES comments (article_id, id) ON DELETE CASCADE;

-- The desk hears of every noted deed once it is committed.
CREATE FUNCTION notify_editorial_events() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('editorial_events', '');
  RETURN NULL;
END $$;
CREATE TRIGGER audit_log_notify AFTER INSERT ON audit_log FOR EACH STATEMENT EXECUTE FUNCTION notify_editorial_events();

-- Counting the readers of a redirect changes nothing that delivery shows.
DROP TRIGGER grow_public_generation ON redirects;
CREATE CONSTRAINT TRIGGER grow_public_generation AFTER INSERT OR DELETE OR UPDATE OF from_path_query, article_id, url ON redirects
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION grow_public_generation();

-- What was public, and says so: redirected articles, with where they lead in the end, and removed ones that answer 410.
CREATE VIEW published.former_articles AS
  SELECT a.id, a.site_id, a.slug, a.public_state AS state,
    (WITH RECURSIVE way (id, public_state, redirected_to, steps) AS (
       SELECT t.id, t.public_state, t.redirected_to, 1 FROM public.articles t WHERE t.id = a.redirected_to
       UNION ALL
       SELECT t.id, t.public_state, t.redirected_to, way.steps + 1
       FROM way JOIN public.articles t ON t.id = way.redirected_to WHERE way.public_state = 'redirected' AND way.steps < 20
     )
     SELECT way.id FROM way WHERE way.public_state IN ('published', 'withdrawn') LIMIT 1) AS replaced_by
  FROM public.articles a
  WHERE a.public_state = 'redirected' OR (a.public_state = 'removed' AND a.removal_answer = 'gone');

-- Their old addresses answer likewise.
CREATE OR REPLACE VIEW published.article_slugs AS
  SELECT s.site_id, s.slug, s.article_id, s.current FROM public.article_slugs s
  WHERE EXISTS (SELECT FROM published.articles a WHERE a.id = s.article_id)
    OR EXISTS (SELECT FROM published.former_articles f WHERE f.id = s.article_id);

CREATE OR REPLACE VIEW published.editions AS
  SELECT e.article_id, e.edition, e.kind, e.note, e.correction, e.published_at, e.document, e.hash, e.redacted_at, e.redaction_reason
  FROM public.editions e JOIN published.articles a ON a.id = e.article_id;

-- Delivery shows this too: what becomes of an article that has left already changes no row of published.articles.
CREATE CONSTRAINT TRIGGER grow_public_generation AFTER UPDATE OF public_state, redirected_to, removal_answer ON articles
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN ((OLD.public_state, OLD.redirected_to, OLD.removal_answer) IS DISTINCT FROM (NEW.public_state, NEW.redirected_to, NEW.removal_answer))
  EXECUTE FUNCTION grow_public_generation();

-- How many people a publication needs: the strictest that the site, the unit and those above it, or the categories and those above
-- them ask for.
CREATE FUNCTION strictest_policy(of_site uuid, of_unit uuid, of_categories uuid[]) RETURNS text LANGUAGE sql STABLE AS $$
  WITH RECURSIVE up (id, parent_id, publishing_policy) AS (
    SELECT c.id, c.parent_id, c.publishing_policy FROM categories c WHERE c.id = ANY (of_categories)
    UNION
    SELECT c.id, c.parent_id, c.publishing_policy FROM up JOIN categories c ON c.id = up.parent_id
  ), asked (policy) AS (
    SELECT publishing_policy FROM sites WHERE id = of_site
    UNION ALL SELECT publishing_policy FROM units WHERE id = ANY (unit_path(of_unit))
    UNION ALL SELECT publishing_policy FROM up
  )
  SELECT policy FROM asked WHERE policy IS NOT NULL
  ORDER BY array_position(ARRAY['direct', 'review', 'strict'], policy) DESC LIMIT 1
$$;
