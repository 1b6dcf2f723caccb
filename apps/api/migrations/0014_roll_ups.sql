-- Roll-ups of what was read. A bucket is a local day, cut five ways; months are the sums of their days, the total is that of all
-- months. Each is made anew as a whole, never added to.
ALTER TABLE "hits" ADD COLUMN "country" text;
ALTER TABLE "hits" ADD CONSTRAINT "hits_country" CHECK ("country" ~ '^[A-Z]{2}$');

-- Visits and views of a day that another system counted.
CREATE TABLE "imported_days" (
	"site_id" uuid NOT NULL,
	"local_day" date NOT NULL,
	"views" bigint NOT NULL,
	"visits" bigint NOT NULL,
	CONSTRAINT "imported_days_pkey" PRIMARY KEY("site_id","local_day"),
	CONSTRAINT "imported_days_counts" CHECK ("visits" >= 0 AND "views" >= "visits")
);
ALTER TABLE "imported_days" ADD CONSTRAINT "imported_days_site_id_sites_id_fk" FOREIGN KEY ("site_id") REFERENCES "public"."sites"("id") ON DELETE no action ON UPDATE no action;

-- Up to which day the roll-ups of a site are final: no hit of such a day is written any more.
CREATE TABLE "stat_progress" (
	"site_id" uuid PRIMARY KEY NOT NULL,
	"closed_through" date NOT NULL,
	"rolled_up_at" timestamp (3) with time zone NOT NULL
);
ALTER TABLE "stat_progress" ADD CONSTRAINT "stat_progress_site_id_sites_id_fk" FOREIGN KEY ("site_id") REFERENCES "public"."sites"("id") ON DELETE no action ON UPDATE no action;

-- No foreign keys to units, authors, categories and articles: figures stay when those are gone.
CREATE TABLE "stat_hours" (
	"site_id" uuid NOT NULL,
	"local_day" date NOT NULL,
	"local_hour" smallint NOT NULL,
	"cut" text NOT NULL,
	"unit_id" uuid,
	"author_id" uuid,
	"category_id" uuid,
	"views" bigint NOT NULL,
	"visits" bigint NOT NULL,
	"readers" bigint NOT NULL,
	CONSTRAINT "stat_hours_once" UNIQUE NULLS NOT DISTINCT("site_id","cut","local_day","local_hour","unit_id","author_id","category_id"),
	CONSTRAINT "stat_hours_cut" CHECK ("stat_hours"."cut" IN ('site', 'unit', 'author', 'category', 'cell'))
);

CREATE TABLE "stat_periods" (
	"site_id" uuid NOT NULL,
	"period" text NOT NULL,
	"starts_on" date NOT NULL,
	"cut" text NOT NULL,
	"unit_id" uuid,
	"author_id" uuid,
	"category_id" uuid,
	"views" bigint NOT NULL,
	"visits" bigint NOT NULL,
	"readers" bigint NOT NULL,
	CONSTRAINT "stat_periods_once" UNIQUE NULLS NOT DISTINCT("site_id","cut","period","starts_on","unit_id","author_id","category_id"),
	CONSTRAINT "stat_periods_cut" CHECK ("stat_periods"."cut" IN ('site', 'unit', 'author', 'category', 'cell')),
	CONSTRAINT "stat_periods_period" CHECK ("stat_periods"."period" IN ('day', 'month', 'total'))
);

CREATE TABLE "stat_articles" (
	"site_id" uuid NOT NULL,
	"period" text NOT NULL,
	"starts_on" date NOT NULL,
	"article_id" uuid,
	"unit_id" uuid,
	"author_id" uuid,
	"category_id" uuid,
	"views" bigint NOT NULL,
	"visits" bigint NOT NULL,
	"readers" bigint NOT NULL,
	CONSTRAINT "stat_articles_once" UNIQUE NULLS NOT DISTINCT("article_id","period","starts_on","site_id","unit_id","author_id","category_id"),
	CONSTRAINT "stat_articles_period" CHECK ("stat_articles"."period" IN ('day', 'month', 'total'))
);
-- Holds all that a list of the most read is made of.
CREATE INDEX "stat_articles_most_read" ON "stat_articles" USING btree ("site_id","period","starts_on","readers" DESC,"article_id") INCLUDE ("views","visits");

CREATE TABLE "stat_referrers" (
	"site_id" uuid NOT NULL,
	"period" text NOT NULL,
	"starts_on" date NOT NULL,
	"cut" text NOT NULL,
	"host" text NOT NULL,
	"class" text NOT NULL,
	"unit_id" uuid,
	"author_id" uuid,
	"category_id" uuid,
	"visits" bigint NOT NULL,
	CONSTRAINT "stat_referrers_once" UNIQUE NULLS NOT DISTINCT("site_id","cut","period","starts_on","host","class","unit_id","author_id","category_id"),
	CONSTRAINT "stat_referrers_cut" CHECK ("stat_referrers"."cut" IN ('site', 'unit', 'author', 'category')),
	CONSTRAINT "stat_referrers_period" CHECK ("stat_referrers"."period" IN ('day', 'month', 'total')),
	CONSTRAINT "stat_referrers_class" CHECK ("stat_referrers"."class" IN ('direct', 'search', 'social', 'portal', 'other', 'unknown'))
);

CREATE TABLE "stat_countries" (
	"site_id" uuid NOT NULL,
	"period" text NOT NULL,
	"starts_on" date NOT NULL,
	"country" text NOT NULL,
	"visits" bigint NOT NULL,
	CONSTRAINT "stat_countries_pkey" PRIMARY KEY("site_id","period","starts_on","country"),
	CONSTRAINT "stat_countries_period" CHECK ("stat_countries"."period" IN ('day', 'month', 'total'))
);

-- What was read lately, for the public list of the most read.
CREATE VIEW published.article_reads AS
  SELECT site_id, starts_on AS day, article_id, views, readers FROM public.stat_articles WHERE period = 'day' AND article_id IS NOT NULL;

-- A report as it was saved: its figures do not change any more.
CREATE TABLE "reports" (
	"id" uuid PRIMARY KEY NOT NULL,
	"site_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"counted_by" text NOT NULL,
	"starts_on" date NOT NULL,
	"ends_on" date NOT NULL,
	"figures" jsonb NOT NULL,
	"saved_by" uuid,
	"saved_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "reports_kind" CHECK ("reports"."kind" IN ('month', 'quarter', 'half', 'year')),
	CONSTRAINT "reports_counted_by" CHECK ("reports"."counted_by" IN ('calendar', 'reporting')),
	CONSTRAINT "reports_days" CHECK ("reports"."starts_on" <= "reports"."ends_on")
);
ALTER TABLE "reports" ADD CONSTRAINT "reports_site_id_sites_id_fk" FOREIGN KEY ("site_id") REFERENCES "public"."sites"("id") ON DELETE no action ON UPDATE no action;
ALTER TABLE "reports" ADD CONSTRAINT "reports_saved_by_users_id_fk" FOREIGN KEY ("saved_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;
CREATE INDEX "reports_newest" ON "reports" USING btree ("site_id","saved_at" DESC,"id" DESC);
