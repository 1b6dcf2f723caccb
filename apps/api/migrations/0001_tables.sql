CREATE SCHEMA "published";

CREATE TABLE "article_slugs" (
	"site_id" uuid NOT NULL,
	"slug" text NOT NULL,
	"article_id" uuid NOT NULL,
	"current" boolean NOT NULL,
	CONSTRAINT "article_slugs_pkey" PRIMARY KEY("site_id","slug")
);

CREATE TABLE "articles" (
	"id" uuid PRIMARY KEY NOT NULL,
	"site_id" uuid NOT NULL,
	"slug" text,
	"unit_id" uuid NOT NULL,
	"format" text DEFAULT 'news' NOT NULL,
	"locale" text DEFAULT 'vi' NOT NULL,
	"work_state" text DEFAULT 'draft' NOT NULL,
	"public_state" text DEFAULT 'none' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"head_revision_id" uuid,
	"published_revision_id" uuid,
	"edition" integer,
	"first_published_at" timestamp (3) with time zone,
	"published_at" timestamp (3) with time zone,
	"hold_reason" text,
	"held_at" timestamp (3) with time zone,
	"withdrawal_reason" text,
	"withdrawn_at" timestamp (3) with time zone,
	"created_by" uuid,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "articles_format" CHECK ("articles"."format" IN ('news', 'page', 'notice', 'gallery', 'video')),
	CONSTRAINT "articles_work_state" CHECK ("articles"."work_state" IN ('none', 'draft')),
	CONSTRAINT "articles_public_state" CHECK ("articles"."public_state" IN ('none', 'published', 'held', 'withdrawn')),
	CONSTRAINT "articles_published_whole" CHECK (("articles"."public_state" = 'none') = ("articles"."published_revision_id" IS NULL)
        AND ("articles"."public_state" = 'none') = ("articles"."edition" IS NULL)
        AND ("articles"."public_state" = 'none') = ("articles"."first_published_at" IS NULL)
        AND ("articles"."public_state" = 'none') = ("articles"."published_at" IS NULL)
        AND ("articles"."public_state" = 'none' OR "articles"."slug" IS NOT NULL)),
	CONSTRAINT "articles_held_since" CHECK (("articles"."public_state" = 'held') = ("articles"."held_at" IS NOT NULL)),
	CONSTRAINT "articles_withdrawn_why" CHECK (("articles"."withdrawn_at" IS NULL) = ("articles"."withdrawal_reason" IS NULL)),
	CONSTRAINT "articles_withdrawn_since" CHECK ("articles"."public_state" <> 'withdrawn' OR "articles"."withdrawn_at" IS NOT NULL)
);

CREATE TABLE "redirects" (
	"site_id" uuid NOT NULL,
	"from_path_query" text NOT NULL,
	"article_id" uuid,
	"url" text,
	"hits" integer DEFAULT 0 NOT NULL,
	"last_hit_on" date,
	CONSTRAINT "redirects_pkey" PRIMARY KEY("site_id","from_path_query"),
	CONSTRAINT "redirects_one_target" CHECK (("redirects"."article_id" IS NULL) <> ("redirects"."url" IS NULL))
);

CREATE TABLE "audit_log" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "audit_log_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"actor_id" uuid,
	"actor_name" text NOT NULL,
	"address" text,
	"action" text NOT NULL,
	"entity" text NOT NULL,
	"entity_id" uuid NOT NULL,
	"version" integer,
	"fields" text[] DEFAULT '{}' NOT NULL,
	"before_hash" text,
	"after_hash" text,
	"detail" jsonb
);

CREATE TABLE "authors" (
	"id" uuid PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"display_name" text NOT NULL,
	"kind" text NOT NULL,
	"bio" text,
	"unit_id" uuid,
	"user_id" uuid,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "authors_slug" UNIQUE("slug"),
	CONSTRAINT "authors_kind" CHECK ("authors"."kind" IN ('person', 'collective'))
);

CREATE TABLE "categories" (
	"id" uuid PRIMARY KEY NOT NULL,
	"site_id" uuid NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"parent_id" uuid,
	"order" integer DEFAULT 0 NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "categories_slug" UNIQUE("site_id","slug")
);

