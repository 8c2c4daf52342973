import type { Clock, WallClock } from '../clock';

/** The two clocks are read one after the other, and tick apart: a shown time must not change with every reading. */
const TOLERANCE_MS = 100;

/**
 * Converts times of the steady clock into times of day, by what both clocks show at that moment. So a time in an answer
 * is right by the wall clock of the answer, however often that was set since the time was written down.
 */
export class WallTimes {
  /** By how much the wall clock is ahead of the steady one. */
  #leadMs: number;

  constructor(
    private readonly steady: Pick<Clock, 'now'>,
    private readonly wall: WallClock,
  ) {
    this.#leadMs = wall.now() - steady.now();
  }

  /** The time of day, in milliseconds since the Unix epoch, at which the steady clock showed or will show `steadyMs`. */
  of(steadyMs: number): number {
    const leadMs = this.wall.now() - this.steady.now();
    if (Math.abs(leadMs - this.#leadMs) > TOLERANCE_MS) this.#leadMs = leadMs;
    return steadyMs + this.#leadMs;
  }
}
