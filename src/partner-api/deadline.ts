import { Stop, type StopSignal } from '../stop';

/** Stops when the time is over or the asker has gone. Whoever made it clears it. */
export class Deadline extends Stop {
  readonly #timer: NodeJS.Timeout;
  readonly #abort = () => this.abort();

  constructor(
    withinMs: number,
    private readonly asker?: StopSignal,
  ) {
    super();
    this.#timer = setTimeout(this.#abort, withinMs);
    if (asker?.aborted) this.abort();
    else asker?.addEventListener('abort', this.#abort);
  }

  /** Resolves when `pauseMs` are over, or the deadline comes before that. */
  async pause(pauseMs: number): Promise<void> {
    if (this.aborted) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, pauseMs);
      this.addEventListener('abort', () => {
        clearTimeout(timer);
        resolve();
      });
    });
  }

  clear(): void {
    clearTimeout(this.#timer);
    this.asker?.removeEventListener('abort', this.#abort);
  }
}