CREATE TABLE "tags" (
	"id" uuid PRIMARY KEY NOT NULL,
	"site_id" uuid NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "tags_slug" UNIQUE("site_id","slug")
);

CREATE TABLE "changes" (
	"seq" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "changes_seq_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"site_id" uuid NOT NULL,
	"at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"action" text NOT NULL,
	"reason" text NOT NULL,
	"entity" text NOT NULL,
	"entity_id" uuid NOT NULL,
	"edition" integer,
	"replaced_by" uuid,
	"backfill" boolean DEFAULT false NOT NULL
);

CREATE TABLE "public_generation" (
	"id" smallint PRIMARY KEY DEFAULT 1 NOT NULL,
	"generation" bigint DEFAULT 1 NOT NULL,
	"epoch" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "public_generation_one_row" CHECK ("public_generation"."id" = 1)
);

CREATE TABLE "editions" (
	"article_id" uuid NOT NULL,
	"edition" integer NOT NULL,
	"revision_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"note" text,
	"correction" jsonb,
	"published_at" timestamp (3) with time zone NOT NULL,
	"published_by" uuid,
	"document" text NOT NULL,
	"hash" text NOT NULL,
	CONSTRAINT "editions_pkey" PRIMARY KEY("article_id","edition"),
	CONSTRAINT "editions_kind" CHECK ("editions"."kind" IN ('major', 'minor', 'correction')),
	CONSTRAINT "editions_correction" CHECK (("editions"."kind" = 'correction') = ("editions"."correction" IS NOT NULL))
);

CREATE TABLE "publication_log" (
	"seq" bigint PRIMARY KEY NOT NULL,
	"site_id" uuid NOT NULL,
	"article_id" uuid NOT NULL,
	"edition" integer NOT NULL,
	"hash" text NOT NULL,
	"head" text NOT NULL
);

CREATE TABLE "media" (
	"id" uuid PRIMARY KEY NOT NULL,
	"sha256" text NOT NULL,
	"type" text NOT NULL,
	"width" integer NOT NULL,
	"height" integer NOT NULL,
	"bytes" integer NOT NULL,
	"original_name" text NOT NULL,
	"alt" text NOT NULL,
	"caption" text,
	"credit" text,
	"color" text,
	"rev" integer DEFAULT 1 NOT NULL,
	"variants" jsonb NOT NULL,
	"public" boolean DEFAULT false NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "media_sha256" UNIQUE("sha256"),
	CONSTRAINT "media_size" CHECK ("media"."width" > 0 AND "media"."height" > 0 AND "media"."bytes" > 0)
);

CREATE TABLE "published"."article_authors" (
	"article_id" uuid NOT NULL,
	"position" smallint NOT NULL,
	"author_id" uuid NOT NULL,
	"role" text NOT NULL,
	CONSTRAINT "article_authors_article_id_position_pk" PRIMARY KEY("article_id","position")
);

CREATE TABLE "published"."article_categories" (
	"article_id" uuid NOT NULL,
	"position" smallint NOT NULL,
	"category_id" uuid NOT NULL,
	CONSTRAINT "article_categories_article_id_position_pk" PRIMARY KEY("article_id","position")
);

CREATE TABLE "published"."article_media" (
	"article_id" uuid NOT NULL,
	"position" smallint NOT NULL,
	"media_id" uuid NOT NULL,
	CONSTRAINT "article_media_article_id_position_pk" PRIMARY KEY("article_id","position")
);

CREATE TABLE "published"."article_tags" (
	"article_id" uuid NOT NULL,
	"position" smallint NOT NULL,
	"tag_id" uuid NOT NULL,
	CONSTRAINT "article_tags_article_id_position_pk" PRIMARY KEY("article_id","position")
);

CREATE TABLE "published"."article_units" (
	"article_id" uuid NOT NULL,
	"position" smallint NOT NULL,
	"unit_id" uuid NOT NULL,
	"role" text NOT NULL,
	CONSTRAINT "article_units_article_id_position_pk" PRIMARY KEY("article_id","position")
);

