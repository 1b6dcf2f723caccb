/**
 * The SQL of a picture's JSON, for the id that `media` says; `$1` is the public origin. Null for a picture of which nothing is rendered.
 * The same as `pictureOf` in `apps/api/src/lib/media-view.ts`.
 */
export const pictureJson = (media: string) => `(SELECT json_build_object(
  'id', m.id, 'src', v.src, 'srcset', coalesce(v.webp, ''), 'avifSrcset', coalesce(v.avif, ''), 'width', v.width, 'height', v.height,
  'alt', coalesce(m.alt, ''), 'caption', m.caption, 'credit', m.credit, 'color', m.color,
  'card', json_build_object('src', coalesce(v.card_src, v.src), 'srcset', coalesce(v.card_webp, v.webp, '')),
  'share', coalesce(v.share, v.src))
  FROM published.media m CROSS JOIN LATERAL (SELECT
    ${largest('address', 'whole')} AS src, ${largest('width', 'whole')} AS width, ${largest('height', 'whole')} AS height,
    ${choice('whole', 'webp')} AS webp, ${choice('whole', 'avif')} AS avif,
    ${largest('address', 'card')} AS card_src, ${choice('card', 'webp')} AS card_webp, ${largest('address', 'share')} AS share
    FROM (SELECT $1 || '/media/' || m.id || '/' || m.rev || '/' || f.name AS address, f.type, f.width, f.height,
        CASE WHEN f.name LIKE 'card-%' THEN 'card' WHEN f.name LIKE 'share.%' THEN 'share' ELSE 'whole' END AS shape
      FROM jsonb_to_recordset(m.variants) AS f (name text, type text, width int, height int)) r
  ) v WHERE m.id = ${media} AND v.src IS NOT NULL)`

/** JPEG: whoever takes one address can show it. */
function largest(column: string, shape: string): string {
  return `(array_agg(r.${column} ORDER BY r.width DESC) FILTER (WHERE r.shape = '${shape}' AND r.type = 'image/jpeg'))[1]`
}

/** The value of a `srcset`. */
function choice(shape: string, format: string): string {
  return `string_agg(r.address || ' ' || r.width || 'w', ', ' ORDER BY r.width) FILTER (WHERE r.shape = '${shape}' AND r.type = 'image/${format}')`
}
