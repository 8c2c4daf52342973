import type { Clock } from '../clock';
import type { Machine } from './machine';

/** A wall clock that moved by more than this against the monotonic one was set, or the machine was suspended. */
const NOTICEABLE_MS = 50;
/** A difference up to this, beyond the uptime's own step, is not a suspend. */
const TOLERANCE_MS = 40;
/** Timers stop in a suspend, so a long one checks the clock this often. */
const LONGEST_TIMER_MS = 1000;
/** A process that did nothing for so long was suspended, frozen or blocked, and could not be reached. */
const DEAF_AFTER_MS = 5000;

/**
 * The clock for leases, holds and waits. It runs evenly when the wall clock is set, and it counts the time for which the
 * machine was suspended, since upstream's holds run on meanwhile. Its readings are not a time of day: `WallTimes`
 * converts them.
 */
export class SteadyClock implements Clock {
  readonly #originMs: number;
  #suspendedMs = 0;
  /** By how much the wall clock and the uptime were ahead of the monotonic clock when last looked at. */
  #wallLeadMs: number;
  #uptimeLeadMs: number;
  #lookedAtMs: number;
  #lastMs: number;
  #awakeSinceMs: number;
  #stopBeating: () => void = () => {};

  /** @param startMs what the clock shows now. */
  constructor(
    private readonly machine: Machine,
    startMs: number,
  ) {
    const monotonicMs = machine.monotonicMs();
    this.#originMs = startMs - monotonicMs;
    this.#wallLeadMs = machine.wallMs() - monotonicMs;
    this.#uptimeLeadMs = machine.uptimeMs() - monotonicMs;
    this.#lookedAtMs = monotonicMs;
    this.#lastMs = startMs;
    this.#awakeSinceMs = startMs;
    this.#beat();
  }

  now(): number {
    const monotonicMs = this.machine.monotonicMs();
    const wallLeadMs = this.machine.wallMs() - monotonicMs;
    const wallMovedMs = Math.abs(wallLeadMs - this.#wallLeadMs);
    if (wallMovedMs > NOTICEABLE_MS || monotonicMs - this.#lookedAtMs > LONGEST_TIMER_MS) {
      this.#wallLeadMs = wallLeadMs;
      this.#lookedAtMs = monotonicMs;
      this.#countSuspend();
    }
    const nowMs = Math.floor(this.#originMs + monotonicMs + this.#suspendedMs);
    if (nowMs - this.#lastMs > DEAF_AFTER_MS) this.#awakeSinceMs = nowMs;
    this.#lastMs = nowMs;
    return nowMs;
  }

  /** Since when this process can be reached: its start, or the end of the last time in which it did not run. */
  get awakeSinceMs(): number {
    return this.#awakeSinceMs;
  }

  after(delayMs: number, run: () => void): () => void {
    const dueMs = this.now() + Math.max(delayMs, 0);
    let cancel = (): void => {};
    const wait = () => {
      const leftMs = Math.max(dueMs - this.now(), 0);
      cancel = this.machine.timer(Math.min(leftMs, LONGEST_TIMER_MS), () => {
        if (this.now() >= dueMs) run();
        else wait();
      });
    };
    wait();
    return () => cancel();
  }

  /** Stops watching for times in which the process does not run. */
  stop(): void {
    this.#stopBeating();
  }

  #beat(): void {
    this.#stopBeating = this.machine.timer(LONGEST_TIMER_MS, () => {
      this.now();
      this.#beat();
    });
  }

  /**
   * The uptime counts suspends and the monotonic clock does not: what it gained on it was one. The monotonic clock is read
   * last, since the process may lose the processor in between, which must not count as a suspend.
   */
  #countSuspend(): void {
    const leadMs = this.machine.uptimeMs() - this.machine.monotonicMs();
    const gainedMs = leadMs - this.#uptimeLeadMs;
    if (gainedMs <= this.machine.uptimeStepMs + TOLERANCE_MS) return;
    this.#uptimeLeadMs = leadMs;
    this.#suspendedMs += gainedMs;
  }
}
