import type { Clock } from '../../clock';

/** So many calls in a row without an answer are no accident. */
const FAILURES = 5;
/** While upstream is down, one call in this time finds out whether it is back. */
export const PROBE_EVERY_MS = 1000;
/** The bounds of what callers are asked to wait: a quarter of the time that upstream has been down already. */
const SHORTEST_WAIT_SECONDS = 2;
const LONGEST_WAIT_SECONDS = 30;

/**
 * Notices that upstream does not answer, so that calls fail at once instead of after their time-out. What counts is a run of
 * calls without an answer: not connected, broken off, timed out, or answered by a server on the way alone.
 */
export class Breaker {
  #failures = 0;
  #downSinceMs: number | null = null;
  #probedAtMs = -Infinity;
  #lastAnswerAtMs: number | null = null;

  constructor(private readonly clock: Clock) {}

  /** Whether upstream is down. */
  get isOpen(): boolean {
    return this.#downSinceMs !== null;
  }

  /** When upstream last answered, by the clock; null: not yet. */
  get lastAnswerAtMs(): number | null {
    return this.#lastAnswerAtMs;
  }

  /** When to come back. */
  get retryAfterSeconds(): number {
    const downMs = this.clock.now() - (this.#downSinceMs ?? this.clock.now());
    return Math.min(Math.max(Math.ceil(downMs / 4000), SHORTEST_WAIT_SECONDS), LONGEST_WAIT_SECONDS);
  }

  /** Upstream answered a call, whatever it answered. */
  answered(): void {
    this.#failures = 0;
    this.#downSinceMs = null;
    this.#lastAnswerAtMs = this.clock.now();
  }

  /** A call had no answer. */
  failed(): void {
    if (++this.#failures >= FAILURES) this.#downSinceMs ??= this.clock.now();
  }

  /** Whether `takeProbe` would let a call be sent now. */
  get mayProbe(): boolean {
    return this.clock.now() >= this.#probedAtMs + PROBE_EVERY_MS;
  }

  /** Whether one call may be sent although upstream is down. */
  takeProbe(): boolean {
    if (!this.mayProbe) return false;
    this.#probedAtMs = this.clock.now();
    return true;
  }
}
