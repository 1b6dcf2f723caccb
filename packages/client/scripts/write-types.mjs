import ts from 'typescript'

/** Declarations of all types that a file exports, written out down to what TypeScript itself knows. */
export function writeTypes(program, fileName) {
  const checker = program.getTypeChecker()
  const module = checker.getSymbolAtLocation(program.getSourceFile(fileName))
  const exported = checker.getExportsOfModule(module).map((symbol) => ({
    name: symbol.name,
    symbol: checker.getAliasedSymbol(symbol),
  }))
  const waiting = []
  const named = new Set()
  const printed = exported.map(
    ({ name, symbol }) => `${docOf(symbol)}export type ${name} = ${print(checker.getDeclaredTypeOfSymbol(symbol), name)}`,
  )
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    printed.push(`${docOf(next.symbol)}export interface ${next.symbol.name} ${printObject(next)}`)
  }
  return `${printed.join('\n\n')}\n`

  /** `inside` is the alias that is being written, which would else be written as itself. */
  function print(type, inside) {
    const same = exported.find(({ name, symbol }) => name !== inside && checker.getDeclaredTypeOfSymbol(symbol) === type)
    if (same) return same.name
    if (type.isUnion()) return [...new Set(type.types.map((one) => print(one)))].join(' | ').replace('false | true', 'boolean')
    if (checker.isArrayType(type)) return `(${print(checker.getTypeArguments(type)[0])})[]`
    if (!(type.flags & ts.TypeFlags.Object)) return checker.typeToString(type)
    if (type.symbol?.flags & ts.SymbolFlags.Interface) return refer(type)
    return printObject(type)
  }

  function refer(type) {
    if (!named.has(type.symbol.name)) waiting.push(type)
    named.add(type.symbol.name)
    return type.symbol.name
  }

  function printObject(type) {
    const fields = checker.getPropertiesOfType(type).map((field) => {
      const isOptional = Boolean(field.flags & ts.SymbolFlags.Optional)
      const of = checker.getTypeOfSymbol(field)
      return `${docOf(field)}${/^[\w$]+$/.test(field.name) ? field.name : `'${field.name}'`}${isOptional ? '?' : ''}: ${print(isOptional ? without(of) : of)}`
    })
    const index = checker.getIndexInfosOfType(type).map((info) => `[name: ${print(info.keyType)}]: ${print(info.type)}`)
    return `{\n${[...fields, ...index].join('\n').replace(/^/gm, '  ')}\n}`
  }

  /** An optional field is absent, never undefined. */
  function without(type) {
    if (!type.isUnion()) return type
    const types = type.types.filter((one) => !(one.flags & ts.TypeFlags.Undefined))
    return types.length === 1 ? types[0] : Object.assign(Object.create(type), { types, isUnion: () => true })
  }

  function docOf(symbol) {
    const text = ts.displayPartsToString(symbol.getDocumentationComment(checker))
    return text === '' ? '' : `/** ${text.replaceAll('\n', ' ')} */\n`
  }
}
