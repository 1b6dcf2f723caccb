import type { FieldError } from '@bantin/shared/errors'

/** The parts of a validator's finding that we read. */
interface Finding {
  keyword: string
  instancePath: string
  schemaPath?: string
  params: Record<string, unknown>
  message?: string
  parentSchema?: object | undefined
  data?: unknown
}

/** A validator's findings in our words: where, which rule, and what to do. At most twenty. */
export function fieldErrors(findings: Finding[], place: FieldError['in']): FieldError[] {
  return findings.slice(0, 20).map((finding) => {
    const path = fieldPath(finding)
    const where = place === 'body' ? { pointer: path } : { name: path.slice(1).replaceAll('/', '.') }
    return { in: place, ...where, code: codeOf(finding), message: isRepeated(finding, place) ? 'Give it once.' : messageOf(finding, place) }
  })
}

/** A parameter that was given twice comes as a list. */
function isRepeated({ keyword, data }: Finding, place: FieldError['in']): boolean {
  return keyword === 'type' && place !== 'body' && Array.isArray(data)
}

function fieldPath({ keyword, instancePath, params }: Finding): string {
  if (keyword === 'additionalProperties') return `${instancePath}/${escapePointer(String(params.additionalProperty))}`
  if (keyword === 'required') return `${instancePath}/${escapePointer(String(params.missingProperty))}`
  return instancePath
}

/** A name as a part of a JSON Pointer (RFC 6901). */
export function escapePointer(name: string): string {
  return name.replaceAll('~', '~0').replaceAll('/', '~1')
}

const codes: Record<string, string> = {
  additionalProperties: 'unknown_field',
  required: 'missing',
  type: 'wrong_type',
  enum: 'not_allowed',
}

function codeOf({ keyword }: Finding): string {
  return codes[keyword] ?? keyword.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
}

function messageOf({ keyword, instancePath, params, message, parentSchema }: Finding, place: FieldError['in']): string {
  const kind = place === 'body' ? 'field' : 'parameter'
  switch (keyword) {
    case 'additionalProperties': {
      const guess = params.didYouMean
      return `Unknown ${kind}.${guess ? ` Did you mean '${guess}'?` : ''}`
    }
    case 'required':
      return 'This field is required.'
    case 'enum':
      return `Use one of: ${(params.allowedValues as unknown[]).join(', ')}.`
    case 'type':
      return instancePath === '' ? 'The body is missing or no object: send {} at least.' : `It ${message ?? 'has the wrong type'}.`
    case 'maxProperties':
      return `Send ${params.limit} ${kind} at most.`
    case 'pattern':
      return `Use ${descriptionOf(parentSchema) ?? 'the form that the contract shows'}.`
    default:
      return `It ${message ?? 'is not valid'}.`
  }
}

function descriptionOf(schema: object | undefined): string | undefined {
  return schema && 'description' in schema && typeof schema.description === 'string' ? schema.description : undefined
}
