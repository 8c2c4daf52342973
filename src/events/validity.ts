/** A span of the time of day, from `fromMs` until before `untilMs`. Milliseconds since the epoch. */
export interface Span {
  readonly fromMs: number;
  readonly untilMs: number;
}

/** How long an event of the catalogue is fresh. Apart from the event, so that a `Validity` does not keep it in memory. */
export interface Freshness {
  /** The last moment at which the event is fresh, in milliseconds of the steady clock. */
  readonly freshUntilMs: number;
  /** Whether the catalogue still has the event: a newer read replaces it, and other events can evict it. */
  isCurrent: boolean;
  /** Marks the event as recently used, so that it is not evicted. */
  readonly touch: () => void;
}

/**
 * For how long a response is true. It is collected while the response is built: each part that can change states until
 * when it holds. A response is never reused unless `vouch` was called: then all its parts are known to do so.
 */
export class Validity {
  readonly #events: Freshness[] = [];
  #vouchedFor = false;
  #showsNew = false;
  #fromMs = -Infinity;
  #untilMs = Infinity;

  /** Declares that every part of the response that can change reports its end here. */
  vouch(): void {
    this.#vouchedFor = true;
  }

  /** Whether `vouch` was called: then the response shows public event data and nothing else. */
  get isVouchedFor(): boolean {
    return this.#vouchedFor;
  }

  /**
   * The response shows an event of the catalogue.
   *
   * @param isNew whether this request read it from upstream, so that it may never be requested again.
   */
  dependsOn(freshness: Freshness, isNew: boolean): void {
    this.#events.push(freshness);
    this.#showsNew ||= isNew;
  }

  /** Whether the response shows an event that this request read from upstream. */
  get showsNew(): boolean {
    return this.#showsNew;
  }

  /** The response shows a value that holds in this span of the time of day. */
  during({ fromMs, untilMs }: Span): void {
    this.#fromMs = Math.max(this.#fromMs, fromMs);
    this.#untilMs = Math.min(this.#untilMs, untilMs);
  }

  /** The response shows a value that may change at any moment. */
  never(): void {
    this.#untilMs = -Infinity;
  }

  /** The span of the time of day in which all parts hold. */
  get span(): Span {
    return { fromMs: this.#fromMs, untilMs: this.#untilMs };
  }

  /** Marks all its events as recently used: the stored response is served again. */
  touch(): void {
    for (const { touch } of this.#events) touch();
  }

  /**
   * For how much longer the response is true, in milliseconds. 0 or less if it no longer is.
   *
   * @param nowMs the time by the steady clock, which the catalogue uses.
   * @param dayNowMs the time by the wall clock. If that was set back, the response is not valid before the time at which
   *   it was built.
   */
  leftMs(nowMs: number, dayNowMs: number): number {
    if (!this.#vouchedFor || dayNowMs < this.#fromMs) return 0;
    let leftMs = this.#untilMs - dayNowMs;
    for (const { isCurrent, freshUntilMs } of this.#events) {
      if (!isCurrent) return 0;
      // `freshUntilMs` itself is still fresh, so one millisecond is left then.
      leftMs = Math.min(leftMs, freshUntilMs - nowMs + 1);
    }
    return leftMs;
  }
}
