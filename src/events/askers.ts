/** Those who wait for one read of upstream: when the last of them has gone, the read is called off. */
export class Askers {
  readonly #controller = new AbortController();
  #waiting = 0;

  /** Aborted when nobody waits any more. */
  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  /**
   * Resolves as `read` does.
   *
   * @param gone aborted when this asker goes away. Who has none waits to the end.
   */
  async wait<Result>(read: Promise<Result>, gone?: AbortSignal): Promise<Result> {
    this.#waiting++;
    if (!gone) return read;
    const leave = (): void => {
      if (--this.#waiting === 0) this.#controller.abort();
    };
    if (gone.aborted) leave();
    gone.addEventListener('abort', leave, { once: true });
    try {
      return await read;
    } finally {
      gone.removeEventListener('abort', leave);
    }
  }
}
