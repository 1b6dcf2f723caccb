CREATE TABLE "media_references" (
	"revision_id" uuid NOT NULL,
	"media_id" uuid NOT NULL,
	CONSTRAINT "media_references_pkey" PRIMARY KEY("revision_id","media_id")
);
ALTER TABLE "media" DROP CONSTRAINT "media_size";
ALTER TABLE "media" ALTER COLUMN "width" DROP NOT NULL;
ALTER TABLE "media" ALTER COLUMN "height" DROP NOT NULL;
ALTER TABLE "media" ALTER COLUMN "alt" DROP NOT NULL;
ALTER TABLE "media" ADD COLUMN "kind" text DEFAULT 'picture' NOT NULL;
ALTER TABLE "media" ADD COLUMN "focal_point" jsonb;
ALTER TABLE "media" ADD COLUMN "crop" jsonb;
ALTER TABLE "media" ADD COLUMN "rendering" text DEFAULT 'ready' NOT NULL;
ALTER TABLE "media" ADD COLUMN "unit_id" uuid;
UPDATE "media" SET "unit_id" = (SELECT coalesce(root_unit_id, (SELECT id FROM units ORDER BY id LIMIT 1)) FROM sites ORDER BY id LIMIT 1);
ALTER TABLE "media" ALTER COLUMN "unit_id" SET NOT NULL;
ALTER TABLE "media" ADD COLUMN "created_by" uuid;
ALTER TABLE "media" ADD COLUMN "folded" text DEFAULT '' NOT NULL;
ALTER TABLE "media_references" ADD CONSTRAINT "media_references_revision_id_article_revisions_id_fk" FOREIGN KEY ("revision_id") REFERENCES "public"."article_revisions"("id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "media_references" ADD CONSTRAINT "media_references_media_id_media_id_fk" FOREIGN KEY ("media_id") REFERENCES "public"."media"("id") ON DELETE no action ON UPDATE no action;
CREATE INDEX "media_references_media" ON "media_references" USING btree ("media_id");
CREATE INDEX "article_revisions_hero" ON "article_revisions" USING btree ("hero_media_id") WHERE "article_revisions"."hero_media_id" IS NOT NULL;
ALTER TABLE "media" ADD CONSTRAINT "media_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;
ALTER TABLE "media" ADD CONSTRAINT "media_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;
CREATE INDEX "media_folded" ON "media" USING gin ("folded" gin_trgm_ops);
CREATE INDEX "media_created" ON "media" USING btree ("created_at","id");
CREATE INDEX "media_of_kind" ON "media" USING btree ("kind","created_at","id");
CREATE INDEX "media_of_unit" ON "media" USING btree ("unit_id","created_at","id");
CREATE INDEX "media_of_creator" ON "media" USING btree ("created_by","created_at","id");
ALTER TABLE "media" ADD CONSTRAINT "media_bytes" CHECK ("media"."bytes" > 0);
ALTER TABLE "media" ADD CONSTRAINT "media_kind" CHECK (kind IN ('picture', 'document', 'audio', 'video'));
ALTER TABLE "media" ADD CONSTRAINT "media_rendering" CHECK (rendering IN ('waiting', 'ready', 'failed'));
ALTER TABLE "media" ADD CONSTRAINT "media_size" CHECK (CASE WHEN "media"."kind" = 'picture' THEN coalesce("media"."width" > 0 AND "media"."height" > 0, false)
        ELSE "media"."width" IS NULL AND "media"."height" IS NULL END);

-- By hand from here.

-- Which files a revision shows is read from its body itself: whoever writes a revision, and however, the references are true.
CREATE FUNCTION keep_media_references() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN DELETE FROM media_references WHERE revision_id = NEW.id; END IF;
  INSERT INTO media_references (revision_id, media_id)
    SELECT DISTINCT NEW.id, shown.id FROM (
      SELECT NEW.hero_media_id AS id
      UNION ALL
      SELECT (named.id #>> '{}')::uuid FROM jsonb_path_query(NEW.body, '$.**.mediaId') AS named (id)
      UNION ALL
      SELECT (named.id #>> '{}')::uuid FROM jsonb_path_query(NEW.body, '$.**.posterId') AS named (id)
    ) AS shown WHERE shown.id IS NOT NULL;
  RETURN NULL;
END $$;

CREATE TRIGGER keep_media_references_of_new AFTER INSERT ON article_revisions
  FOR EACH ROW EXECUTE FUNCTION keep_media_references();
CREATE TRIGGER keep_media_references AFTER UPDATE OF body, hero_media_id ON article_revisions
  FOR EACH ROW WHEN (OLD.body IS DISTINCT FROM NEW.body OR OLD.hero_media_id IS DISTINCT FROM NEW.hero_media_id)
  EXECUTE FUNCTION keep_media_references();

INSERT INTO media_references (revision_id, media_id)
  SELECT id, hero_media_id FROM article_revisions WHERE hero_media_id IS NOT NULL;

CREATE OR REPLACE VIEW published.media AS
  SELECT id, width, height, alt, caption, credit, color, rev, variants, kind, type, bytes, original_name, rendering
  FROM public.media WHERE public;
