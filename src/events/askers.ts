/** Those who wait for one read of upstream: when the last of them has gone, the read is called off. */
class Askers {
  readonly #controller = new AbortController();
  #waiting = 0;

  /** Aborted when nobody waits any more. */
  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  /** Resolves as `read` does. Who has no signal that says that he has `gone` waits to the end. */
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

/** The reads of upstream that are under way, one for each id, and who waits for them. */
export class Reads {
  readonly #askers = new Map<string, Askers>();

  /**
   * Carries out a read. It is called off by its signal when all who wait for it have gone.
   *
   * @param forget is told so at once: one who comes then is not to wait for its end, but has it begun anew.
   */
  async run<Result>(
    id: string,
    read: (signal: AbortSignal) => Promise<Result>,
    forget: () => void,
  ): Promise<Result> {
    const askers = new Askers();
    this.#askers.set(id, askers);
    const isLatest = () => this.#askers.get(id) === askers;
    askers.signal.addEventListener('abort', () => isLatest() && forget());
    try {
      return await read(askers.signal);
    } finally {
      if (isLatest()) this.#askers.delete(id);
    }
  }

  /**
   * Resolves as `read` does, which is the one under way for `id` where there is one.
   *
   * @param gone aborted when the asker goes away.
   */
  wait<Result>(id: string, read: Promise<Result>, gone?: AbortSignal): Promise<Result> {
    return this.#askers.get(id)?.wait(read, gone) ?? read;
  }
}
