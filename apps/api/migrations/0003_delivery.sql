-- What delivery may read besides the published articles: the public rows and columns of everything else. A new column of a
-- table is private until it is named here.

CREATE VIEW published.sites AS
  SELECT id, host, name, root_unit_id, time_zone, locales,
         coalesce(settings -> 'contacts', '{}') AS contacts,
         settings ->> 'responsiblePerson' AS responsible_person,
         settings ->> 'licence' AS licence,
         settings ->> 'reuse' AS reuse
  FROM public.sites;

CREATE VIEW published.units AS SELECT id, slug, kind, code, contacts, "order", status FROM public.units;
CREATE VIEW published.unit_names AS SELECT unit_id, name, short_name, period FROM public.unit_names;
CREATE VIEW published.unit_parents AS SELECT unit_id, parent_id, period FROM public.unit_parents;
CREATE VIEW published.bloc_members AS SELECT bloc_id, unit_id, period FROM public.bloc_members;
CREATE VIEW published.authors AS SELECT id, slug, display_name, kind, bio, unit_id FROM public.authors;
CREATE VIEW published.categories AS SELECT id, site_id, slug, name, parent_id, "order" FROM public.categories;
CREATE VIEW published.tags AS SELECT id, site_id, slug, name FROM public.tags;
CREATE VIEW published.media AS SELECT id, width, height, alt, caption, credit, color, rev, variants FROM public.media WHERE public;
CREATE VIEW published.redirects AS SELECT site_id, from_path_query, article_id, url FROM public.redirects;
CREATE VIEW published.publication_log AS SELECT seq, site_id, article_id, edition, hash, head FROM public.publication_log;
CREATE VIEW published.public_generation AS SELECT generation, epoch FROM public.public_generation;
CREATE VIEW published.changes AS
  SELECT seq, site_id, at, action, reason, entity, entity_id, edition, replaced_by, backfill FROM public.changes;
-- Old addresses and editions of what is not public are not public either.
CREATE VIEW published.article_slugs AS
  SELECT s.site_id, s.slug, s.article_id, s.current FROM public.article_slugs s JOIN published.articles a ON a.id = s.article_id;
CREATE VIEW published.editions AS
  SELECT e.article_id, e.edition, e.kind, e.note, e.correction, e.published_at, e.document, e.hash
  FROM public.editions e JOIN published.articles a ON a.id = e.article_id;

-- The role of delivery's connections. Where it cannot be made (a hosted database), delivery reads as the owner.
DO $$
BEGIN
  BEGIN
    CREATE ROLE bantin_delivery NOLOGIN;
  EXCEPTION
    WHEN duplicate_object OR unique_violation THEN NULL;
    WHEN insufficient_privilege THEN
      RAISE NOTICE 'role bantin_delivery cannot be made here: delivery will read as %', current_user;
      RETURN;
  END;
  IF NOT pg_has_role(current_user, 'bantin_delivery', 'MEMBER') THEN
    EXECUTE format('GRANT bantin_delivery TO %I', current_user);
  END IF;
  GRANT USAGE ON SCHEMA published TO bantin_delivery;
  GRANT SELECT ON ALL TABLES IN SCHEMA published TO bantin_delivery;
  ALTER DEFAULT PRIVILEGES IN SCHEMA published GRANT SELECT ON TABLES TO bantin_delivery;
END $$;
