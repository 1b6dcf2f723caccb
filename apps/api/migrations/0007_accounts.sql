-- People and their accounts: invitations, the second factor, trusted devices, what they are told; and that somebody stays to administer.

CREATE TABLE "notification_settings" (
	"user_id" uuid PRIMARY KEY NOT NULL,
	"mail" text DEFAULT 'daily' NOT NULL,
	"muted" text[] DEFAULT '{}' NOT NULL,
	"chat_url" "bytea",
	"digested_on" date,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "notification_settings_mail" CHECK (mail IN ('off', 'at_once', 'daily'))
);
CREATE TABLE "notifications" (
	"id" uuid PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"article_id" uuid NOT NULL,
	"actor_name" text,
	"note" text,
	"at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"read_at" timestamp (3) with time zone,
	"mailed_at" timestamp (3) with time zone,
	CONSTRAINT "notifications_kind" CHECK (kind IN ('submitted', 'returned', 'approved', 'published', 'held', 'schedule_failed'))
);
CREATE TABLE "password_links" (
	"id" uuid PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"token_hash" text NOT NULL,
	"created_by" uuid,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"used_at" timestamp (3) with time zone,
	"revoked_at" timestamp (3) with time zone,
	CONSTRAINT "password_links_kind" CHECK ("password_links"."kind" IN ('invitation', 'reset'))
);
CREATE TABLE "recovery_codes" (
	"user_id" uuid NOT NULL,
	"hash" text NOT NULL,
	"used_at" timestamp (3) with time zone,
	CONSTRAINT "recovery_codes_pkey" PRIMARY KEY("user_id","hash")
);
CREATE TABLE "second_factors" (
	"user_id" uuid PRIMARY KEY NOT NULL,
	"secret" "bytea" NOT NULL,
	"confirmed_at" timestamp (3) with time zone,
	"last_step" bigint
);
CREATE TABLE "trusted_devices" (
	"id" uuid PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"token_hash" text NOT NULL,
	"device" text,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL
);
ALTER TABLE "users" ALTER COLUMN "password_hash" DROP NOT NULL;
ALTER TABLE "login_attempts" ADD COLUMN "kind" text DEFAULT 'password' NOT NULL;
ALTER TABLE "sites" ADD COLUMN "second_factor_required" boolean DEFAULT false NOT NULL;
ALTER TABLE "sites" ADD COLUMN "set_up_at" timestamp (3) with time zone;
ALTER TABLE "sessions" ADD COLUMN "device" text;
ALTER TABLE "sessions" ADD COLUMN "address" text;
ALTER TABLE "users" ADD COLUMN "locale" text DEFAULT 'vi' NOT NULL;
ALTER TABLE "notification_settings" ADD CONSTRAINT "notification_settings_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_article_id_articles_id_fk" FOREIGN KEY ("article_id") REFERENCES "public"."articles"("id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "password_links" ADD CONSTRAINT "password_links_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;
ALTER TABLE "password_links" ADD CONSTRAINT "password_links_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;
ALTER TABLE "recovery_codes" ADD CONSTRAINT "recovery_codes_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;
ALTER TABLE "second_factors" ADD CONSTRAINT "second_factors_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;
ALTER TABLE "trusted_devices" ADD CONSTRAINT "trusted_devices_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;
CREATE INDEX "notifications_user" ON "notifications" USING btree ("user_id","at","id");
CREATE INDEX "notifications_unread" ON "notifications" USING btree ("user_id") WHERE "notifications"."read_at" IS NULL;
CREATE INDEX "notifications_unmailed" ON "notifications" USING btree ("user_id") WHERE "notifications"."mailed_at" IS NULL;
CREATE INDEX "notifications_article" ON "notifications" USING btree ("article_id");
CREATE UNIQUE INDEX "password_links_token" ON "password_links" USING btree ("token_hash");
CREATE INDEX "password_links_user" ON "password_links" USING btree ("user_id");
CREATE UNIQUE INDEX "trusted_devices_token" ON "trusted_devices" USING btree ("token_hash");
CREATE INDEX "trusted_devices_user" ON "trusted_devices" USING btree ("user_id");
CREATE INDEX "refresh_tokens_session" ON "refresh_tokens" USING btree ("session_id");
CREATE INDEX "users_name" ON "users" USING btree ("name" COLLATE "vi-x-icu","id");
ALTER TABLE "login_attempts" ADD CONSTRAINT "login_attempts_kind" CHECK ("login_attempts"."kind" IN ('password', 'code', 'own_password', 'own_code', 'forgotten', 'link', 'setup'));
ALTER TABLE "users" ADD CONSTRAINT "users_locale" CHECK ("users"."locale" IN ('vi', 'en'));

-- By hand from here.

CREATE FUNCTION is_of_the_site(unit uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT unit IS NULL OR EXISTS (SELECT FROM sites s WHERE s.root_unit_id = unit)
$$;

-- Whether somebody who can sign in administers the whole site, by a grant over all of it or over its root unit.
CREATE FUNCTION has_administrator() RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (
    SELECT FROM users u JOIN grants g ON g.user_id = u.id
    WHERE g.role = 'admin' AND u.disabled_at IS NULL AND u.password_hash IS NOT NULL AND is_of_the_site(g.unit_id))
$$;

-- Checked when everything of the transaction is done, one transaction after the other: two that each take one of the last two
-- administrators away do not both pass.
CREATE FUNCTION refuse_without_administrator() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_TABLE_NAME = 'grants' THEN
    IF NOT is_of_the_site(OLD.unit_id) THEN RETURN NULL; END IF;
  ELSIF NOT EXISTS (SELECT FROM grants g WHERE g.user_id = OLD.id AND g.role = 'admin' AND is_of_the_site(g.unit_id)) THEN
    RETURN NULL;
  END IF;
  PERFORM pg_advisory_xact_lock(hashtext('bantin administrators'));
  IF NOT has_administrator() THEN
    RAISE EXCEPTION 'nobody would be left to administer the site' USING ERRCODE = '23514', CONSTRAINT = 'last_administrator';
  END IF;
  RETURN NULL;
END
$$;

CREATE CONSTRAINT TRIGGER last_administrator AFTER UPDATE OR DELETE ON grants
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD.role = 'admin') EXECUTE FUNCTION refuse_without_administrator();

CREATE CONSTRAINT TRIGGER last_administrator AFTER UPDATE ON users
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN ((NEW.disabled_at IS NOT NULL AND OLD.disabled_at IS NULL) OR (NEW.password_hash IS NULL AND OLD.password_hash IS NOT NULL))
  EXECUTE FUNCTION refuse_without_administrator();
