-- Searching in Vietnamese.

-- By which words an article is found. `head` has what stands first (title, kicker, sapo, captions): small, so that thousands can be ranked.
-- `body` has everything. Both are written by packages/shared/src/search, whose form `version` counts.
CREATE TABLE "published"."article_terms" (
	"article_id" uuid PRIMARY KEY NOT NULL,
	"site_id" uuid NOT NULL,
	"format" text NOT NULL,
	"listed" boolean NOT NULL,
	"published_at" timestamp (3) with time zone NOT NULL,
	"title" text NOT NULL,
	"head" "tsvector" NOT NULL,
	"body" "tsvector" NOT NULL,
	"version" smallint NOT NULL
);
ALTER TABLE "published"."article_terms" ADD CONSTRAINT "article_terms_article_id_articles_id_fk" FOREIGN KEY ("article_id") REFERENCES "published"."articles"("id") ON DELETE cascade ON UPDATE no action;
-- What is ranked stays beside its row; what is only looked into lies apart, as it is: it does not get smaller.
ALTER TABLE "published"."article_terms" ALTER COLUMN "head" SET STORAGE MAIN, ALTER COLUMN "body" SET STORAGE EXTERNAL;
-- Words of the middle of a long list are known too, so that the planner sees which are rare.
ALTER TABLE "published"."article_terms" ALTER COLUMN "head" SET STATISTICS 300, ALTER COLUMN "body" SET STATISTICS 300;
CREATE INDEX "published_article_terms_head" ON "published"."article_terms" USING gin ("head");
CREATE INDEX "published_article_terms_body" ON "published"."article_terms" USING gin ("body");
CREATE INDEX "published_article_terms_title" ON "published"."article_terms" USING gin ("title" gin_trgm_ops);
CREATE INDEX "published_article_terms_latest" ON "published"."article_terms" USING btree ("site_id","published_at" DESC,"article_id" DESC) WHERE "listed";
CREATE INDEX "published_article_terms_version" ON "published"."article_terms" USING btree ("version");

-- Names as they are searched for. They stand in no article's terms, which a new name would leave stale. Kept up every minute; shown is only
-- what still is somebody's name.
CREATE TABLE "names" (
	"kind" text NOT NULL,
	"entity_id" uuid NOT NULL,
	"name" text NOT NULL,
	"folded" text NOT NULL,
	CONSTRAINT "names_pkey" PRIMARY KEY("kind","entity_id","name"),
	CONSTRAINT "names_kind" CHECK ("names"."kind" IN ('unit', 'author', 'category', 'tag'))
);
CREATE INDEX "names_folded" ON "names" USING btree ("folded");
CREATE INDEX "names_alike" ON "names" USING gin ("folded" gin_trgm_ops);

-- Every name that is looked for: of a unit also those that it had.
CREATE VIEW published.current_names AS
  SELECT kind, entity_id, name, bool_or(is_current) AS is_current, slug FROM (
    SELECT 'unit' AS kind, n.unit_id AS entity_id, form.name, n.period @> published.today() AS is_current, u.slug
    FROM public.unit_names n JOIN public.units u ON u.id = n.unit_id CROSS JOIN LATERAL (VALUES (n.name), (n.short_name)) AS form (name)
    WHERE form.name IS NOT NULL
    UNION ALL SELECT 'author', id, display_name, true, slug FROM public.authors
    UNION ALL SELECT 'category', id, name, true, slug FROM public.categories
    UNION ALL SELECT 'tag', id, name, true, slug FROM public.tags
  ) n GROUP BY kind, entity_id, name, slug;

CREATE VIEW published.names AS
  SELECT n.kind, n.entity_id, n.name, n.folded, c.is_current, c.slug
  FROM public.names n JOIN published.current_names c USING (kind, entity_id, name);

