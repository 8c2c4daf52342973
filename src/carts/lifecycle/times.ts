import type { CartRecord } from './record';

/** The durations that settings define, and the start of this process. */
export interface LifecycleTimes {
  /** How long a cart is kept without a call that names it. */
  readonly leaseMs: number;
  /** How long a cart is kept after its page said that the shopper leaves: a reloaded page names it again. */
  readonly releaseGraceMs: number;
  /** When this process became reachable: no lease could be renewed before. Set again after a suspend. */
  readonly openSinceMs: number;
  /** How long an operation may poll before it is reported as failed. */
  readonly giveUpMs: number;
  /** A call that is still marked as under way after so long was interrupted: its process died. */
  readonly interruptedAfterMs: number;
}

/** No hold lasts longer: after it, upstream has freed even seats that could not be deleted. */
export const LONGEST_HOLD_MS = 30 * 60_000;
/** How long the orders are searched for a lost purchase. */
export const LOOK_UP_FOR_MS = 24 * 60 * 60_000;
/** How long ended carts are kept, for clients that read them late. */
export const KEEP_ENDED_MS = 24 * 60 * 60_000;

/** When the lease ends. After a restart every lease begins again, and so does the grace of a shopper who has left. */
export function leaseEndsAt({ leaseUntilMs, leftAtMs }: CartRecord, times: LifecycleTimes): number {
  const { openSinceMs, leaseMs, releaseGraceMs } = times;
  const endMs = Math.max(leaseUntilMs, openSinceMs + leaseMs);
  return leftAtMs === null ? endMs : Math.min(endMs, Math.max(leftAtMs, openSinceMs) + releaseGraceMs);
}
