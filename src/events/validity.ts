/** A span of the time of day in which something holds: from `fromMs` on, and before `untilMs`. Milliseconds since the epoch. */
export interface Span {
  readonly fromMs: number;
  readonly untilMs: number;
}

/** How an event of the catalogue stands. Small, so that what only asks about it does not keep the event in memory. */
export interface Standing {
  /** The last moment at which the event is served as it was read, in steady milliseconds. */
  readonly freshUntilMs: number;
  /** Whether the catalogue still has it; a newer reading takes its place, and others push it out. */
  isCurrent: boolean;
  /** Tells the catalogue that the event is in use, lest it be pushed out as one that nobody asks for. */
  readonly touch: () => void;
}

/**
 * For how long an answer is true, gathered while it is made: each part of it that can change says until when. An answer
 * is true for no time at all unless somebody vouches that all its parts are of those that say so.
 */
export class Validity {
  readonly #standings: Standing[] = [];
  #vouchedFor = false;
  #showsNew = false;
  #fromMs = -Infinity;
  #untilMs = Infinity;

  /** Whatever can change in the answer has been, or will be, told here. */
  vouch(): void {
    this.#vouchedFor = true;
  }

  /**
   * The answer shows an event of the catalogue.
   *
   * @param isNew whether upstream was asked for it just now: nobody knows yet whether it is asked for again.
   */
  restsOn(standing: Standing, isNew: boolean): void {
    this.#standings.push(standing);
    this.#showsNew ||= isNew;
  }

  /** Whether the answer shows an event that nobody had asked for before. */
  get showsNew(): boolean {
    return this.#showsNew;
  }

  /** The answer shows something that holds in this span of the time of day. */
  during({ fromMs, untilMs }: Span): void {
    this.#fromMs = Math.max(this.#fromMs, fromMs);
    this.#untilMs = Math.min(this.#untilMs, untilMs);
  }

  /** The answer shows something that may be different the next moment. */
  never(): void {
    this.#untilMs = -Infinity;
  }

  /** In which span of the time of day all parts of it hold. */
  get span(): Span {
    return { fromMs: this.#fromMs, untilMs: this.#untilMs };
  }

  /** An answer that was kept is served once more. */
  touch(): void {
    for (const { touch } of this.#standings) touch();
  }

  /**
   * For how much longer the answer is true, in milliseconds; 0 or less: no longer.
   *
   * @param nowMs by the steady clock, which the catalogue goes by.
   * @param dayNowMs by the clock for the time of day. Where somebody has set that back, nothing is known of the time
   *   before the answer was made.
   */
  leftMs(nowMs: number, dayNowMs: number): number {
    if (!this.#vouchedFor || dayNowMs < this.#fromMs) return 0;
    let leftMs = this.#untilMs - dayNowMs;
    for (const { isCurrent, freshUntilMs } of this.#standings) {
      if (!isCurrent) return 0;
      // At the last fresh moment there is one left.
      leftMs = Math.min(leftMs, freshUntilMs - nowMs + 1);
    }
    return leftMs;
  }
}