-- What short forms stand for: both ways.
CREATE TABLE "abbreviations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"short" text NOT NULL,
	"long" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "abbreviations_once" UNIQUE("short","long")
);
CREATE CONSTRAINT TRIGGER grow_public_generation AFTER INSERT OR UPDATE OR DELETE ON abbreviations
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION grow_public_generation();
CREATE VIEW published.abbreviations AS SELECT short, long FROM public.abbreviations;
INSERT INTO abbreviations (id, short, long)
  SELECT gen_random_uuid(), short, long FROM (VALUES
    ('UBND', 'Ủy ban nhân dân'), ('HĐND', 'Hội đồng nhân dân'), ('ĐBQH', 'đại biểu Quốc hội'), ('MTTQ', 'Mặt trận Tổ quốc'),
    ('UBMTTQ', 'Ủy ban Mặt trận Tổ quốc'), ('BTV', 'Ban Thường vụ'), ('BCH', 'Ban Chấp hành'), ('BCĐ', 'Ban Chỉ đạo'), ('TVTU', 'Thường vụ Tỉnh ủy'),
    ('KH&ĐT', 'Kế hoạch và Đầu tư'), ('GD&ĐT', 'Giáo dục và Đào tạo'), ('NN&PTNT', 'Nông nghiệp và Phát triển nông thôn'),
    ('TN&MT', 'Tài nguyên và Môi trường'), ('LĐ-TB&XH', 'Lao động - Thương binh và Xã hội'), ('TT&TT', 'Thông tin và Truyền thông'),
    ('VHTT&DL', 'Văn hóa, Thể thao và Du lịch'), ('KH&CN', 'Khoa học và Công nghệ'), ('GTVT', 'Giao thông vận tải'),
    ('THCS', 'trung học cơ sở'), ('THPT', 'trung học phổ thông'), ('CCHC', 'cải cách hành chính'), ('TTHC', 'thủ tục hành chính'),
    ('BHXH', 'bảo hiểm xã hội'), ('BHYT', 'bảo hiểm y tế'), ('HTX', 'hợp tác xã'), ('NTM', 'nông thôn mới'), ('PCCC', 'phòng cháy chữa cháy'),
    ('ANTT', 'an ninh trật tự'), ('ATGT', 'an toàn giao thông'), ('KT-XH', 'kinh tế - xã hội'), ('QĐND', 'Quân đội nhân dân'),
    ('CAND', 'Công an nhân dân'), ('LHPN', 'Liên hiệp Phụ nữ'), ('CCB', 'Cựu chiến binh'), ('TDTT', 'thể dục thể thao'), ('TP', 'thành phố'),
    ('CNTT', 'công nghệ thông tin'), ('CĐS', 'chuyển đổi số'), ('TĐKT', 'thi đua, khen thưởng'), ('DTTS', 'dân tộc thiểu số'), ('VBQPPL', 'văn bản quy phạm pháp luật')
  ) AS known (short, long);
SET CONSTRAINTS ALL IMMEDIATE;
SET CONSTRAINTS ALL DEFERRED;

-- What was searched for on a local day, how often, and how many articles were found the last time. Nothing of who it was.
CREATE TABLE "search_days" (
	"site_id" uuid NOT NULL,
	"day" date NOT NULL,
	"words" text NOT NULL,
	"searches" integer NOT NULL,
	"results" integer NOT NULL,
	CONSTRAINT "search_days_pkey" PRIMARY KEY("site_id","day","words")
);
ALTER TABLE "search_days" ADD CONSTRAINT "search_days_site_id_sites_id_fk" FOREIGN KEY ("site_id") REFERENCES "public"."sites"("id") ON DELETE no action ON UPDATE no action;
CREATE INDEX "search_days_nothing_found" ON "search_days" USING btree ("site_id","day") WHERE "search_days"."results" = 0;

-- The same words for what is being written: of the newest revision, for the desk.
CREATE TABLE "draft_terms" (
	"article_id" uuid PRIMARY KEY NOT NULL,
	"terms" "tsvector" NOT NULL,
	"version" smallint NOT NULL
);
ALTER TABLE "draft_terms" ADD CONSTRAINT "draft_terms_article_id_articles_id_fk" FOREIGN KEY ("article_id") REFERENCES "public"."articles"("id") ON DELETE cascade ON UPDATE no action;
CREATE INDEX "draft_terms_terms" ON "draft_terms" USING gin ("terms");
CREATE INDEX "draft_terms_version" ON "draft_terms" USING btree ("version");
