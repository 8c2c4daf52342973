import { setTimeout as yieldToSockets } from 'node:timers/promises';

import type { Machine } from '../../src/time/machine';
import { FakeClock } from './fake-clock';

/** How much time passes at once, sockets working in between. */
const STEP_MS = 500;

/**
 * A machine whose clock can be set, and which sleeps and is switched off. `truth` is the right time, as upstream's clock
 * shows it.
 */
export class FakeMachine implements Machine {
  readonly truth = new FakeClock();
  readonly uptimeStepMs = 10;
  #wallErrorMs = 0;
  #startedAtMs = this.truth.now();
  /** When the clock of the process, without its suspends, was 0. */
  #originMs = this.truth.now();
  #starts = 1;
  /** Time as the running process sees it, with its timers: it stands still while the machine sleeps. */
  #process = new FakeClock(0);

  wallMs(): number {
    return this.#nowMs + this.#wallErrorMs;
  }

  monotonicMs(): number {
    return this.#process.now();
  }

  uptimeMs(): number {
    return this.#nowMs - this.#startedAtMs;
  }

  get bootId(): string {
    return `start ${this.#starts}`;
  }

  timer(delayMs: number, run: () => void): () => void {
    return this.#process.after(delayMs, run);
  }

  /** By how much the wall clock is wrong. */
  get wallErrorMs(): number {
    return this.#wallErrorMs;
  }

  /** Sets the wall clock forward or back. */
  step(byMs: number): void {
    this.#wallErrorMs += byMs;
  }

  /** The machine sleeps: its process does nothing, its timers stand still. */
  suspend(ms: number): void {
    this.truth.advance(ms);
    this.#originMs += ms;
  }

  /** The process has ended, and its timers with it; `downMs` later another may start. */
  endProcess(downMs: number): void {
    this.#process = new FakeClock(0);
    this.truth.advance(downMs);
    this.#originMs = this.truth.now();
  }

  /** The machine is switched off, and on again after `downMs`. */
  reboot(downMs: number): void {
    this.endProcess(downMs);
    this.#starts++;
    this.#startedAtMs = this.truth.now();
  }

  /** Lets time pass in small steps until `promise` settles. */
  async until<Result>(promise: Promise<Result>): Promise<Result> {
    let isSettled = false;
    const settle = () => (isSettled = true);
    promise.then(settle, settle);
    for (let steps = 0; !isSettled; steps++) {
      if (steps > 10_000) throw new Error('It did not settle.');
      await yieldToSockets(2);
      if (!isSettled && steps > 10) this.#advance(STEP_MS);
    }
    return promise;
  }

  /** Lets `ms` pass in small steps, sockets working in between. */
  async pass(ms: number): Promise<void> {
    for (let leftMs = ms; leftMs > 0; leftMs -= STEP_MS) {
      this.#advance(Math.min(leftMs, STEP_MS));
      await yieldToSockets(2);
    }
  }

  /** Lets sockets work, the clocks standing still, until `condition` holds or they have had long enough for anything. */
  async settled(condition: () => boolean): Promise<void> {
    for (let turns = 0; turns < 1000 && !condition(); turns++) await yieldToSockets(5);
  }

  /** The true time, in step with the process while that runs its timers. */
  get #nowMs(): number {
    return this.#originMs + this.#process.now();
  }

  #advance(ms: number): void {
    this.truth.advance(ms);
    this.#process.advance(ms);
  }
}
