import { setTimeout as yieldToSockets } from 'node:timers/promises';

import type { Clock } from '../../src/clock';
import type { Machine } from '../../src/time/machine';

/** A Monday on which no venue of the catalogue is under maintenance for hours. */
export const QUIET_TIME_MS = Date.parse('2026-06-15T18:00:00Z');

/** The largest step of `until`: small beside every wait and lease, so that nothing lapses while sockets are at work. */
const STEP_MS = 250;

/** A clock that stands still until a test moves it; and a machine whose clocks all agree with it. */
export class FakeClock implements Clock, Machine {
  #nowMs: number;
  readonly #timers = new Set<{ readonly atMs: number; readonly run: () => void }>();

  constructor(nowMs = QUIET_TIME_MS) {
    this.#nowMs = nowMs;
  }

  now = (): number => this.#nowMs;

  after = (delayMs: number, run: () => void): (() => void) => {
    const timer = { atMs: this.#nowMs + Math.max(delayMs, 0), run };
    this.#timers.add(timer);
    return () => this.#timers.delete(timer);
  };

  readonly bootId = 'fake';
  readonly wallMs = this.now;
  readonly monotonicMs = this.now;
  readonly uptimeMs = this.now;
  readonly uptimeStepMs = 1;
  readonly timer = this.after;

  /** Lets `ms` pass at once. Timers that come due run in their order, each at its own time. */
  advance(ms: number): void {
    const untilMs = this.#nowMs + ms;
    for (;;) {
      const next = [...this.#timers].sort((a, b) => a.atMs - b.atMs)[0];
      if (!next || next.atMs > untilMs) break;
      this.#timers.delete(next);
      this.#nowMs = Math.max(this.#nowMs, next.atMs);
      next.run();
    }
    this.#nowMs = untilMs;
  }

  /** Sets the clock without running anything, as an operator or a time server would. */
  jumpTo(atMs: number): void {
    this.#nowMs = atMs;
  }

  /**
   * Lets time pass in small steps, sockets working in between, until `promise` settles.
   *
   * @param stepMs the largest step: smaller than the spacing of calls where a quota is tested.
   */
  async until<Result>(promise: Promise<Result>, stepMs = STEP_MS): Promise<Result> {
    let settled = false;
    const done = () => (settled = true);
    promise.then(done, done);
    await this.untilTrue(() => settled, undefined, stepMs);
    return promise;
  }

  /** Lets time pass in small steps until `condition` holds. Throws when it does not within `withinMs` of this clock. */
  async untilTrue(condition: () => boolean, withinMs = 60 * 60_000, stepMs = STEP_MS): Promise<void> {
    const giveUpAtMs = this.#nowMs + withinMs;
    for (;;) {
      for (let turn = 0; turn < 4; turn++) {
        await yieldToSockets(1);
        if (condition()) return;
      }
      if (this.#nowMs > giveUpAtMs) throw new Error(`It did not come about in ${withinMs} ms.`);
      this.advance(stepMs);
    }
  }

  /** Lets `ms` pass in small steps, sockets working in between. */
  async pass(ms: number): Promise<void> {
    const atMs = this.#nowMs + ms;
    await this.untilTrue(() => this.#nowMs >= atMs, ms + STEP_MS);
  }
}
