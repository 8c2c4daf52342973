import type { SandboxClock } from './clock';

/** Something that happens at `dueMs`, which it is told. */
interface Entry {
  dueMs: number;
  run: (dueMs: number) => void;
}

/**
 * Everything that happens by the clock: holds and tokens that end, polled calls that complete, things to forget.
 *
 * Timers fire late, and a reserve that is due must be complete for whoever asks. So the server calls `catchUp` before
 * it looks at anything, and the one timer only serves the times when nobody asks. Things happen in the order of their
 * due times, however late they are caught up with.
 */
export class Agenda {
  /** Soonest first; of two due together, the one planned first. */
  private readonly entries: Entry[] = [];
  private stopAlarm: () => void = () => undefined;

  constructor(private readonly clock: SandboxClock) {}

  /** Plans `run` for `dueMs` (milliseconds since the epoch). */
  at(dueMs: number, run: (dueMs: number) => void): void {
    let low = 0;
    let high = this.entries.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.entries[middle]?.dueMs ?? Infinity) <= dueMs) low = middle + 1;
      else high = middle;
    }
    this.entries.splice(low, 0, { dueMs, run });
    if (low === 0) this.setAlarm();
  }

  /** Lets happen all that is due. Returns the present, in milliseconds since the epoch. */
  catchUp(): number {
    const nowMs = this.clock.now();
    for (let next = this.entries[0]; next !== undefined && next.dueMs <= nowMs; next = this.entries[0]) {
      this.entries.shift();
      next.run(next.dueMs);
    }
    this.setAlarm();
    return nowMs;
  }

  /** Forgets all plans. */
  close(): void {
    this.entries.length = 0;
    this.stopAlarm();
  }

  private setAlarm(): void {
    this.stopAlarm();
    const next = this.entries[0];
    if (next === undefined) return;
    this.stopAlarm = this.clock.after(Math.max(0, next.dueMs - this.clock.now()), () => void this.catchUp());
  }
}
