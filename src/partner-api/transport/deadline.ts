import type { Clock } from '../../clock';
import { Stop, type StopSignal } from '../../stop';

/**
 * Aborts when the time is over or the caller has gone. The time stands still while the call waits for its turn in the
 * budget, which bounds that wait. Its creator has to clear it.
 */
export class Deadline extends Stop {
  #leftMs: number;
  #runsSinceMs = 0;
  #cancelTimer: () => void = () => {};
  readonly #abort = () => this.abort();
  readonly #runOut = () => {
    this.#hasRunOut = true;
    this.abort();
  };
  #hasRunOut = false;

  constructor(
    private readonly clock: Clock,
    withinMs: number,
    private readonly caller?: StopSignal,
  ) {
    super();
    this.#leftMs = withinMs;
    this.run();
    if (caller?.aborted) this.abort();
    else caller?.addEventListener('abort', this.#abort);
  }

  /** Whether the time is over, rather than the caller gone. */
  get hasRunOut(): boolean {
    return this.#hasRunOut;
  }

  /** Lets the time run, after `halt`. */
  run(): void {
    this.#runsSinceMs = this.clock.now();
    this.#cancelTimer = this.clock.after(this.#leftMs, this.#runOut);
  }

  /** Stops the time until `run`. */
  halt(): void {
    this.#cancelTimer();
    this.#leftMs -= this.clock.now() - this.#runsSinceMs;
  }

  /** Stops watching the time and the caller. */
  clear(): void {
    this.#cancelTimer();
    this.caller?.removeEventListener('abort', this.#abort);
  }
}
