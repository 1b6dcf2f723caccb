import { pictureJson } from '../picture-json.ts'

// The SQL of an article's JSON. `a` is a row of published.articles, `s` the site, $1 the public origin.

/** The day that the article speaks of: its event's, else that of its first publication. */
const day = "coalesce((a.event ->> 'startsOn')::date, (a.first_published_at AT TIME ZONE s.time_zone)::date)"

/** What a unit is called on that day. One that is not there then is looked for by another way, which costs more. */
const unitName = (unit: string) => `coalesce((SELECT n.name FROM published.unit_names n WHERE n.unit_id = ${unit} AND n.period @> ${day}),
  (published.unit_name(${unit}, ${day})).name)`

const list = (item: string, from: string) => `coalesce((SELECT json_agg(${item} ORDER BY l.position) FROM ${from}), '[]')`

const address = (row: string) => `'url', $1 || '/bai-viet/' || ${row}.slug, 'apiUrl', $1 || '/api/v1/articles/' || ${row}.id`

const stub = (path: string, row: string) => `'id', ${row}.id, 'slug', ${row}.slug, 'url', $1 || '/${path}/' || ${row}.slug`

/** Of a unit that goes on nothing is looked for. */
const end = `'closedOn', CASE WHEN u.closed_on IS NULL THEN NULL WHEN u.closed_on <= published.today() THEN u.closed_on END,
  'successors', CASE WHEN u.closed_on IS NULL THEN '[]' WHEN u.closed_on <= published.today() THEN published.unit_successors(u.id, $1) ELSE '[]' END`

const card = `
  'id', a.id, 'format', a.format, 'genre', a.genre, 'locale', a.locale,
  ${address('a')}, 'slug', a.slug, 'title', a.title, 'kicker', a.kicker, 'sapo', a.sapo,
  'hero', ${pictureJson('a.hero_media_id')},
  'bylines', ${list(
    "json_build_object('name', w.display_name, 'role', l.role, 'url', $1 || '/tac-gia/' || w.slug)",
    'published.article_authors l JOIN published.authors w ON w.id = l.author_id WHERE l.article_id = a.id',
  )},
  'units', ${list(
    `json_build_object(${stub('don-vi', 'u')}, 'name', ${unitName('u.id')}, 'role', l.role, ${end})`,
    'published.article_units l JOIN published.units u ON u.id = l.unit_id WHERE l.article_id = a.id',
  )},
  'categories', ${list(
    `json_build_object(${stub('chuyen-muc', 'c')}, 'name', c.name)`,
    'published.article_categories l JOIN published.categories c ON c.id = l.category_id WHERE l.article_id = a.id',
  )},
  'tags', ${list(
    `json_build_object(${stub('the', 't')}, 'name', t.name)`,
    'published.article_tags l JOIN published.tags t ON t.id = l.tag_id WHERE l.article_id = a.id',
  )},
  'publisher', (SELECT json_build_object('id', u.id, 'name', ${unitName('u.id')}, 'code', u.code, 'url', $1 || '/don-vi/' || u.slug)
    FROM published.units u WHERE u.id = a.unit_id),
  'attribution', CASE WHEN a.locale = 'vi' THEN 'Nguồn: ' ELSE 'Source: ' END || coalesce(a.source ->> 'name', s.name),
  'event', '{"endsOn":null,"place":null}'::jsonb || a.event, 'source', '{"url":null,"author":null}'::jsonb || a.source,
  'firstPublishedAt', published.site_time(a.first_published_at, s.time_zone),
  'publishedAt', published.site_time(a.published_at, s.time_zone),
  'updatedAt', published.site_time(a.updated_at, s.time_zone),
  'edition', a.edition, 'editionKind', a.edition_kind, 'hash', 'sha256:' || a.hash,
  'correction', '{"note":null}'::jsonb || a.correction || jsonb_build_object('at', published.site_time((a.correction ->> 'at')::timestamptz, s.time_zone)),
  'withdrawn', a.withdrawn || jsonb_build_object('at', published.site_time((a.withdrawn ->> 'at')::timestamptz, s.time_zone)),
  'translations', coalesce((SELECT json_agg(json_build_object('locale', t.locale, ${address('t')}) ORDER BY t.locale)
    FROM published.articles t WHERE t.translation_group = a.translation_group AND t.id <> a.id AND t.listed), '[]')`

/** A card: what a list shows. */
export const cardJson = `json_build_object(${card})::text`

/** What editors have put beside it, of what is listed now. */
export const relatedJson = `coalesce((SELECT json_agg(json_build_object('id', r.id, 'slug', r.slug, 'title', r.title, ${address('r')},
    'publishedAt', published.site_time(r.published_at, s.time_zone), 'hero', ${pictureJson('r.hero_media_id')}) ORDER BY l.position)
  FROM published.article_related l JOIN published.articles r ON r.id = l.related_id AND r.listed WHERE l.article_id = a.id), '[]')::text`

/** Whom its text names, with the posts of the day. */
const appointmentsJson = `CASE WHEN EXISTS (SELECT FROM published.article_appointments l WHERE l.article_id = a.id)
  THEN published.named_appointments(a.id, ${day}, $1)::text ELSE '[]' END`

/** What `bodyText` makes an article's text of. Of a text that names no file, the library is not asked for any. */
export const bodyColumns = `a.body_html AS html, a.body::text AS body,
  CASE WHEN a.body_html LIKE '%"media:%' THEN (SELECT json_agg(json_build_object(
    'id', m.id, 'rev', m.rev, 'kind', m.kind, 'type', m.type, 'bytes', m.bytes, 'originalName', m.original_name, 'alt', m.alt,
    'caption', m.caption, 'credit', m.credit, 'color', m.color, 'variants', m.variants))::text
    FROM published.article_media l JOIN published.media m ON m.id = l.media_id WHERE l.article_id = a.id) END AS files`

/** What `articleText` makes an article's JSON of. */
export const articleColumns = `${cardJson} AS card, ${bodyColumns}, ${relatedJson} AS related,
  ${appointmentsJson} AS appointments`

/** The site of the request. There is one at first. */
export const site = '(SELECT * FROM published.sites ORDER BY id LIMIT 1)'
