import type { Clock } from '../../clock';

/** The present pace is that of the last so many. */
const LAST = 32;
/** Fewer say nothing yet. */
const ENOUGH = 4;
/** What was served so long ago says nothing about now. */
const WINDOW_MS = 120_000;

/** How fast the line moves: estimates from the times at which its last carts were served. */
export class ServiceTimes {
  readonly #servedAtMs: number[] = [];

  /** @param expected carts a second that are expected while too few were served. */
  constructor(
    private readonly expected: () => number,
    private readonly clock: Clock,
  ) {}

  /** A new line begins to form: how fast an earlier one moved, and how long ago, says nothing about it. */
  restart(): void {
    this.#servedAtMs.length = 0;
  }

  /** A cart was served now. */
  served(): void {
    this.#servedAtMs.push(this.clock.now());
    if (this.#servedAtMs.length > LAST) this.#servedAtMs.shift();
  }

  /** How long until `count` carts are served, in milliseconds. */
  estimateMs(count: number): number {
    const nowMs = this.clock.now();
    const recent = this.#servedAtMs.filter((atMs) => nowMs - atMs < WINDOW_MS);
    const [firstMs = nowMs] = recent;
    // The time since the last one counts, too: a line that stands still is not estimated to move on as before.
    const measured = recent.length >= ENOUGH ? (1000 * recent.length) / Math.max(nowMs - firstMs, 1) : null;
    return (1000 * count) / (measured ?? this.expected());
  }
}
