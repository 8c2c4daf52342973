const WINDOW_MS = 24 * 3_600_000;

/** The daily quota as the `Rate-Limit…` headers state it. */
export interface DailyQuotaState {
  limit: number;
  available: number;
  /** Calls over the limit in this window. */
  over: number;
  /** When the window ends, in milliseconds since the epoch. */
  resetMs: number;
}

/** Counts calls in windows of 24 hours. A window begins with the first call after the one before. */
export class DailyQuota {
  private used = 0;
  private resetMs = -Infinity;

  constructor(private readonly limit: number) {}

  /** Counts a call at `nowMs` (milliseconds since the epoch). Returns whether it is within the limit. */
  admits(nowMs: number): boolean {
    if (nowMs >= this.resetMs) {
      this.used = 0;
      this.resetMs = nowMs + WINDOW_MS;
    }
    this.used += 1;
    return this.used <= this.limit;
  }

  /** The state at `nowMs`. Before the first call of a window, as if it began now. */
  state(nowMs: number): DailyQuotaState {
    const isOpen = nowMs < this.resetMs;
    const used = isOpen ? this.used : 0;
    return {
      limit: this.limit,
      available: Math.max(0, this.limit - used),
      over: Math.max(0, used - this.limit),
      resetMs: isOpen ? this.resetMs : nowMs + WINDOW_MS,
    };
  }
}
