-- Portals: who pulls what is published and says how far he is, and where he wants to be told.
CREATE TABLE "api_clients" (
	"id" uuid PRIMARY KEY NOT NULL,
	"site_id" uuid NOT NULL REFERENCES "sites"("id"),
	"unit_id" uuid REFERENCES "units"("id"),
	"name" text NOT NULL,
	"contact" text,
	"scopes" text[] NOT NULL,
	"requests_per_second" integer,
	"responsible_user_id" uuid REFERENCES "users"("id"),
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"closed_at" timestamp (3) with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "api_clients_scopes" CHECK ("scopes" <@ ARRAY['read', 'acknowledge'] AND cardinality("scopes") > 0),
	CONSTRAINT "api_clients_requests_per_second" CHECK ("requests_per_second" BETWEEN 1 AND 1000)
);
CREATE INDEX "api_clients_responsible" ON "api_clients" ("responsible_user_id");

CREATE TABLE "api_keys" (
	"id" uuid PRIMARY KEY NOT NULL,
	"client_id" uuid NOT NULL REFERENCES "api_clients"("id"),
	"prefix" text NOT NULL,
	"hash" bytea NOT NULL,
	"created_by" uuid REFERENCES "users"("id"),
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp (3) with time zone,
	"revoked_at" timestamp (3) with time zone,
	"revoked_by" uuid REFERENCES "users"("id"),
	"last_used_at" timestamp (3) with time zone,
	CONSTRAINT "api_keys_prefix" UNIQUE("prefix"),
	CONSTRAINT "api_keys_hash" CHECK (length("hash") = 32)
);
CREATE INDEX "api_keys_client" ON "api_keys" ("client_id");

CREATE TABLE "api_key_days" (
	"key_id" uuid NOT NULL REFERENCES "api_keys"("id"),
	"day" date NOT NULL,
	"requests" integer NOT NULL,
	"refused" integer NOT NULL,
	CONSTRAINT "api_key_days_pkey" PRIMARY KEY("key_id","day"),
	CONSTRAINT "api_key_days_counts" CHECK ("requests" >= 0 AND "refused" >= 0)
);

