import type { SandboxClock } from '../../src/sandbox/sandbox';

/** A clock that stands still until it is moved; what is due on the way happens at its own time. */
export class ManualClock implements SandboxClock {
  private timers: { dueMs: number; run: () => void }[] = [];

  constructor(private nowMs = Date.parse('2015-08-01T12:00:00Z')) {}

  now(): number {
    return this.nowMs;
  }

  after(delayMs: number, run: () => void): () => void {
    const timer = { dueMs: this.nowMs + delayMs, run };
    this.timers.push(timer);
    return () => {
      this.timers = this.timers.filter((other) => other !== timer);
    };
  }

  /** Moves on by `ms`. */
  advance(ms: number): void {
    const untilMs = this.nowMs + ms;
    for (;;) {
      const next = this.timers.sort((a, b) => a.dueMs - b.dueMs)[0];
      if (next === undefined || next.dueMs > untilMs) break;
      this.timers.shift();
      this.nowMs = Math.max(this.nowMs, next.dueMs);
      next.run();
    }
    this.nowMs = untilMs;
  }
}
