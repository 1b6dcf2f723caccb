-- What a page shows of a picture is put together when it changes, not each time that it is shown: it was half of the work of a list.

-- The JSON of a picture, with a character that no text has in the place of the public origin; null while nothing of it is rendered. JPEG
-- where there is one address: whoever takes it can show it. The same as `pictureOf` in apps/api/src/lib/media-view.ts.
CREATE FUNCTION picture_json(id uuid, rev integer, variants jsonb, alt text, caption text, credit text, color text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT json_build_object(
    'id', id, 'src', v.src, 'srcset', coalesce(v.webp, ''), 'avifSrcset', coalesce(v.avif, ''), 'width', v.width, 'height', v.height,
    'alt', coalesce(translate(alt, E'\x7f', ''), ''), 'caption', translate(caption, E'\x7f', ''), 'credit', translate(credit, E'\x7f', ''),
    'color', color,
    'card', json_build_object('src', coalesce(v.card_src, v.src), 'srcset', coalesce(v.card_webp, v.webp, '')),
    'share', coalesce(v.share, v.src))::text
  FROM (SELECT
      (array_agg(r.address ORDER BY r.width DESC) FILTER (WHERE r.shape = 'whole' AND r.type = 'image/jpeg'))[1] AS src,
      (array_agg(r.width ORDER BY r.width DESC) FILTER (WHERE r.shape = 'whole' AND r.type = 'image/jpeg'))[1] AS width,
      (array_agg(r.height ORDER BY r.width DESC) FILTER (WHERE r.shape = 'whole' AND r.type = 'image/jpeg'))[1] AS height,
      string_agg(r.address || ' ' || r.width || 'w', ', ' ORDER BY r.width) FILTER (WHERE r.shape = 'whole' AND r.type = 'image/webp') AS webp,
      string_agg(r.address || ' ' || r.width || 'w', ', ' ORDER BY r.width) FILTER (WHERE r.shape = 'whole' AND r.type = 'image/avif') AS avif,
      (array_agg(r.address ORDER BY r.width DESC) FILTER (WHERE r.shape = 'card' AND r.type = 'image/jpeg'))[1] AS card_src,
      string_agg(r.address || ' ' || r.width || 'w', ', ' ORDER BY r.width) FILTER (WHERE r.shape = 'card' AND r.type = 'image/webp') AS card_webp,
      (array_agg(r.address ORDER BY r.width DESC) FILTER (WHERE r.shape = 'share' AND r.type = 'image/jpeg'))[1] AS share
    FROM (SELECT E'\x7f/media/' || id || '/' || rev || '/' || f.name AS address, f.type, f.width, f.height,
        CASE WHEN f.name LIKE 'card-%' THEN 'card' WHEN f.name LIKE 'share.%' THEN 'share' ELSE 'whole' END AS shape
      FROM jsonb_to_recordset(variants) AS f (name text, type text, width int, height int)) r) v
  WHERE v.src IS NOT NULL
$$;

ALTER TABLE "media" ADD COLUMN "picture" text GENERATED ALWAYS AS (picture_json(id, rev, variants, alt, caption, credit, color)) STORED;

CREATE OR REPLACE VIEW published.media AS
  SELECT id, width, height, alt, caption, credit, color, rev, variants, kind, type, bytes, original_name, rendering, picture
  FROM public.media WHERE public;
