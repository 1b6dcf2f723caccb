import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { placesOf } from './abbreviations.ts'
import { didYouMean } from './did-you-mean.ts'
import { cutAndMark, markedKeys, markWhole } from './highlight.ts'
import { pairKey, pairKeys } from './pairs.ts'
import { type Period, periodKeys, periodsBack } from './periods.ts'
import { countTerms, parseQuery, searchQueries } from './query.ts'
import { vectorText, vectorTextWith } from './vector.ts'
import { foldedWords, keysOf, middlesOf, partsOf, wordsOf } from './words.ts'

const words = (text: string) => wordsOf(text).map((word) => word.text)
const exact = (text: string) => keysOf({ text }).exact
const wanted = (text: string) => parseQuery(text).wanted

describe('words', () => {
  test('are syllables, and what is written together', () => {
    expect(words('Sở KH&ĐT: thi đua, khen-thưởng (13/2023/NĐ-CP), 714.464 đồng; H’leo.')).toEqual([
      'Sở',
      'KH&ĐT',
      'thi',
      'đua',
      'khen-thưởng',
      '13/2023/NĐ-CP',
      '714.464',
      'đồng',
      'H’leo',
    ])
    const [number] = wordsOf('13/2023/NĐ-CP')
    if (!number) throw new Error('no word')
    expect(partsOf(number).map(({ text }) => text)).toEqual(['13', '2023', 'NĐ', 'CP'])
    expect(middlesOf(number).map(({ text }) => text)).toEqual(['NĐ-CP'])
  })

  test('that are numbers have one key with points, commas or nothing between thousands', () => {
    expect(['38.000', '38,000', '38000'].map((text) => keysOf({ text }).folded)).toEqual(['38000', '38000', '38000'])
    for (const text of ['3.8', '38.00', '1.2345', '23.11.2021', '1.234,5']) expect(keysOf({ text }).folded).toBe(text)
    expect(markWhole('Trồng 38.000 cây', markedKeys(parseQuery('38000'), []))).toBe('Trồng <mark>38.000</mark> cây')
  })

  test('have one exact key wherever the tone stands, and another for every other tone and vowel', () => {
    for (const [one, other] of [
      ['hòa', 'hoà'],
      ['thủy', 'thuỷ'],
      ['ỦY', 'uỷ'],
      ['khỏe', 'khoẻ'],
      ['tiếng', 'tiếng'.normalize('NFD')],
    ]) {
      expect(exact(one as string)).toBe(exact(other as string))
    }
    const minimal = ['ban', 'bán', 'bàn', 'bản', 'bãn', 'bạn', 'bân', 'bấn', 'băn', 'dan', 'đan']
    expect(new Set(minimal.map(exact)).size).toBe(minimal.length)
    expect(foldedWords('Đường Thuỷ-Lợi, Ủy ban')).toBe('duong thuy-loi uy ban')
  })

  test('stand where they are said to, in any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        for (const { text: word, start, end } of wordsOf(text)) expect(text.slice(start, end)).toBe(word)
      }),
    )
  })
})

test('a vector has each word by both keys, parts of a word one behind the other, and no phrase over two passages', () => {
  expect(
    vectorText([
      { text: 'Ủy ban NĐ-CP', weight: 'A' },
      { text: 'ban', weight: 'B' },
    ])
      .split(' ')
      .sort(),
  ).toEqual(
    [
      "'uy':1A",
      "'uy=3':1A",
      "'ban':2A,10B",
      "'ban=':2A,10B",
      "'nd':3A",
      "'nđ=':3A",
      "'cp':4A",
      "'cp=':4A",
      "'nd-cp':3A",
      "'nđ-cp=':3A",
    ].sort(),
  )
  expect(vectorText([{ text: "o'o \\x", weight: 'D' }])).toContain("'o''o':1D")
  expect(vectorText([{ text: `a${'𝐀'.repeat(60)}`, weight: 'A' }]).isWellFormed()).toBe(true)
})

test('neighbours are pairs, parts of a word too, but not over two passages', () => {
  const [text, other] = ['Ủy ban 13/NĐ-CP', 'ban']
  const of = (...texts: string[]) =>
    vectorTextWith(
      ['@2026'],
      texts.map((each) => ({ text: each, weight: 'A' as const })),
    ).split(' ')
  const pairs = pairKeys(['uy', 'ban', '13', 'nd', 'cp'])
  expect(new Set(pairs).size).toBe(4)
  expect(of(text, other)).toEqual([
    ...vectorText([
      { text, weight: 'A' },
      { text: other, weight: 'A' },
    ]).split(' '),
    ...['@2026', ...pairs].map((key) => `'${key}'`),
  ])
  expect(pairKey('uy', 'ban')).not.toBe(pairKey('ban', 'uy'))
  expect(wordsOf(pairs.join(' ')).some((word) => pairs.includes(keysOf(word).folded))).toBe(false)
})

