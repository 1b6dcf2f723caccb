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

-- The day it is now at the site. Names, parents and members "today" are asked with it.
CREATE FUNCTION published.today() RETURNS date LANGUAGE sql STABLE AS $$
  SELECT (now() AT TIME ZONE coalesce((SELECT time_zone FROM published.sites ORDER BY id LIMIT 1), 'UTC'))::date
$$;

-- A moment as the API shows it: with the site's offset, so that its first ten characters are the local date.
CREATE FUNCTION published.site_time(at timestamptz, zone text) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT to_char(at AT TIME ZONE zone, 'YYYY-MM-DD"T"HH24:MI:SS.MS')
    || CASE WHEN at AT TIME ZONE zone < at AT TIME ZONE 'UTC' THEN '-' ELSE '+' END
    || to_char(greatest(at AT TIME ZONE zone, at AT TIME ZONE 'UTC') - least(at AT TIME ZONE zone, at AT TIME ZONE 'UTC'), 'HH24:MI')
$$;

-- A unit and its parents up to the root, nearest first, as of today: what permission on the unit's articles depends on.
CREATE FUNCTION unit_path(unit uuid) RETURNS uuid[] LANGUAGE sql STABLE AS $$
  WITH RECURSIVE up (id, depth) AS (
    SELECT unit, 0
    UNION ALL
    SELECT p.parent_id, up.depth + 1
    FROM up JOIN unit_parents p ON p.unit_id = up.id AND p.period @> published.today()
    WHERE up.depth < 30
  )
  SELECT array_agg(id ORDER BY depth) FROM up
$$;

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
