// Columns that belong to a state or a plan, emptied when it ends.

/** A published article is neither held, withdrawn, redirected nor removed. */
export const notWithdrawn = {
  holdReason: null,
  heldAt: null,
  withdrawalReason: null,
  withdrawnAt: null,
  redirectedTo: null,
  redirectedAt: null,
  removalAnswer: null,
  removalReason: null,
  removedAt: null,
}

export const notForced = { forcedAt: null, forceNote: null, forcedBy: null }

export const notScheduled = {
  publishAt: null,
  scheduledPublication: null,
  scheduledRevisionId: null,
  scheduledBy: null,
  scheduledAt: null,
  dueAttempts: 0,
  dueRetryAt: null,
}

export const noPlannedWithdrawal = { withdrawAt: null, withdrawAtReason: null }
