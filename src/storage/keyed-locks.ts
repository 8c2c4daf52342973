import { Mutex } from 'async-mutex';

/** A lock for each key, within this process; keys that nobody holds cost nothing. */
export class KeyedLocks {
  readonly #locks = new Map<string, Mutex>();

  /** Does `work` while nobody else does any under the same key. Waits its turn; the lock is freed also on a throw. */
  async with<Result>(key: string, work: () => Promise<Result>): Promise<Result> {
    const lock = this.#locks.get(key) ?? new Mutex();
    this.#locks.set(key, lock);
    try {
      return await lock.runExclusive(work);
    } finally {
      if (!lock.isLocked()) this.#locks.delete(key);
    }
  }
}
