import { type TObject, type TObjectOptions, type TProperties, Type } from 'typebox'

/**
 * An object schema that refuses unknown fields. The only way to make one: a lint rule forbids the bare `Type.Object`,
 * because a schema that forgets `additionalProperties: false` accepts what it does not know (security rule 4).
 */
export function object<P extends TProperties>(properties: P, options: TObjectOptions = {}): TObject<P> {
  return Type.Object(properties, { ...options, additionalProperties: false })
}
