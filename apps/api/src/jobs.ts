import { forgetAccess } from './accounts/forget-access.ts'
import { startUpkeep } from './analytics/upkeep.ts'
import type { Database } from './db/client.ts'
import { forgetAnswers } from './editorial/forget-answers.repository.ts'
import { type Repetition, repeat } from './lib/repeat.ts'
import { forgetCheckpoints } from './publication/forget-checkpoints.ts'
import { forgetSaves } from './publication/forget-saves.ts'
import { startScheduler } from './publication/scheduler.ts'

const hourly = 3_600_000

/** The work that no request waits for, in every process of every role. Each piece may run in several processes at once. */
export async function startJobs({ db, background }: Pick<Database, 'db' | 'background'>, log: (line: string) => void): Promise<Repetition> {
  const upkeep = await startUpkeep(db, log)
  const scheduler = startScheduler(background, log)
  const forgetting = repeat({ name: 'Forgetting what is no longer needed', every: hourly, run: () => forget(background), log })
  return {
    async stop() {
      await Promise.all([upkeep.stop(), scheduler.stop(), forgetting.stop()])
    },
  }
}

async function forget(db: Database['background']): Promise<void> {
  await forgetCheckpoints(db)
  await forgetSaves(db)
  await forgetAnswers(db)
  await forgetAccess(db)
}
