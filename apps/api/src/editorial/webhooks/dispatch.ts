import { type Repetition, reasonOf } from '../../lib/repeat.ts'
import { runRounds } from '../../lib/rounds.ts'
import { type Claim, claimDue } from './claims.repository.ts'
import { type SendingParts, sendMessage } from './send-message.ts'

const most = { ofEndpoint: 4, ofProcess: 40 }

interface DispatchParts extends SendingParts {
  log: (line: string) => void
}

/**
 * Sends what waits for endpoints, in every process: looks each second, and again as soon as something was sent. Nobody waits for an
 * endpoint that is slow, since each has a few tries under way at most.
 */
export function startDispatch(parts: DispatchParts): Repetition {
  const { db, log } = parts
  const underWay = new Set<Promise<void>>()
  const rounds = runRounds({ name: 'What is to be sent could not be read', log }, async (lookAgain) => {
    const room = most.ofProcess - underWay.size
    const claims = room > 0 ? await claimDue(db, { ...most, ofProcess: room }) : []
    for (const claim of claims) {
      const sending = trySending(parts, claim).finally(() => {
        underWay.delete(sending)
        lookAgain()
      })
      underWay.add(sending)
    }
  })
  return {
    async stop() {
      await rounds.stop()
      await Promise.all(underWay)
    },
  }
}

/** What cannot be noted is sent again after its lease: a receiver knows it by its id. */
async function trySending(parts: DispatchParts, claim: Claim): Promise<void> {
  try {
    await sendMessage(parts, claim)
  } catch (error) {
    parts.log(`Message ${claim.id} could not be seen to: ${reasonOf(error)}`)
  }
}
