import { uptime } from 'node:os';

/** A moment as every clock of this machine showed it. */
export interface Moment {
  readonly monotonicMs: number;
  readonly uptimeMs: number;
  readonly wallMs: number;
}

/** The present. */
export const moment = (): Moment => ({
  monotonicMs: performance.now(),
  uptimeMs: uptime() * 1000,
  wallMs: Date.now(),
});

/**
 * How long ago a moment was, at most. The clock that has moved furthest counts: the monotonic one stands still in a
 * suspend, the uptime in a virtual machine that is paused, and the wall clock can be set. A lease is better thought to
 * have ended than to go on.
 */
export function longestSince(then: Moment): number {
  const now = moment();
  return Math.max(now.monotonicMs - then.monotonicMs, now.uptimeMs - then.uptimeMs, now.wallMs - then.wallMs);
}
