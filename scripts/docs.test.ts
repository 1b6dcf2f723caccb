import { globSync } from 'node:fs'
import { basename, dirname, join, normalize } from 'node:path'
import { describe, expect, test } from 'vitest'
import { variables } from '../apps/api/src/config-schema.ts'
import { anchorsOf, codeBlocks, codeSpans, read, readDocuments, tableRows } from './lib/documents.ts'
import { root } from './lib/places.mjs'

const documents = readDocuments()
const files = globSync(['*', '.*', '{apps,bench,docs,e2e,faults,packages,scripts}/**/*', '.ci/*'], {
  cwd: root,
  exclude: (path) => /(^|\/)(node_modules|dist|\.git|var)$/.test(path),
})
const names = files.map((file) => basename(file))

describe.each(documents)('$path', ({ path, text }) => {
  test('links only to what is there', () => {
    const links = [...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = '']) => target).filter((target) => !/^[a-z]+:/.test(target))
    expect(links.filter((target) => !leadsSomewhere(path, text, target))).toEqual([])
  })

  test('names only paths that are there', () => {
    expect(codeSpans(text).filter((code) => isPath(code) && !isThere(code))).toEqual([])
  })

  test('names only scripts that are there', () => {
    const scripts = Object.keys(JSON.parse(read('package.json')).scripts)
    // Of pnpm itself: nobody would find these among the scripts.
    const known = new Set([...scripts, 'install', 'deploy'])
    const code = [...codeSpans(text), ...codeBlocks(text)].join('\n')
    const called = [...code.matchAll(/(?:^|\s)(?:npm run|npm(?= (?:start|test)\b)|pnpm(?:@[\d.]+)?) ([a-z][\w:-]*)/gm)]
    expect(called.map(([, script = '']) => script).filter((script) => !known.has(script))).toEqual([])
  })

  test('sets only variables that are there', () => {
    const set = codeSpans(text).flatMap((code) => [...code.matchAll(/(?:^|\s)([A-Z][A-Z_]+)=/g)].map(([, name = '']) => name))
    expect(set.filter((name) => !Object.hasOwn(variables, name))).toEqual([])
  })
})

test('every document is looked at, and paths are found in them', () => {
  expect(documents.map(({ path }) => path)).toEqual(expect.arrayContaining(['README.md', 'CONTRIBUTING.md', 'docs/model.md']))
  expect(documents.flatMap(({ text }) => codeSpans(text).filter(isPath)).length).toBeGreaterThan(100)
})

describe('the environment', () => {
  const names = Object.keys(variables)

  test('is in the README, variable by variable, and nothing else is', () => {
    const section = read('README.md').split('\n## Configuration\n')[1]?.split('\n## ')[0] ?? ''
    const listed = tableRows(section).flatMap(([cell = '']) => /^`([A-Z0-9_]+)`$/.exec(cell)?.[1] ?? [])
    expect(listed).toEqual(names)
  })

  test('is in .env.example, variable by variable, and nothing else is but what compose needs', () => {
    const listed = [...read('.env.example').matchAll(/^#?([A-Z0-9_]+)=/gm)].map(([, name]) => name)
    expect(listed.sort()).toEqual([...names, 'POSTGRES_PASSWORD'].sort())
  })
})

/** Whether code is meant as a path: it begins with one of our folders, or ends as our files do. */
function isPath(code: string): boolean {
  if (/[\s()'"@:=]|^\/|^[A-Z_]+\//.test(code)) return false
  return (
    /^(apps|bench|docs|e2e|faults|packages|scripts|\.ci)\//.test(code) ||
    /[\w>*]\.(ts|tsx|mjs|cjs|json|ya?ml|sql|md|css|html|grit|example)$/.test(code)
  )
}

/** A path with a slash begins at the repository; a bare name is that of any file. `<noun>`, `*` and `NNNN` stand for whatever there is. */
function isThere(code: string): boolean {
  const escaped = code.replace(/\/$/, '').replace(/[.+$[\]{}]/g, '\\$&')
  const pattern = new RegExp(`^${escaped.replace(/<[a-z]+>|\*/g, '[^/]+').replace('NNNN', '\\d{4}')}$`)
  return (code.includes('/') ? files : names).some((name) => pattern.test(name))
}

function leadsSomewhere(path: string, text: string, target: string): boolean {
  const [file = '', anchor] = target.split('#')
  const found = file === '' ? path : normalize(join(dirname(path), file)).replace(/\/$/, '')
  if (!files.includes(found)) return false
  return anchor === undefined || anchorsOf(file === '' ? text : read(found)).includes(anchor)
}
