/** What is kept back of a rate: calls do not arrive at the gate just as they are sent. */
const MARGIN = 0.04;
/** Where calls are closer together than timers are exact, a late one may be made up for by this much. */
const CATCH_UP_MS = 5;

/**
 * When the next call may be sent. "A spike arrest smooths: 5 a second can mean one every 200 ms, with hardly any burst":
 * calls are spaced evenly, and time in which none was sent is not saved up.
 */
export class Pace {
  #nextAtMs = -Infinity;
  #pausedUntilMs = -Infinity;
  #callsPerSecond: number;

  /** @param callsPerSecond `Infinity`: any number. */
  constructor(
    callsPerSecond: number,
    private readonly margin = MARGIN,
  ) {
    this.#callsPerSecond = callsPerSecond;
  }

  get callsPerSecond(): number {
    return this.#callsPerSecond;
  }

  /** The time from one call to the next, in milliseconds. */
  get spacingMs(): number {
    return (1000 / this.#callsPerSecond) * (1 + this.margin);
  }

  /** Spaces calls by another rate, from the next call on. */
  changeTo(callsPerSecond: number): void {
    this.#callsPerSecond = callsPerSecond;
  }

  /** Sends nothing before `untilMs`. */
  pause(untilMs: number): void {
    this.#pausedUntilMs = Math.max(this.#pausedUntilMs, untilMs);
    this.#nextAtMs = Math.max(this.#nextAtMs, untilMs);
  }

  /** How long until a call may be sent, in milliseconds; 0: now. */
  waitMs(nowMs: number): number {
    return Math.max(this.#nextAtMs - nowMs, 0);
  }

  /** Notes that a call is sent now. */
  sent(nowMs: number): void {
    const { spacingMs } = this;
    if (spacingMs === 0) return;
    const earliestMs = spacingMs < 4 * CATCH_UP_MS ? nowMs - CATCH_UP_MS : nowMs;
    this.#nextAtMs = Math.max(this.#nextAtMs, earliestMs) + spacingMs;
  }

  /** Takes back the last `sent`: the call is not sent after all. A pause that began meanwhile stays as long. */
  giveBack(): void {
    this.#nextAtMs = Math.max(this.#nextAtMs - this.spacingMs, this.#pausedUntilMs);
  }
}
