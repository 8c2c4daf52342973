/** The least lateness or earliness that is forgiven, since timers and networks are not exact to the millisecond. */
const LEAST_TOLERANCE_MS = 5;

/**
 * Spaces calls evenly: 5 a second are one every 200 ms, with hardly any burst. A call may come early by a tenth of the
 * interval, which the next one makes up for, so that the average rate is never exceeded. Refused calls do not count.
 */
export class SpikeArrest {
  private readonly intervalMs: number;
  private readonly toleranceMs: number;
  private nextDueMs = -Infinity;

  constructor(callsPerSecond: number) {
    this.intervalMs = 1000 / callsPerSecond;
    this.toleranceMs = Math.max(LEAST_TOLERANCE_MS, this.intervalMs / 10);
  }

  /** Whether a call may pass at `steadyMs`, a time that does not change when the system's clock is set. */
  admits(steadyMs: number): boolean {
    if (steadyMs < this.nextDueMs - this.toleranceMs) return false;
    this.nextDueMs = Math.max(steadyMs, this.nextDueMs) + this.intervalMs;
    return true;
  }
}
