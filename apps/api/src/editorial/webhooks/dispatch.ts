import { type Repetition, reasonOf, repeat } from '../../lib/repeat.ts'
import { runRounds } from '../../lib/rounds.ts'
import { type Claim, claimDue } from './claims.repository.ts'
import { type Arrived, giveUp, noteDelivered } from './outcomes.repository.ts'
import { type SendingParts, sendMessage } from './send-message.ts'

// A hundred endpoints that do not answer leave the others as they were.
const most = { ofEndpoint: 4, ofProcess: 400 }

const fiveMinutes = 300_000

interface DispatchParts extends SendingParts {
  log: (line: string) => void
}

/**
 * Sends what waits for endpoints, in every process: looks each second, and again as soon as something was sent. Nobody waits for an
 * endpoint that is slow, since each has a few tries under way at most. What arrived while it looked is noted in one go.
 */
export function startDispatch(parts: DispatchParts): Repetition {
  const { db, log, lease } = parts
  const underWay = new Set<Promise<void>>()
  const arrived: Arrived[] = []
  const noteArrived = async (): Promise<void> => {
    const those = [...arrived]
    if (those.length > 0) await noteDelivered(db, those)
    arrived.splice(0, those.length)
  }
  const rounds = runRounds({ name: 'What is to be sent could not be read', log }, async (lookAgain) => {
    await noteArrived()
    const room = most.ofProcess - underWay.size
    const claims = room > 0 ? await claimDue(db, { ...most, ofProcess: room, lease }) : []
    for (const claim of claims) {
      const sending = trySending(parts, claim, arrived).finally(() => {
        underWay.delete(sending)
        lookAgain()
      })
      underWay.add(sending)
    }
  })
  const givingUp = repeat({ name: 'Giving up what was not delivered', every: fiveMinutes, run: () => giveUp(db), log })
  return {
    async stop() {
      await Promise.all([rounds.stop(), givingUp.stop()])
      await Promise.all(underWay)
      await noteArrived().catch((error: unknown) => log(`What arrived could not be noted: ${reasonOf(error)}`))
    },
  }
}

/** What cannot be noted is sent again after its lease: a receiver knows it by its id. */
async function trySending(parts: DispatchParts, claim: Claim, arrived: Arrived[]): Promise<void> {
  try {
    const one = await sendMessage(parts, claim)
    if (one) arrived.push(one)
  } catch (error) {
    parts.log(`Message ${claim.id} could not be seen to: ${reasonOf(error)}`)
  }
}
