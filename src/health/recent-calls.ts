import type { Clock } from '../clock';

/** Upstream calls in one second. */
export interface CallsOfSecond {
  readonly sent: number;
  /** Of these, refused for the quota or without a good answer. */
  readonly failed: number;
}

/** Counts the upstream calls of each of the last seconds. */
export class RecentCalls {
  readonly #sent: number[];
  readonly #failed: number[];
  /** The second that was counted last. */
  #second: number;

  /** @param seconds how many are kept. */
  constructor(
    private readonly seconds: number,
    private readonly clock: Clock,
  ) {
    this.#sent = Array<number>(seconds).fill(0);
    this.#failed = Array<number>(seconds).fill(0);
    this.#second = this.#now();
  }

  /** Counts a call that has ended now. */
  count(hasFailed: boolean): void {
    const at = this.#moveOn() % this.seconds;
    this.#sent[at] = (this.#sent[at] ?? 0) + 1;
    if (hasFailed) this.#failed[at] = (this.#failed[at] ?? 0) + 1;
  }

  /** The calls of each second, the oldest first; the last one is not over yet. */
  bySecond(): CallsOfSecond[] {
    const now = this.#moveOn();
    return Array.from({ length: this.seconds }, (_, index) => {
      const at = (now + 1 + index) % this.seconds;
      return { sent: this.#sent[at] ?? 0, failed: this.#failed[at] ?? 0 };
    });
  }

  /** Clears the seconds that have passed since the last look. Returns the present one. */
  #moveOn(): number {
    const now = this.#now();
    for (let second = Math.max(this.#second + 1, now - this.seconds + 1); second <= now; second++) {
      this.#sent[second % this.seconds] = 0;
      this.#failed[second % this.seconds] = 0;
    }
    this.#second = Math.max(now, this.#second);
    return this.#second;
  }

  #now(): number {
    return Math.floor(this.clock.now() / 1000);
  }
}
