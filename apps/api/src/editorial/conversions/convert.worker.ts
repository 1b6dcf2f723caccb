import { parentPort, workerData } from 'node:worker_threads'
import { convert } from './convert.ts'
import { type ConversionOrder, RefusedFile } from './order.ts'

// Run by convert-apart.ts as a thread of its own: one order, one answer, the end. Whatever else is thrown ends the thread.
try {
  const converted = await convert(workerData as ConversionOrder)
  parentPort?.postMessage({ converted })
} catch (error) {
  if (!(error instanceof RefusedFile)) throw error
  parentPort?.postMessage({ refusal: error.refusal })
}
