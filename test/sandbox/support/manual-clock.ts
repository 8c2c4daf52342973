import type { SandboxClock } from '../../../src/sandbox/sandbox';

/** A clock that only moves when a test moves it. */
export class ManualClock implements SandboxClock {
  private timers: { dueMs: number; run: () => void }[] = [];
  private steadyMs = 0;

  constructor(private nowMs = Date.parse('2015-08-01T12:00:00Z')) {}

  now(): number {
    return this.nowMs;
  }

  steadyNow(): number {
    return this.steadyMs;
  }

  after(delayMs: number, run: () => void): () => void {
    const timer = { dueMs: this.nowMs + delayMs, run };
    this.timers.push(timer);
    return () => {
      this.timers = this.timers.filter((other) => other !== timer);
    };
  }

  /** Moves forward by `ms` and runs each timer that comes due at its own time. */
  advance(ms: number): void {
    const untilMs = this.nowMs + ms;
    this.steadyMs += ms;
    for (;;) {
      const next = this.timers.sort((a, b) => a.dueMs - b.dueMs)[0];
      if (next === undefined || next.dueMs > untilMs) break;
      this.timers.shift();
      this.nowMs = Math.max(this.nowMs, next.dueMs);
      next.run();
    }
    this.nowMs = untilMs;
  }

  /** Changes the time of day by `ms`, as an operator would. No time passes. */
  step(ms: number): void {
    this.nowMs += ms;
  }
}