CREATE TABLE "published"."articles" (
	"id" uuid PRIMARY KEY NOT NULL,
	"site_id" uuid NOT NULL,
	"unit_id" uuid NOT NULL,
	"edition" integer NOT NULL,
	"edition_kind" text NOT NULL,
	"hash" text NOT NULL,
	"format" text NOT NULL,
	"locale" text NOT NULL,
	"slug" text NOT NULL,
	"title" text NOT NULL,
	"kicker" text,
	"sapo" text,
	"body" jsonb NOT NULL,
	"body_html" text NOT NULL,
	"hero_media_id" uuid,
	"event" jsonb,
	"source" jsonb,
	"first_published_at" timestamp (3) with time zone NOT NULL,
	"published_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"correction" jsonb,
	"withdrawn" jsonb,
	"listed" boolean NOT NULL,
	CONSTRAINT "published_articles_slug" UNIQUE("site_id","slug")
);

CREATE TABLE "article_revisions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"article_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"title" text NOT NULL,
	"kicker" text,
	"sapo" text,
	"body" jsonb NOT NULL,
	"body_text" text NOT NULL,
	"hero_media_id" uuid,
	"bylines" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"units" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"category_ids" uuid[] DEFAULT '{}' NOT NULL,
	"tag_ids" uuid[] DEFAULT '{}' NOT NULL,
	"event" jsonb,
	"source" jsonb,
	"saved_by" uuid,
	"saved_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"sealed" boolean DEFAULT false NOT NULL,
	CONSTRAINT "article_revisions_number" UNIQUE("article_id","number"),
	CONSTRAINT "article_revisions_own" UNIQUE("article_id","id")
);

CREATE TABLE "sites" (
	"id" uuid PRIMARY KEY NOT NULL,
	"host" text NOT NULL,
	"name" text NOT NULL,
	"root_unit_id" uuid,
	"time_zone" text NOT NULL,
	"locales" text[] NOT NULL,
	"settings" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "sites_host" UNIQUE("host")
);

CREATE TABLE "bloc_members" (
	"id" uuid PRIMARY KEY NOT NULL,
	"bloc_id" uuid NOT NULL,
	"unit_id" uuid NOT NULL,
	"period" daterange NOT NULL,
	CONSTRAINT "bloc_members_not_self" CHECK ("bloc_members"."unit_id" <> "bloc_members"."bloc_id")
);

CREATE TABLE "unit_names" (
	"id" uuid PRIMARY KEY NOT NULL,
	"unit_id" uuid NOT NULL,
	"name" text NOT NULL,
	"short_name" text,
	"period" daterange NOT NULL
);

CREATE TABLE "unit_parents" (
	"id" uuid PRIMARY KEY NOT NULL,
	"unit_id" uuid NOT NULL,
	"parent_id" uuid NOT NULL,
	"period" daterange NOT NULL,
	CONSTRAINT "unit_parents_not_self" CHECK ("unit_parents"."unit_id" <> "unit_parents"."parent_id")
);

CREATE TABLE "units" (
	"id" uuid PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"kind" text NOT NULL,
	"code_scheme" text,
	"code" text,
	"contacts" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"order" integer DEFAULT 0 NOT NULL,
	"status" text DEFAULT 'active' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "units_slug" UNIQUE("slug"),
	CONSTRAINT "units_code" UNIQUE("code_scheme","code"),
	CONSTRAINT "units_status" CHECK ("units"."status" IN ('active', 'closed'))
);

CREATE TABLE "grants" (
	"id" uuid PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"role" text NOT NULL,
	"unit_id" uuid,
	CONSTRAINT "grants_role" CHECK ("grants"."role" IN ('reporter', 'editor', 'publisher', 'admin', 'auditor'))
);

CREATE TABLE "refresh_tokens" (
	"hash" text PRIMARY KEY NOT NULL,
	"session_id" uuid NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"consumed_at" timestamp (3) with time zone
);

CREATE TABLE "sessions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"last_used_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"ended_at" timestamp (3) with time zone,
	"ended_because" text
);