test.each([false, true])('each month back is in one period, the newer ones in earlier periods, many: %s', (many) => {
  const keysIn = ({ query }: Period) => [...query.matchAll(/'([^']+)'/g)].map(([, key]) => key as string)
  const has = (period: Period, at: Date) =>
    at < period.before && (period.query === '' || keysIn(period).some((key) => periodKeys(at).includes(key)))
  for (const from of [new Date('2026-01-01T00:00:00Z'), new Date('2026-11-28T17:00:00Z'), new Date('2025-12-31T23:59:59Z')]) {
    const periods = periodsBack(from, { many })
    let before = 0
    for (let back = 0; back < 12 * 30; back += 1) {
      const month = new Date(Date.UTC(from.getUTCFullYear(), from.getUTCMonth() - back, 1) - 1)
      const at = periods.findIndex((period) => has(period, month))
      expect([back, periods.filter((period) => has(period, month)).length, at >= before]).toEqual([back, 1, true])
      before = at
    }
    expect(before).toBe(periods.length - 1)
    const since = new Date(from.getTime() - 40 * 86_400_000)
    const some = periodsBack(from, { until: since, many })
    expect(some).toEqual(periods.slice(0, some.length))
    expect([some.length < periods.length, some.some((period) => has(period, since))]).toEqual([true, true])
  }
})

describe('a query', () => {
  const asked = (text: string, form: 'folded' | 'exact' = 'folded') =>
    searchQueries(placesOf(wanted(text), []), parseQuery(text).unwanted, form)

  test('asks for all words, phrases as they stand, and leaves out what has a minus', () => {
    expect(asked('thi đua "khen thưởng" -xã')?.all).toBe("'thi' & 'dua' & ('khen' <-> 'thuong') & !'xa=4'")
    expect(asked('thi đua', 'exact')?.all).toBe("'thi=' & 'đua='")
    expect(asked('NĐ-CP')?.all).toBe("('nd-cp' | ('nd' <-> 'cp'))")
    expect(asked('thi đua khen')?.inOrder).toBe("'thi' <-> 'dua' <-> 'khen'")
    expect([asked('thi')?.inOrder, asked('!'), asked('-thi')]).toEqual([undefined, undefined, undefined])
    expect(countTerms(parseQuery('a "b c" -d'))).toBe(4)
  })

  test('has an abbreviation beside what it stands for', () => {
    const places = (text: string) => placesOf(wanted(text), [{ short: 'UBND', long: 'Ủy ban nhân dân' }])
    expect(searchQueries(places('UBND tỉnh'), [], 'folded')?.all).toBe("('ubnd' | ('uy' <-> 'ban' <-> 'nhan' <-> 'dan')) & 'tinh'")
    expect(searchQueries(places('ủy ban nhân dân'), [], 'folded')?.all).toBe("(('uy' & 'ban' & 'nhan' & 'dan') | 'ubnd')")
    expect(searchQueries(places('"ủy ban nhân dân"'), [], 'folded')?.all).toBe("('uy' <-> 'ban' <-> 'nhan' <-> 'dan')")
  })

  test('asks the index for the pairs of its phrases, and has those of all words', () => {
    const pair = (first: string, second: string) => `'${pairKey(first, second)}'`
    expect(asked('thi "khen thưởng" nđ-cp -"a b"')?.found).toBe(
      `'thi' & (('khen' <-> 'thuong') & ${pair('khen', 'thuong')}) & ('nd-cp' | (('nd' <-> 'cp') & ${pair('nd', 'cp')})) & !(('a' <-> 'b') & ${pair('a', 'b')})`,
    )
    expect(asked('thi đua khen')?.pairs).toBe(`${pair('thi', 'dua')} & ${pair('dua', 'khen')}`)
    expect([asked('thi')?.pairs, asked('"thi đua"')?.pairs]).toEqual([undefined, undefined])
    const places = placesOf(wanted('UBND tỉnh'), [{ short: 'UBND', long: 'Ủy ban' }])
    expect(searchQueries(places, [], 'folded')?.pairs).toBe(`(${pair('ubnd', 'tinh')} | ${pair('ban', 'tinh')})`)
  })

  test('is read from any text, and every text that it makes is bounded', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        expect((asked(text)?.all ?? '').length).toBeLessThan(20_000)
      }),
    )
  })
})

