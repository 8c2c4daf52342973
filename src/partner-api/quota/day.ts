/** The part of the day's amount that is kept for carts. */
const KEPT_FOR_CARTS = 0.2;
/** How long a day's refusal is believed where the gate does not state its end. */
const UNSTATED_END_MS = 5 * 60_000;
const DAY_MS = 24 * 60 * 60_000;

/** What headers of an answer state of the day's amount. Absent headers are null. */
export interface DayFigures {
  readonly limit: number | null;
  readonly available: number | null;
  /** In how many milliseconds the amount is whole again. */
  readonly resetsInMs: number | null;
}

/**
 * The amount of calls for a day: as the operator stated it, and as the headers report it, which also count the calls of
 * other processes with the same key.
 */
export class Day {
  #limit: number;
  #left: number;
  #endsAtMs: number;
  #isRefused = false;
  /** Headers report the amount, which counts all processes. */
  #isReported = false;

  /** @param stated calls a day as the operator stated them, or null. */
  constructor(
    private readonly stated: number | null,
    nowMs: number,
  ) {
    this.#limit = this.#left = stated ?? Infinity;
    this.#endsAtMs = nowMs + DAY_MS;
  }

  /** Calls left for today; `Infinity` where no amount is known. */
  left(nowMs: number): number {
    this.#turnOver(nowMs);
    return this.#isRefused ? 0 : this.#left;
  }

  /** The whole amount of a day; `Infinity` where none is known. */
  get limit(): number {
    return this.#limit;
  }

  /** Calls sent today, with those of other processes where headers report them; 0 where no amount is known. */
  used(nowMs: number): number {
    return this.#limit === Infinity ? 0 : Math.max(this.#limit - this.left(nowMs), 0);
  }

  /** Whether a call may be sent: the last fifth is for carts alone. */
  allows(isForCarts: boolean, nowMs: number): boolean {
    const left = this.left(nowMs);
    return left > 0 && (isForCarts || left === Infinity || left > this.#limit * KEPT_FOR_CARTS);
  }

  /** How long until the amount is whole again, in milliseconds. */
  resetsInMs(nowMs: number): number {
    this.#turnOver(nowMs);
    return this.#endsAtMs - nowMs;
  }

  /**
   * How far reads have to hold back: 1 while more than half of the amount is left, then growing to 10 at the part that is
   * kept for carts. What is cached lives so many times as long.
   */
  stretch(nowMs: number): number {
    const left = this.left(nowMs);
    if (left === Infinity) return 1;
    const part = left / this.#limit;
    return Math.min(Math.max(1 + (9 * (0.5 - part)) / (0.5 - KEPT_FOR_CARTS), 1), 10);
  }

  /** A call was sent: it counts, whatever becomes of it. */
  sent(nowMs: number): void {
    this.#turnOver(nowMs);
    this.#left = Math.max(this.#left - 1, 0);
  }

  /** Takes back the last `sent`: the call is not sent after all. */
  giveBack(): void {
    this.#left = Math.min(this.#left + 1, this.#limit);
  }

  /** Processes that share the quota have sent so many calls today, this one included. */
  sentByAll(sent: number, endsInMs: number, nowMs: number): void {
    if (this.stated === null || this.#isReported) return;
    this.#endsAtMs = nowMs + endsInMs;
    this.#left = Math.max(this.stated - sent, 0);
  }

  /** Headers of an answer reported the amount. The operator's own figure stays an upper bound. */
  reported({ limit, available, resetsInMs }: DayFigures, nowMs: number): void {
    this.#isReported = available !== null;
    if (limit !== null) this.#limit = Math.min(limit, this.stated ?? Infinity);
    if (available !== null) this.#left = Math.min(available, this.stated === null ? Infinity : this.#left);
    if (resetsInMs !== null && resetsInMs > 0) this.#endsAtMs = nowMs + Math.min(resetsInMs, DAY_MS);
    if (available !== null && available > 0) this.#isRefused = false;
  }

  /** The gate refused a call: the day's amount is exhausted, until the end that headers reported or for a while. */
  refused(resetsInMs: number | null, nowMs: number): void {
    this.#isRefused = true;
    this.#endsAtMs = nowMs + Math.min(resetsInMs ?? UNSTATED_END_MS, DAY_MS);
  }

  #turnOver(nowMs: number): void {
    if (nowMs < this.#endsAtMs) return;
    this.#isRefused = false;
    this.#left = this.#limit;
    this.#endsAtMs = nowMs + DAY_MS;
  }
}
