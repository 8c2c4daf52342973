import { setTimeout as pause } from 'node:timers/promises';

import { KeyedLocks } from '../keyed-locks';
import type { Lock } from '../store';
import type { Database } from './database';
import { type Moment, longestSince, moment } from './moment';
import { sql } from './sql';

/** A lock as its holder knows it. */
interface Held extends Lock {
  readonly fence: string;
  /** When its lease was last known to be whole: before the statement that began it was sent. */
  leasedAt: Moment;
  isOver: boolean;
}

/** How long to wait for a lock before it is asked for again, where no notice comes: a little longer with each time. */
const FIRST_PAUSE_MS = 20;
const LONGEST_PAUSE_MS = 500;

/**
 * Locks as rows, each with an owner, the end of its lease and a fence: a number that is never given out twice. The lease
 * is renewed while the holder works, by the database's clock. Once it has ended, another process may take the lock, which
 * then has another fence. So a holder that was paused is found out twice:
 *
 * - a write under the lock is one statement with a look at the fence, on a row that is locked meanwhile: it cannot succeed
 *   after another process has taken the lock;
 * - `isHeld` looks at this machine's clocks: the lease is counted from before it was asked for, so it ends here before it
 *   ends there.
 *
 * Callers of one process wait in turn, without asking the database. Processes do not: the one that asks first after the
 * release has the lock.
 */
export class LeaseLocks {
  readonly #ofProcess = new KeyedLocks();
  readonly #held = new Map<string, Held>();
  readonly #wakes = new Map<string, () => void>();
  readonly #renewals: NodeJS.Timeout;

  /**
   * @param owner names this process; no other has the same.
   * @param leaseMs for how long a process that died keeps its locks.
   */
  constructor(
    private readonly database: Database,
    private readonly owner: string,
    private readonly leaseMs: number,
  ) {
    this.#renewals = setInterval(() => void this.#renew(), leaseMs / 3).unref();
  }

  /** Runs `work` as the only holder of the lock of `id`. Throws StoreFailed (by way of the promise), and what it throws. */
  async with<Result>(id: string, work: (lock: Lock) => Promise<Result>): Promise<Result> {
    return this.#ofProcess.with(id, async () => this.#work(await this.#take(id), work));
  }

  /** Like `with`, but resolves to null, and does nothing, if another process holds the lock. */
  async try<Result>(id: string, work: (lock: Lock) => Promise<Result>): Promise<{ result: Result } | null> {
    return this.#ofProcess.with(id, async () => {
      const held = await this.#tryToTake(id, false);
      return held && { result: await this.#work(held, work) };
    });
  }

  /** The fence of a lock that `with` gave to its work. */
  fenceOf(lock: Lock): string {
    return (lock as Held).fence;
  }

  /** The lock of `id` was released by another process: see `is_awaited`. */
  wake(id: string): void {
    this.#wakes.get(id)?.();
  }

  /** Renews no lock any more. */
  close(): void {
    clearInterval(this.#renewals);
  }

  async #work<Result>(held: Held, work: (lock: Lock) => Promise<Result>): Promise<Result> {
    this.#held.set(held.fence, held);
    try {
      return await work(held);
    } finally {
      held.isOver = true;
      this.#held.delete(held.fence);
      await this.#release(held);
    }
  }

  async #take(id: string): Promise<Held> {
    for (let pauseMs = FIRST_PAUSE_MS; ; pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS)) {
      const held = await this.#tryToTake(id, true);
      if (held) return held;
      const released = new AbortController();
      this.#wakes.set(id, () => released.abort());
      // Processes that wait for the same lock ask at different times.
      const untilAsked = pauseMs * (0.5 + Math.random());
      await pause(untilAsked, undefined, { signal: released.signal }).catch(() => {});
      this.#wakes.delete(id);
    }
  }

  /**
   * Takes the lock if nobody has it, or its lease has ended, or this process failed to release it. Otherwise resolves to
   * null, and marks the lock as awaited if it `isAwaited`.
   */
  async #tryToTake(id: string, isAwaited: boolean): Promise<Held | null> {
    const leasedAt = moment();
    const until = sql`clock_timestamp() + ${this.leaseMs} * interval '1 ms'`;
    const [row] = await this.database.rows<{ owner: string; fence: string }>(sql`
      INSERT INTO stagedoor.locks AS held (id, owner, fence, until)
      VALUES (${id}, ${this.owner}, nextval('stagedoor.fences'), ${until})
      ON CONFLICT (id) DO UPDATE SET (owner, fence, until, is_awaited) = (
        SELECT CASE WHEN is_free THEN excluded.owner ELSE held.owner END,
               CASE WHEN is_free THEN excluded.fence ELSE held.fence END,
               CASE WHEN is_free THEN excluded.until ELSE held.until END,
               NOT is_free AND (${isAwaited} OR held.is_awaited)
        FROM (SELECT held.until <= clock_timestamp() OR held.owner = excluded.owner AS is_free) AS look
      )
      RETURNING owner, fence`);
    if (row?.owner !== this.owner) return null;
    const held: Held = {
      id,
      fence: row.fence,
      leasedAt,
      isOver: false,
      // A tenth of the lease is for clocks that run a little faster than the database's, and for the way to the socket.
      isHeld: () => !held.isOver && longestSince(held.leasedAt) < this.leaseMs * 0.9,
    };
    return held;
  }

  /** Renews all leases of this process, also those that have ended meanwhile, if no other process has taken the lock. */
  async #renew(): Promise<void> {
    if (this.#held.size === 0) return;
    const fences = [...this.#held.keys()];
    const leasedAt = moment();
    try {
      const renewed = await this.database.rows<{ fence: string }>(sql`
        UPDATE stagedoor.locks SET until = clock_timestamp() + ${this.leaseMs} * interval '1 ms'
        WHERE owner = ${this.owner} AND fence = ANY(${fences}::bigint[]) RETURNING fence`);
      const kept = new Set(renewed.map(({ fence }) => fence));
      for (const fence of fences) {
        const held = this.#held.get(fence);
        if (!held) continue;
        if (kept.has(fence)) held.leasedAt = leasedAt;
        else held.isOver = true;
      }
    } catch {
      // The leases go on until they end; the next renewal may come in time.
    }
  }

  /** Releases the lock and, if another process waits for it, says so. If that fails, the lease ends by itself. */
  async #release({ id, fence }: Held): Promise<void> {
    await this.database
      .rows(
        sql`
        WITH released AS (DELETE FROM stagedoor.locks WHERE id = ${id} AND fence = ${fence}::bigint RETURNING is_awaited)
        SELECT pg_notify('stagedoor', ${JSON.stringify({ released: id })}) FROM released WHERE is_awaited`,
      )
      .catch(() => {});
  }
}