CREATE TABLE "portal_cursors" (
	"client_id" uuid PRIMARY KEY NOT NULL REFERENCES "api_clients"("id"),
	"epoch" integer NOT NULL,
	"seq" bigint NOT NULL,
	"acknowledged_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);

CREATE TABLE "late_acknowledgements" (
	"client_id" uuid NOT NULL REFERENCES "api_clients"("id"),
	"article_id" uuid NOT NULL REFERENCES "articles"("id") ON DELETE cascade,
	"seq" bigint NOT NULL,
	"told_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "late_acknowledgements_pkey" PRIMARY KEY("client_id","seq")
);
CREATE INDEX "late_acknowledgements_article" ON "late_acknowledgements" ("article_id");

-- What portals should have within the hour, by time: the few corrections and removals of the last days.
CREATE INDEX "changes_to_be_received" ON "changes" ("at")
  WHERE "entity" = 'article' AND "reason" IN ('correction', 'held', 'removed', 'redirected', 'withdrawn', 'personal_data') AND NOT "backfill";

-- A portal that is behind with a correction is told of to those who answer for the article.
ALTER TABLE "notifications" DROP CONSTRAINT "notifications_kind";
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_kind"
  CHECK (kind IN ('submitted', 'returned', 'approved', 'published', 'held', 'schedule_failed', 'not_received'));

CREATE TABLE "webhook_endpoints" (
	"id" uuid PRIMARY KEY NOT NULL,
	"client_id" uuid NOT NULL REFERENCES "api_clients"("id"),
	"url" text NOT NULL,
	"secret" bytea NOT NULL,
	"former_secret" bytea,
	"former_secret_until" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"disabled_at" timestamp (3) with time zone,
	"disabled_because" text,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "webhook_endpoints_disabled" CHECK (("disabled_at" IS NULL) = ("disabled_because" IS NULL)),
	CONSTRAINT "webhook_endpoints_disabled_because" CHECK ("disabled_because" IN ('gone', 'by_hand')),
	CONSTRAINT "webhook_endpoints_former_secret" CHECK (("former_secret" IS NULL) = ("former_secret_until" IS NULL))
);
CREATE INDEX "webhook_endpoints_client" ON "webhook_endpoints" ("client_id");

-- In the transaction of the change; the order of an article's messages is that of the feed.
CREATE TABLE "webhook_deliveries" (
	"id" uuid PRIMARY KEY NOT NULL,
	"endpoint_id" uuid NOT NULL REFERENCES "webhook_endpoints"("id"),
	"seq" bigint,
	"entity" text,
	"entity_id" uuid,
	"status" text DEFAULT 'waiting' NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"next_attempt_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"leased_until" timestamp (3) with time zone DEFAULT '-infinity' NOT NULL,
	"given_up_at" timestamp (3) with time zone DEFAULT now() + interval '72 hours' NOT NULL,
	"finished_at" timestamp (3) with time zone,
	"last_status" integer,
	"last_error" text,
	CONSTRAINT "webhook_deliveries_once" UNIQUE("endpoint_id","seq"),
	CONSTRAINT "webhook_deliveries_status" CHECK ("status" IN ('waiting', 'delivered', 'failed')),
	CONSTRAINT "webhook_deliveries_finished" CHECK (("status" = 'waiting') = ("finished_at" IS NULL)),
	CONSTRAINT "webhook_deliveries_of_entry" CHECK (num_nulls("seq", "entity", "entity_id") IN (0, 3))
);
CREATE INDEX "webhook_deliveries_due" ON "webhook_deliveries" ("endpoint_id","next_attempt_at","seq") WHERE "status" = 'waiting';
CREATE INDEX "webhook_deliveries_under_way" ON "webhook_deliveries" ("endpoint_id","leased_until")
  WHERE "status" = 'waiting' AND "leased_until" > '-infinity';
CREATE INDEX "webhook_deliveries_in_order" ON "webhook_deliveries" ("endpoint_id","entity_id","seq") WHERE "status" = 'waiting';
CREATE INDEX "webhook_deliveries_newest" ON "webhook_deliveries" ("endpoint_id","status","created_at","id");

-- Every process hears at once of a key that is revoked and of a portal that is closed, and sends at once what is there to be sent.
CREATE FUNCTION tell_of_clients() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('api_clients', '');
  RETURN NULL;
END $$;
CREATE TRIGGER tell_of_clients AFTER INSERT OR UPDATE OF scopes, requests_per_second, closed_at, unit_id ON api_clients FOR EACH STATEMENT EXECUTE FUNCTION tell_of_clients();
CREATE TRIGGER tell_of_clients AFTER INSERT OR UPDATE OF revoked_at, expires_at ON api_keys FOR EACH STATEMENT EXECUTE FUNCTION tell_of_clients();

-- Whose an article is, of those that portals were told of: what feeds of one unit are narrowed by.
CREATE VIEW published.article_owners AS SELECT id, unit_id FROM public.articles WHERE first_published_at IS NOT NULL;

-- The unit, those above it and what follows those that have ended, for delivery, which may not read them all.
CREATE FUNCTION published.unit_path(unit uuid) RETURNS uuid[] LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT public.unit_path(unit)
$$;

-- Whether a portal of one unit is told of it: of articles and units that are that unit's or of one below it, and of all that is nobody's.
CREATE FUNCTION is_told(client_unit uuid, entity text, entity_id uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT client_unit IS NULL OR entity NOT IN ('article', 'unit') OR coalesce(client_unit = ANY (unit_path(
    CASE entity WHEN 'unit' THEN entity_id ELSE (SELECT a.unit_id FROM articles a WHERE a.id = entity_id) END)), false)
$$;

-- The entry of today's feed behind which a portal stands; null of one that has never said it. After a restore it is at most where the copy ended.
CREATE FUNCTION portal_position(client uuid) RETURNS bigint LANGUAGE sql STABLE AS $$
  SELECT least(c.seq, (SELECT min(e.restored_to) FROM epochs e WHERE e.epoch > c.epoch)) FROM portal_cursors c WHERE c.client_id = client
$$;

-- Whatever the feed is told, endpoints are told too: their messages are of the same transaction. What came from an archive is no news.
-- Behind one that is tried again later, a message about the same thing is not due before, and nobody looks at it until then. An endpoint that is
-- being deleted is waited for: nothing is written for it then, where the reference to it would make the change fail. Planned each time: a
-- plan of when nothing waited walks all that waits for each row. OFFSET 0 keeps the planner from walking it for what is the latest.
CREATE FUNCTION write_webhook_deliveries() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE $insert$
    INSERT INTO webhook_deliveries (id, endpoint_id, seq, entity, entity_id, next_attempt_at)
    SELECT gen_random_uuid(), e.id, t.seq, t.entity, t.entity_id, greatest(now(), (
      SELECT max(next_attempt_at) FROM (SELECT b.next_attempt_at FROM webhook_deliveries b
        WHERE b.endpoint_id = e.id AND b.entity_id = t.entity_id AND b.status = 'waiting' OFFSET 0) b))
    FROM told t JOIN api_clients c ON c.site_id = t.site_id AND c.closed_at IS NULL
      JOIN webhook_endpoints e ON e.client_id = c.id AND e.disabled_at IS NULL
    WHERE NOT t.backfill AND is_told(c.unit_id, t.entity, t.entity_id)
    FOR KEY SHARE OF e $insert$;
  RETURN NULL;
END $$;
CREATE TRIGGER write_webhook_deliveries AFTER INSERT ON changes REFERENCING NEW TABLE AS told
  FOR EACH STATEMENT EXECUTE FUNCTION write_webhook_deliveries();
