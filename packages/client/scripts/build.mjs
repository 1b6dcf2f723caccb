// `pnpm --filter @bantin/client build [folder]`: ES modules, with declarations that depend on nothing.
import { rmSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'
import { writeTypes } from './write-types.mjs'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const dist = resolve(process.argv[2] ?? join(root, 'dist'))
const contract = join(root, 'src/contract.ts')

rmSync(dist, { recursive: true, force: true })
const host = { ...ts.sys, onUnRecoverableConfigFileDiagnostic: fail }
const given = ts.getParsedCommandLineOfConfigFile(join(root, 'tsconfig.json'), {}, host)
const emitted = {
  noEmit: false,
  allowImportingTsExtensions: false,
  rewriteRelativeImportExtensions: true,
  declaration: true,
  target: ts.ScriptTarget.ES2022,
}
const options = { ...given.options, ...emitted, rootDir: join(root, '..'), outDir: join(dist, '..', '.never') }
const program = ts.createProgram(given.fileNames, options)
const faults = ts.getPreEmitDiagnostics(program)
if (faults.length > 0) fail(...faults)

for (const file of program.getSourceFiles().filter(({ fileName }) => given.fileNames.includes(fileName))) {
  program.emit(file, (name, text) => ts.sys.writeFile(join(dist, name.slice(join(dist, '..', '.never/client/src').length)), tidied(text)))
}
// What the types are made of is a library of schemas: whoever reads a portal needs what they come to.
writeFileSync(join(dist, 'contract.d.ts'), writeTypes(program, contract))

/** Declarations are emitted with the names of the sources that they are made of. */
function tidied(text) {
  return text.replace(/(from '\.\/[^']+)\.ts'/g, "$1.js'")
}

function fail(...diagnostics) {
  console.error(
    ts.formatDiagnostics(diagnostics, {
      getCanonicalFileName: (name) => name,
      getCurrentDirectory: ts.sys.getCurrentDirectory,
      getNewLine: () => '\n',
    }),
  )
  process.exit(1)
}
