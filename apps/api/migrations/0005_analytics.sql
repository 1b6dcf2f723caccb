CREATE TABLE "hits" (
	"local_day" date NOT NULL,
	"id" uuid NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"local_hour" smallint NOT NULL,
	"site_id" uuid NOT NULL,
	"article_id" uuid,
	"path" text,
	"visit" boolean NOT NULL,
	"visitor" bytea,
	"referrer_host" text,
	CONSTRAINT "hits_pkey" PRIMARY KEY("local_day","id"),
	CONSTRAINT "hits_local_hour" CHECK ("hits"."local_hour" BETWEEN 0 AND 23),
	CONSTRAINT "hits_of_something" CHECK ("hits"."article_id" IS NOT NULL OR "hits"."path" IS NOT NULL),
	CONSTRAINT "hits_visitor" CHECK (octet_length("hits"."visitor") = 16)
) PARTITION BY RANGE ("local_day");

-- Takes what has no partition of its day yet. No foreign keys: a hit is written by the thousand, and its site and article were
-- looked up by the statement that writes it.
CREATE TABLE "hits_default" PARTITION OF "hits" DEFAULT;

CREATE INDEX "hits_at" ON "hits" USING brin ("at");
CREATE INDEX "hits_visits" ON "hits" USING btree ("site_id","local_day") WHERE "visit";
-- The day leads, or the planner combines the index with a walk over all of the day's primary key, for each hit.
CREATE INDEX "hits_visits_of_visitor" ON "hits" USING btree ("local_day","visitor","at") WHERE "visit" AND "visitor" IS NOT NULL;

-- Room on each page, and no index on the time: a row is updated with every page its reader opens.
CREATE TABLE "presence" (
	"visitor" bytea PRIMARY KEY NOT NULL,
	"site_id" uuid NOT NULL,
	"seen_at" timestamp (3) with time zone NOT NULL
) WITH (fillfactor = 50);

CREATE TABLE "visitor_salts" (
	"local_day" date PRIMARY KEY NOT NULL,
	"salt" bytea NOT NULL
);

CREATE TABLE "hit_drops" (
	"site_id" uuid NOT NULL,
	"local_day" date NOT NULL,
	"cause" text NOT NULL,
	"count" bigint NOT NULL,
	CONSTRAINT "hit_drops_pkey" PRIMARY KEY("site_id","local_day","cause"),
	CONSTRAINT "hit_drops_cause" CHECK ("hit_drops"."cause" IN ('bot', 'prefetch', 'not_public'))
);

ALTER TABLE "hit_drops" ADD CONSTRAINT "hit_drops_site_id_sites_id_fk" FOREIGN KEY ("site_id") REFERENCES "public"."sites"("id") ON DELETE no action ON UPDATE no action;
