/**
 * Aborts its signal when the time is over or the asker has gone. It is one timer and one listener, and so a fraction of what
 * `AbortSignal.timeout` and `AbortSignal.any` cost with every read. Whoever made it clears it.
 */
export class Deadline {
  readonly #controller = new AbortController();
  readonly #timer: NodeJS.Timeout;
  readonly #abort = () => this.#controller.abort();

  constructor(
    withinMs: number,
    private readonly asker?: AbortSignal,
  ) {
    this.#timer = setTimeout(this.#abort, withinMs);
    if (asker?.aborted) this.#abort();
    asker?.addEventListener('abort', this.#abort);
  }

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  clear(): void {
    clearTimeout(this.#timer);
    this.asker?.removeEventListener('abort', this.#abort);
  }
}