describe('what was found', () => {
  const short = [{ short: 'UBND', long: 'Ủy ban nhân dân' }]
  const keys = (text: string) => markedKeys(parseQuery(text), short)

  test('is marked in the text as it stands, with everything else escaped', () => {
    expect(markWhole('Hội nghị <tổng kết> & thi đua', keys('tong ket thi dua'))).toBe(
      'Hội nghị &lt;<mark>tổng kết</mark>&gt; &amp; <mark>thi đua</mark>',
    )
    expect(markWhole('Nghị định 13/2023/NĐ-CP', keys('nđ-cp'))).toBe('Nghị định 13/2023/<mark>NĐ-CP</mark>')
  })

  test('is marked as it was typed where that stands in the text, else in whatever spelling', () => {
    expect(markWhole('Bà Hạnh lo thủ tục hành chính', keys('hành chính'))).toBe('Bà Hạnh lo thủ tục <mark>hành chính</mark>')
    expect(markWhole('Bà Hạnh lo thủ tục hành chính', keys('hanh chinh'))).toBe('Bà <mark>Hạnh</mark> lo thủ tục <mark>hành chính</mark>')
    expect(markWhole('Bà Hạnh đến', keys('hành chính'))).toBe('Bà <mark>Hạnh</mark> đến')
  })

  test('is marked also where its short or long form stands', () => {
    expect(markWhole('UBND tỉnh họp', keys('uỷ ban nhân dân tỉnh'))).toBe('<mark>UBND tỉnh</mark> họp')
    expect(markWhole('Uỷ ban nhân dân tỉnh, nhân dân trong tỉnh', keys('ubnd'))).toBe(
      '<mark>Uỷ ban nhân dân</mark> tỉnh, nhân dân trong tỉnh',
    )
  })

  test('is cut out where its words are beside each other rather than where one of them stands often', () => {
    const text = `Nếu thì đã, thì đã đưa, thì thôi. ${'Chữ khác. '.repeat(60)}Phong trào thi đua.`
    expect(cutAndMark(text, keys('thi dua'))?.html).toMatch(/<mark>thi đua<\/mark>\.$/)
  })

  test('is cut out where most of it stands, at the bounds of words', () => {
    const text = `${'Thi đua ở đây. '.repeat(5)}${'Chữ khác. '.repeat(60)}Tổng kết thi đua khen thưởng.${' Chữ cuối.'.repeat(60)}`
    const cutting = cutAndMark(text, keys('thi đua khen thưởng'))?.html ?? ''
    expect(cutting).toMatch(/^… .*<mark>thi đua khen thưởng<\/mark>\. .* …$/)
    expect(cutting.replace(/<[^>]+>/g, '').length).toBeLessThan(260)
    expect(cutAndMark('Không có gì', keys('xyz'))).toBeUndefined()
    expect(cutAndMark('Hồ & Hải', keys('hai'))).toEqual({ text: 'Hồ & Hải', html: 'Hồ &amp; <mark>Hải</mark>' })
    expect(cutAndMark(`Thi đua. ${'Chữ khác. '.repeat(100_000)}Thi đua khen thưởng.`, keys('thi đua khen thưởng'))?.html).toMatch(
      /^<mark>Thi đua<.* …$/,
    )
    const address = `www.example.gov.vn/${'van-ban/'.repeat(30)}1`
    expect(cutAndMark(`Xem tại ${address}`, keys(address.slice(0, 150)))?.html).toBe(`… <mark>${address}</mark>`)
  })

  test('never has other markup than marks, closed as they were opened, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), fc.string({ maxLength: 30 }), (text, query) => {
        for (const html of [markWhole(text, keys(query)), cutAndMark(`${text} ${query} ${text}`, keys(query))?.html ?? '']) {
          expect(html.replace(/<mark>[^<>]*<\/mark>/g, '')).not.toMatch(/[<>]/)
        }
      }),
    )
  })

  test('gives the marks that were meant, where the texts agree', () => {
    expect(didYouMean(parseQuery('thi dua'), ['Phong trào Thi đua', 'thi đua', 'thi dưa'])).toBe('thi đua')
    expect(didYouMean(parseQuery('thi đua'), ['thi đua', 'thi dừa'])).toBeNull()
    expect(didYouMean(parseQuery('ban'), ['bán', 'bàn', 'bản'])).toBeNull()
    expect(didYouMean(parseQuery('"thi dua"'), ['thi đua'])).toBeNull()
  })
})