CREATE TABLE "users" (
	"id" uuid PRIMARY KEY NOT NULL,
	"email" text NOT NULL,
	"name" text NOT NULL,
	"password_hash" text NOT NULL,
	"disabled_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL
);

ALTER TABLE "article_slugs" ADD CONSTRAINT "article_slugs_site_id_sites_id_fk" FOREIGN KEY ("site_id") REFERENCES "public"."sites"("id") ON DELETE no action ON UPDATE no action;
ALTER TABLE "article_slugs" ADD CONSTRAINT "article_slugs_article_id_articles_id_fk" FOREIGN KEY ("article_id") REFERENCES "public"."articles"("id") ON DELETE no action ON UPDATE no action;
ALTER TABLE "articles" ADD CONSTRAINT "articles_site_id_sites_id_fk" FOREIGN KEY ("site_id") REFERENCES "public"."sites"("id") ON DELETE no action ON UPDATE no action;
ALTER TABLE "articles" ADD CONSTRAINT "articles_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;
ALTER TABLE "articles" ADD CONSTRAINT "articles_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;
ALTER TABLE "redirects" ADD CONSTRAINT "redirects_site_id_sites_id_fk" FOREIGN KEY ("site_id") REFERENCES "public"."sites"("id") ON DELETE no action ON UPDATE no action;
ALTER TABLE "redirects" ADD CONSTRAINT "redirects_article_id_articles_id_fk" FOREIGN KEY ("article_id") REFERENCES "public"."articles"("id") ON DELETE no action ON UPDATE no action;
ALTER TABLE "authors" ADD CONSTRAINT "authors_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;
ALTER TABLE "authors" ADD CONSTRAINT "authors_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;
ALTER TABLE "categories" ADD CONSTRAINT "categories_site_id_sites_id_fk" FOREIGN KEY ("site_id") REFERENCES "public"."sites"("id") ON DELETE no action ON UPDATE no action;
ALTER TABLE "categories" ADD CONSTRAINT "categories_parent_id_categories_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."categories"("id") ON DELETE no action ON UPDATE no action;
ALTER TABLE "tags" ADD CONSTRAINT "tags_site_id_sites_id_fk" FOREIGN KEY ("site_id") REFERENCES "public"."sites"("id") ON DELETE no action ON UPDATE no action;
ALTER TABLE "changes" ADD CONSTRAINT "changes_site_id_sites_id_fk" FOREIGN KEY ("site_id") REFERENCES "public"."sites"("id") ON DELETE no action ON UPDATE no action;
ALTER TABLE "editions" ADD CONSTRAINT "editions_article_id_articles_id_fk" FOREIGN KEY ("article_id") REFERENCES "public"."articles"("id") ON DELETE no action ON UPDATE no action;
ALTER TABLE "editions" ADD CONSTRAINT "editions_revision_id_article_revisions_id_fk" FOREIGN KEY ("revision_id") REFERENCES "public"."article_revisions"("id") ON DELETE no action ON UPDATE no action;
ALTER TABLE "editions" ADD CONSTRAINT "editions_published_by_users_id_fk" FOREIGN KEY ("published_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;
ALTER TABLE "publication_log" ADD CONSTRAINT "publication_log_site_id_sites_id_fk" FOREIGN KEY ("site_id") REFERENCES "public"."sites"("id") ON DELETE no action ON UPDATE no action;
ALTER TABLE "published"."article_authors" ADD CONSTRAINT "article_authors_article_id_articles_id_fk" FOREIGN KEY ("article_id") REFERENCES "published"."articles"("id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "published"."article_categories" ADD CONSTRAINT "article_categories_article_id_articles_id_fk" FOREIGN KEY ("article_id") REFERENCES "published"."articles"("id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "published"."article_media" ADD CONSTRAINT "article_media_article_id_articles_id_fk" FOREIGN KEY ("article_id") REFERENCES "published"."articles"("id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "published"."article_tags" ADD CONSTRAINT "article_tags_article_id_articles_id_fk" FOREIGN KEY ("article_id") REFERENCES "published"."articles"("id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "published"."article_units" ADD CONSTRAINT "article_units_article_id_articles_id_fk" FOREIGN KEY ("article_id") REFERENCES "published"."articles"("id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "article_revisions" ADD CONSTRAINT "article_revisions_article_id_articles_id_fk" FOREIGN KEY ("article_id") REFERENCES "public"."articles"("id") ON DELETE no action ON UPDATE no action;
ALTER TABLE "article_revisions" ADD CONSTRAINT "article_revisions_hero_media_id_media_id_fk" FOREIGN KEY ("hero_media_id") REFERENCES "public"."media"("id") ON DELETE no action ON UPDATE no action;
ALTER TABLE "article_revisions" ADD CONSTRAINT "article_revisions_saved_by_users_id_fk" FOREIGN KEY ("saved_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;
ALTER TABLE "sites" ADD CONSTRAINT "sites_root_unit_id_units_id_fk" FOREIGN KEY ("root_unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;
ALTER TABLE "bloc_members" ADD CONSTRAINT "bloc_members_bloc_id_units_id_fk" FOREIGN KEY ("bloc_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;
ALTER TABLE "bloc_members" ADD CONSTRAINT "bloc_members_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;
ALTER TABLE "unit_names" ADD CONSTRAINT "unit_names_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;
ALTER TABLE "unit_parents" ADD CONSTRAINT "unit_parents_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;
ALTER TABLE "unit_parents" ADD CONSTRAINT "unit_parents_parent_id_units_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;
ALTER TABLE "grants" ADD CONSTRAINT "grants_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;
ALTER TABLE "grants" ADD CONSTRAINT "grants_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;
ALTER TABLE "refresh_tokens" ADD CONSTRAINT "refresh_tokens_session_id_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."sessions"("id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;
CREATE UNIQUE INDEX "article_slugs_current" ON "article_slugs" USING btree ("article_id") WHERE "article_slugs"."current";
CREATE INDEX "articles_recent" ON "articles" USING btree ("site_id","updated_at" DESC NULLS FIRST,"id" DESC NULLS FIRST);
CREATE INDEX "audit_log_entity" ON "audit_log" USING btree ("entity_id","id");
CREATE INDEX "published_article_authors_author" ON "published"."article_authors" USING btree ("author_id","article_id");
CREATE INDEX "published_article_categories_category" ON "published"."article_categories" USING btree ("category_id","article_id");
CREATE INDEX "published_article_media_media" ON "published"."article_media" USING btree ("media_id");
CREATE INDEX "published_article_tags_tag" ON "published"."article_tags" USING btree ("tag_id","article_id");
CREATE INDEX "published_article_units_unit" ON "published"."article_units" USING btree ("unit_id","article_id");
CREATE INDEX "published_articles_latest" ON "published"."articles" USING btree ("site_id","format","listed","published_at" DESC NULLS FIRST,"id" DESC NULLS FIRST);
CREATE UNIQUE INDEX "grants_once" ON "grants" USING btree ("user_id","role",coalesce("unit_id", '00000000-0000-0000-0000-000000000000'));
CREATE INDEX "sessions_user" ON "sessions" USING btree ("user_id");
CREATE UNIQUE INDEX "users_email" ON "users" USING btree (lower("email"));

-- By hand: both revisions an article points at are its own.
ALTER TABLE "articles" ADD CONSTRAINT "articles_head_revision_own" FOREIGN KEY ("id", "head_revision_id") REFERENCES "article_revisions" ("article_id", "id");
ALTER TABLE "articles" ADD CONSTRAINT "articles_published_revision_own" FOREIGN KEY ("id", "published_revision_id") REFERENCES "article_revisions" ("article_id", "id");
ALTER TABLE "editions" ADD CONSTRAINT "editions_revision_own" FOREIGN KEY ("article_id", "revision_id") REFERENCES "article_revisions" ("article_id", "id");
ALTER TABLE "publication_log" ADD CONSTRAINT "publication_log_edition" FOREIGN KEY ("article_id", "edition") REFERENCES "editions" ("article_id", "edition");
