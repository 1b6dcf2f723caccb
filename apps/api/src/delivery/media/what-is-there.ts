import { fileNameOf } from '@bantin/shared/media-types'
import { renderingsOf, shapeOf } from '@bantin/shared/renderings'
import type { ServedFile } from '../../lib/served-file.ts'

/** The last two parts of an address. */
export interface AskedFor {
  rev: number
  name: string
}

export interface Found {
  is: 'found'
  /** Its key in the store. */
  key: string
  name: string
  type: string
  bytes: number
  /** Another rendering in the place of one that is still being made. */
  isStandIn: boolean
  /** As it was uploaded, and so with the name that it had there. */
  isUpload: boolean
  /** Only to be saved, not to be shown. */
  isAttachment: boolean
}

/** What an address of the file answers with: bytes of the store, the address that has taken its place, or nothing. */
export type WhatIsThere = Found | { is: 'moved'; to: AskedFor } | { is: 'nothing' }

const nothing = { is: 'nothing' } as const

/** The name of a file as it was uploaded, whatever it is: for those alone who were given a signed address. */
export const originalName = 'original'

/** `file`: what is known of it now. `isSigned`: whether the address was signed by us. */
export function whatIsThere(file: ServedFile, asked: AskedFor, isSigned: boolean): WhatIsThere {
  if (asked.rev > file.rev) return nothing
  const found = findByName(file, asked.name, isSigned)
  if (asked.rev === file.rev) return found ?? standInFor(file, asked.name) ?? nothing
  const name = found?.name ?? nearestTo(file, asked.name)?.name
  return name === undefined ? nothing : { is: 'moved', to: { rev: file.rev, name } }
}

function findByName(file: ServedFile, name: string, isSigned: boolean): Found | undefined {
  const { id, rev, kind, type, bytes } = file
  const stored = { is: 'found', key: `${id}/original`, name, type, bytes, isStandIn: false, isUpload: true } as const
  if (name === originalName) return isSigned ? { ...stored, isAttachment: true } : undefined
  if (kind !== 'picture') return name === fileNameOf(type) ? { ...stored, isAttachment: isOnlySaved(file) } : undefined
  const variant = file.variants.find((each) => each.name === name)
  return (
    variant && { ...stored, key: `${id}/${rev}/${name}`, type: variant.type, bytes: variant.bytes, isUpload: false, isAttachment: false }
  )
}

/** Browsers show PDF, sound and film by themselves; what they would give to another program is saved. */
function isOnlySaved({ kind, type }: ServedFile): boolean {
  return kind === 'document' && type !== 'application/pdf'
}

/** While a picture waits for all renderings but the first: what is nearest to one that it is going to have. */
function standInFor(file: ServedFile, name: string): Found | undefined {
  const { width, height, rendering } = file
  if (rendering !== 'waiting' || width === null || height === null) return undefined
  const isToCome = renderingsOf(width, height).some((each) => each.name === name)
  const nearest = isToCome ? nearestTo(file, name) : undefined
  const found = nearest && findByName(file, nearest.name, false)
  return found && { ...found, isStandIn: true }
}

/** Of the same shape, else the whole picture; in the same format, else as JPEG; then the nearest in width. */
function nearestTo({ variants }: ServedFile, name: string): ServedFile['variants'][number] | undefined {
  const wanted = rendering.exec(name)
  if (!wanted) return undefined
  const [, width = '1200', ending] = wanted
  const difference = (variant: ServedFile['variants'][number]) => [
    shapeOf(variant.name) === shapeOf(name) ? 0 : shapeOf(variant.name) === 'whole' ? 1 : 2,
    variant.name.endsWith(`.${ending}`) ? 0 : variant.type === 'image/jpeg' ? 1 : 2,
    Math.abs(variant.width - Number(width)),
  ]
  return variants.toSorted((one, other) => compare(difference(one), difference(other)))[0]
}

const rendering = /^(?:(?:card-)?([1-9]\d{0,4})|share)\.(avif|webp|jpg)$/

function compare(one: number[], other: number[]): number {
  const [at = 0] = one.map((each, index) => each - (other[index] ?? 0)).filter((difference) => difference !== 0)
  return at
}
