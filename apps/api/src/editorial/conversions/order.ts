import type { Conversion, ConversionInput, LegacyFont } from '@bantin/shared/conversions'
import type { FileKind } from './kind-of-file.ts'

/** What is to be converted: a text, or a file that lies in a folder of ours. Into `folder` its pictures are put. */
export type ConversionOrder =
  | { input: ConversionInput }
  | { path: string; kind: FileKind; legacyFont?: LegacyFont | undefined; folder: string }

/** A picture of the document: its id in the body stands for that which the library will give it. */
export interface FoundPicture {
  id: string
  /** Its file, on this machine: all pictures of a document may be too much for memory. */
  path: string
}

export type Converted = Omit<Conversion, 'media'> & { pictures: FoundPicture[] }
