import { StepError } from './prepare.mjs'
import { isEnding, passSignalsOn } from './processes.mjs'

/** Runs a script to its end: `work` resolves with the exit code, a step that failed is said in its own words. */
export async function main(work) {
  if (Number(process.versions.node.split('.')[0]) < 20) {
    console.error(`Node 20 or newer is needed to begin; this is ${process.version}.`)
    process.exit(1)
  }
  passSignalsOn()
  try {
    process.exitCode = await work()
  } catch (error) {
    if (!(error instanceof StepError)) throw error
    if (!isEnding()) console.error(error.message)
    process.exitCode = isEnding() ? 130 : 1
  }
}
