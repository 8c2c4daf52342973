import type { SandboxClock } from './clock';

/** Work that is due at `dueMs`. It receives that time, not the time at which it happens to run. */
interface Entry {
  dueMs: number;
  run: (dueMs: number) => void;
}

/**
 * Runs everything that happens by the clock: holds and tokens expire, polled calls complete, old records are deleted.
 *
 * Timers fire late, but a poll must see a reserve that is due as completed. So the server calls `catchUp` before it
 * handles a request, and the timer only covers the time between requests. Entries run in the order of their due times,
 * however late that is.
 */
export class Schedule {
  /** Soonest first; of two with the same due time, the one added first. */
  private readonly entries: Entry[] = [];
  private cancelTimer: () => void = () => undefined;

  constructor(private readonly clock: SandboxClock) {}

  /** Schedules `run` for `dueMs` (milliseconds since the epoch). */
  at(dueMs: number, run: (dueMs: number) => void): void {
    let low = 0;
    let high = this.entries.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.entries[middle]?.dueMs ?? Infinity) <= dueMs) low = middle + 1;
      else high = middle;
    }
    this.entries.splice(low, 0, { dueMs, run });
    if (low === 0) this.setTimer();
  }

  /** Runs everything that is due. Returns the current time in milliseconds since the epoch. */
  catchUp(): number {
    const nowMs = this.clock.now();
    for (let next = this.entries[0]; next !== undefined && next.dueMs <= nowMs; next = this.entries[0]) {
      this.entries.shift();
      next.run(next.dueMs);
    }
    this.setTimer();
    return nowMs;
  }

  /** Drops all entries and stops the timer. */
  close(): void {
    this.entries.length = 0;
    this.cancelTimer();
  }

  private setTimer(): void {
    this.cancelTimer();
    const next = this.entries[0];
    if (next === undefined) return;
    this.cancelTimer = this.clock.after(
      Math.max(0, next.dueMs - this.clock.now()),
      () => void this.catchUp(),
    );
  }
}
