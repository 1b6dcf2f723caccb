import type { Article, ArticleCard } from '@bantin/shared/articles'
import type { AskedOpinion } from '@bantin/shared/opinions'
import type { PreviewedArticle } from '@bantin/shared/previews'
import type { FoundArticle, SearchResults, Suggestion } from '@bantin/shared/search'

const origin = 'http://localhost:3000'
const id = (n: number) => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`

/** An article of the fixture; its text holds what must survive every way. */
export const article: Article = {
  id: id(1),
  format: 'news',
  genre: null,
  locale: 'vi',
  url: `${origin}/bai-viet/tong-ket-thi-dua`,
  apiUrl: `${origin}/api/v1/articles/${id(1)}`,
  slug: 'tong-ket-thi-dua',
  title: 'Tổng kết thi đua </script><b>"đậm" & nhạt</b>',
  kicker: 'Thi đua yêu nước',
  sapo: 'Sapo có dấu $& và <thẻ>.',
  hero: {
    id: id(2),
    src: `${origin}/media/a/1/1280.jpg`,
    srcset: `${origin}/media/a/1/640.webp 640w, ${origin}/media/a/1/1280.webp 1280w`,
    avifSrcset: `${origin}/media/a/1/640.avif 640w, ${origin}/media/a/1/1280.avif 1280w`,
    width: 1280,
    height: 720,
    alt: 'Toàn cảnh hội nghị',
    caption: 'Hội nghị tổng kết',
    credit: 'Ban biên tập',
    color: null,
    card: { src: `${origin}/media/a/1/card-640.jpg`, srcset: `${origin}/media/a/1/card-640.webp 640w` },
    share: `${origin}/media/a/1/share.jpg`,
  },
  bylines: [{ name: 'Lê Minh Hạnh', role: 'text', url: `${origin}/tac-gia/le-minh-hanh` }],
  units: [
    { id: id(3), slug: 'so-noi-vu', name: 'Sở Nội vụ', url: `${origin}/don-vi/so-noi-vu`, role: 'lead', closedOn: null, successors: [] },
  ],
  categories: [{ id: id(4), slug: 'thoi-su', name: 'Thời sự', url: `${origin}/chuyen-muc/thoi-su` }],
  tags: [{ id: id(8), slug: 'cai-cach', name: 'Cải cách', url: `${origin}/the/cai-cach` }],
  publisher: { id: id(3), name: 'Sở Nội vụ', code: null, url: `${origin}/don-vi/so-noi-vu` },
  attribution: 'Nguồn: Cổng thông tin',
  event: { startsOn: '2021-12-27', endsOn: '2021-12-28', place: 'Hội trường tỉnh' },
  source: null,
  firstPublishedAt: '2021-12-28T07:05:00+07:00',
  publishedAt: '2021-12-28T07:05:00+07:00',
  updatedAt: '2021-12-29T08:00:00+07:00',
  edition: 2,
  editionKind: 'correction',
  hash: 'sha256:abc',
  correction: { wrong: '14', right: '15', note: null, at: '2021-12-29T08:00:00+07:00' },
  withdrawn: null,
  translations: [],
  bodyHtml: '<p>Đoạn &lt;một&gt; &amp; hai, it&#39;s.</p>\n<h2>Mục</h2>\n<p>Hết.</p>',
  body: { type: 'doc', content: [] },
  related: [],
  appointments: [],
}

const { bodyHtml: _text, body: _form, related: _related, appointments: _appointments, ...card } = article
const cards: ArticleCard[] = Array.from({ length: 9 }, (_, n) => ({
  ...card,
  id: id(10 + n),
  slug: `bai-${n}`,
  title: `Bài số ${n}`,
  hero: n % 3 === 2 ? null : card.hero,
  correction: null,
}))

const foundArticles: FoundArticle[] = cards.map((each, n) => ({
  ...each,
  highlight: { title: `<mark>Thi đua</mark> số ${n} &lt;b&gt;`, text: n === 0 ? '' : '… một &amp; <mark>thi</mark> hai' },
}))
const facet = (n: number, slug: string, name: string, count: number) => ({ id: id(n), slug, name, count })

/** What the fixture finds, whatever is asked for. */
export const searchResults: SearchResults = {
  data: foundArticles,
  page: { next: 'con-tro' },
  didYouMean: 'thi đua "khen" & thưởng',
  facets: {
    total: 1234,
    isMore: false,
    units: [facet(3, 'so-noi-vu', 'Sở Nội vụ', 1200), ...[1, 2, 3, 4, 5, 6, 7].map((n) => facet(30 + n, `don-vi-${n}`, `Đơn vị ${n}`, n))],
    categories: [facet(4, 'thoi-su', 'Thời sự', 1234)],
    years: [
      { year: 2022, count: 34 },
      { year: 2021, count: 1200 },
    ],
  },
}

export const suggestions: Suggestion[] = (['unit', 'category', 'author', 'tag', 'article'] as const).map((kind, n) => ({
  kind,
  id: id(50 + n),
  slug: `goi-y-${kind}`,
  name: `Thi đua ${n}`,
  url: `${origin}/goi-y-${kind}`,
  marked: `<mark>Thi</mark> đua ${n} &amp;`,
}))

/** The token of the fixture's preview and opinion. */
export const token = `${'Ab_-0'.repeat(8)}Cd9`

const { format, locale, title, kicker, sapo, hero, bodyHtml, bylines, units, categories, tags, event, source } = article
const shown = { format, locale, title, kicker, sapo, hero, bodyHtml, bylines, units, categories, tags, event, source }
const saved = { ...shown, revision: 3, savedAt: '2021-12-27T20:00:00.000+07:00' }

export const preview: PreviewedArticle = {
  ...saved,
  workState: 'draft',
  publicState: 'none',
  expiresAt: '2022-01-04T07:05:00.000+07:00',
}

export const opinion: AskedOpinion = {
  ...saved,
  name: 'Bà Lê Thị Đọc',
  askedBy: 'Trần Minh',
  expiresAt: '2021-12-31T07:05:00.000+07:00',
  answer: null,
  text: null,
  answeredAt: null,
}

const unit = { id: id(3), slug: 'so-noi-vu', name: 'Sở Nội vụ', shortName: null, url: `${origin}/don-vi/so-noi-vu` }
const unitCard = { ...unit, apiUrl: `${origin}/api/v1/units/so-noi-vu`, kind: 'department', code: 'H01', parentId: null, order: 0 }
const stub = (n: number) => ({ ...unit, id: id(30 + n), slug: `don-vi-${n}`, name: `Đơn vị ${n}` })
const list = (data: unknown[], next: string | null = null) => ({ data, page: { next } })

/** Answers of the API by path, without the query. */
export const content: Record<string, unknown> = {
  '/site': {
    id: id(5),
    name: 'Cổng thông tin tỉnh',
    shortName: null,
    url: origin,
    logo: null,
    locales: ['vi'],
    timeZone: 'Asia/Ho_Chi_Minh',
    rootUnit: { id: id(6), slug: 'ubnd', name: 'Uỷ ban nhân dân tỉnh', url: `${origin}/don-vi/ubnd` },
    contacts: { address: 'Số 1', phone: '(0000) 3 000', email: 'a@example.gov.vn' },
    responsiblePerson: 'Nguyễn Minh Châu',
    licence: 'Số 1/GP',
    reuse: 'Ghi rõ nguồn.',
    genres: [],
    menus: [],
    alerts: [],
    home: [],
  },
  '/categories': list([{ id: id(4), slug: 'thoi-su', name: 'Thời sự', parentId: null, order: 0, url: `${origin}/chuyen-muc/thoi-su` }]),
  '/units': list([unitCard, { ...unitCard, ...stub(1), parentId: id(3) }, { ...unitCard, ...stub(2), kind: 'bloc' }]),
  '/units/so-noi-vu': {
    ...unitCard,
    contacts: { address: 'Số 2', phone: '(0000) 3 001', email: 'noivu@example.gov.vn' },
    parents: [stub(3)],
    children: [stub(1)],
    members: [],
    blocs: [stub(2)],
    openingHours: null,
    closedOn: '2099-01-01',
    names: [
      { name: 'Ban Tổ chức chính quyền', shortName: null, from: null, through: '2004-12-31' },
      { name: unitCard.name, shortName: null, from: '2005-01-01', through: '2098-12-31' },
    ],
    posts: [
      {
        id: id(31),
        name: 'Giám đốc',
        holders: [
          { appointmentId: id(32), kind: 'substantive', from: '2020-01-01', through: null, person: { ...stub(4), slug: 'tran-an' } },
        ],
      },
    ],
    predecessors: [],
    successors: [{ ...stub(1), kind: 'merged', on: '2099-01-01' }],
    terms: [{ year: 2021, role: 'head', status: 'proposed', unit: stub(1) }],
    emulationYears: [],
    awards: [],
  },
  '/people/tran-an': {
    id: id(33),
    slug: 'tran-an',
    name: 'Trần An',
    bio: null,
    photo: article.hero,
    contacts: {},
    appointments: [
      { id: id(32), post: 'Giám đốc', unit: stub(1), kind: 'substantive', from: '2020-01-01', through: null, current: true },
      { id: id(34), post: 'Phó Giám đốc', unit: stub(1), kind: 'acting', from: null, through: '2019-12-31', current: false },
    ],
    awards: [],
    url: `${origin}/nguoi/tran-an`,
    apiUrl: `${origin}/api/v1/people/tran-an`,
  },
  '/authors/le-minh-hanh': {
    id: id(7),
    slug: 'le-minh-hanh',
    name: 'Lê Minh Hạnh',
    kind: 'person',
    bio: 'Phóng viên.',
    unit,
    url: `${origin}/tac-gia/le-minh-hanh`,
    apiUrl: `${origin}/api/v1/authors/le-minh-hanh`,
  },
  '/articles': list(cards, 'con-tro'),
  '/articles/tong-ket-thi-dua': article,
  '/articles/ten-cu': article,
  '/search': searchResults,
  '/search/suggest': { data: suggestions },
  [`/previews/${token}`]: preview,
  [`/opinions/${token}`]: opinion,
  '/analytics/summary': { online: 16, today: 412, week: 6359, total: 714464, asOf: '2021-12-28T10:00:00+07:00' },
  '/analytics/days': {
    data: Array.from({ length: 30 }, (_, age) => ({
      day: new Date(Date.UTC(2021, 10, 29 + age)).toISOString().slice(0, 10),
      visits: age === 29 ? 412 : 900 + age * 7,
    })),
    asOf: '2021-12-28T10:00:00+07:00',
  },
  '/analytics/top': { data: cards },
}
