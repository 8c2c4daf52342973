import { Mutex } from 'async-mutex';

/** A lock for each key, within this process. Keys without a holder cost no memory. */
export class KeyedLocks {
  readonly #locks = new Map<string, Mutex>();

  /** Runs `work` as the only holder of the key's lock, in turn. The lock is released also if `work` throws. */
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
