import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';

import { LockLost, StoreUnusable } from '../errors';
import { KeyedLocks } from '../keyed-locks';
import type { Document, Lock, Store } from '../store';
import { Changes } from './changes';
import { Database, isUnreachable } from './database';
import { LeaseLocks } from './lease-locks';
import { migrate } from './migrations';
import { SharedCounts } from './shared/shared-counts';
import { type EventOwner, SharedEvents } from './shared/shared-events';
import { type QuotaOwner, SharedQuota } from './shared/shared-quota';
import { SharedTokens, type TokenOwner } from './shared/shared-tokens';
import { type Sql, sql } from './sql';
import { whyUnusable } from './why-unusable';

/** How a store uses its database. */
export interface PostgresSettings {
  /** `postgres://user:password@host:port/name`; a secret. */
  readonly url: string;
  /** Connections for statements; one more listens for notices. */
  readonly connections: number;
  /** Documents whose body names another edition are never due here; null: all are. */
  readonly edition?: string | null;
  /** How long to wait at start for a database that cannot be reached, in milliseconds. */
  readonly openWithinMs?: number;
  /** For how long a process that died keeps its locks. */
  readonly leaseMs?: number;
  /** How long a statement waits for a connection, and how many may wait. */
  readonly waitMs?: number;
  readonly mostWaiting?: number;
  /** The time of day by which machines agree on their clocks; the database's, unless a test has its own. */
  readonly wallMs?: () => number;
}

const LEASE_MS = 15_000;
const WAIT_MS = 2000;
const MOST_WAITING = 10_000;
/** How many documents are read at once where all are. */
const PAGE = 500;
/** How often the database's clock is read at start: the fastest answer is the most exact. */
const CLOCK_READS = 5;
const REOPEN_PAUSE_MS = 500;

interface Row {
  readonly id: string;
  readonly body: string;
  readonly due_at_ms: number;
  readonly version: string;
}

/**
 * Documents in PostgreSQL, for any number of processes on any number of machines. Once `insert` or `update` resolves, the
 * change is as durable as the database's `synchronous_commit` makes it. See docs/decisions/postgresql.md.
 *
 * Every statement is a short transaction of its own: no session has any state, so it works behind PgBouncer in
 * transaction mode. An update is written if the version is still the one that was read, and otherwise made again.
 */
export class PostgresStore implements Store {
  readonly #owner = randomUUID();
  readonly #database: Database;
  readonly #locks: LeaseLocks;
  readonly #changes: Changes;
  /** One change at a time for each document: only those of other processes are in each other's way. */
  readonly #changing = new KeyedLocks();

  private constructor(private readonly settings: PostgresSettings) {
    const { url, connections, leaseMs = LEASE_MS, waitMs = WAIT_MS, mostWaiting = MOST_WAITING } = settings;
    this.#database = new Database({ url, connections, waitMs, mostWaiting });
    this.#locks = new LeaseLocks(this.#database, this.#owner, leaseMs);
    this.#changes = new Changes(this.#database, url, this.#owner, (id) => this.#locks.wake(id));
  }

  /**
   * Opens the store, and brings its schema up to date.
   *
   * @throws StoreUnusable with a sentence: wrong address or password, no rights, not reached in time.
   */
  static async open(settings: PostgresSettings): Promise<PostgresStore> {
    const store = new PostgresStore(settings);
    const giveUpAtMs = performance.now() + (settings.openWithinMs ?? 0);
    for (;;) {
      try {
        await migrate(store.#database);
        await store.#changes.start();
        return store;
      } catch (error) {
        if (isUnreachable(error) && !(error instanceof StoreUnusable) && performance.now() < giveUpAtMs) {
          await pause(REOPEN_PAUSE_MS);
          continue;
        }
        await store.close();
        throw error instanceof StoreUnusable ? error : new StoreUnusable(whyUnusable(error));
      }
    }
  }

  /** The access token of an API key, shared by all processes with this database. */
  sharedTokens(of: TokenOwner): SharedTokens {
    return new SharedTokens(this.#database, this.#owner, of);
  }

  /** The details of events, shared by all processes with this database and the same API key. */
  sharedEvents(of: EventOwner): SharedEvents {
    return new SharedEvents(this.#database, this.#owner, of);
  }

  /** The quota of an API key, shared by all processes with this database. */
  sharedQuota(of: QuotaOwner): SharedQuota {
    return new SharedQuota(this.#database, this.#owner, of);
  }

  /** Counts of the documents of all processes. */
  sharedCounts(): SharedCounts {
    return new SharedCounts(this.#database);
  }

  async insert(id: string, document: Document): Promise<boolean> {
    const { body, dueAtMs, isEnded = false } = document;
    const [row] = await this.#database.rows<Row>(sql`
      INSERT INTO stagedoor.documents (id, body, due_at_ms, next_at_ms, is_ended)
      VALUES (${id}, ${JSON.stringify(body)}, ${dueAtMs}, ${dueAtMs}, ${isEnded})
      ON CONFLICT DO NOTHING RETURNING version`);
    if (!row) return false;
    this.#changes.made({ id, dueAtMs, version: row.version });
    return true;
  }

  async read(id: string): Promise<Document | undefined> {
    const row = await this.#read(id);
    return row && documentIn(row);
  }

  async update(
    id: string,
    change: (document: Document) => Document | null,
    lock?: Lock,
  ): Promise<Document | undefined> {
    return this.#changing.with(id, () => this.#update(id, change, lock));
  }

  async withLock<Result>(id: string, work: (lock: Lock) => Promise<Result>): Promise<Result> {
    return this.#locks.with(id, work);
  }

  async tryLock<Result>(
    id: string,
    work: (lock: Lock) => Promise<Result>,
  ): Promise<{ result: Result } | null> {
    return this.#locks.try(id, work);
  }

  async claimDue(nowMs: number, limit: number, claimMs: number): Promise<string[]> {
    if (limit <= 0) return [];
    const claimed = await this.#database.rows<{ id: string; was_at_ms: number }>(sql`
      WITH due AS (
        SELECT id, next_at_ms AS was_at_ms FROM stagedoor.documents
        WHERE next_at_ms <= ${nowMs} AND NOT is_ended AND ${this.#isMine()} ORDER BY next_at_ms, id LIMIT ${limit}::int8
        FOR UPDATE SKIP LOCKED
      )
      UPDATE stagedoor.documents AS document SET next_at_ms = ${nowMs + claimMs}
      FROM due WHERE document.id = due.id RETURNING document.id, due.was_at_ms`);
    return claimed.sort((a, b) => a.was_at_ms - b.was_at_ms || (a.id < b.id ? -1 : 1)).map(({ id }) => id);
  }

  async nextDueAtMs(): Promise<number | null> {
    const [row] = await this.#database.rows<{ next: number | null }>(
      sql`SELECT min(next_at_ms) AS next FROM stagedoor.documents WHERE NOT is_ended AND ${this.#isMine()}`,
    );
    return row?.next ?? null;
  }

  /** Two processes at once remove different ones. Nobody waits for them, so no other process hears of it. */
  async removeEnded(nowMs: number, limit: number): Promise<number> {
    const removed = await this.#database.rows(sql`
      DELETE FROM stagedoor.documents WHERE id IN (
        SELECT id FROM stagedoor.documents WHERE is_ended AND next_at_ms <= ${nowMs}
        ORDER BY next_at_ms LIMIT ${limit}::int8 FOR UPDATE SKIP LOCKED
      ) RETURNING 1`);
    return removed.length;
  }

  watch(onChange: (id: string, dueAtMs: number | null) => void): () => void {
    return this.#changes.watch(onChange);
  }

  follow(onDocument: (id: string, document: Document | undefined) => void): () => void {
    return this.#changes.follow((id, row) => onDocument(id, row && documentIn(row)));
  }

  async *all(): AsyncGenerator<readonly [string, Document]> {
    for (let after = ''; ;) {
      const rows = await this.#database.rows<Row>(sql`
        SELECT id, body, due_at_ms, version FROM stagedoor.documents
        WHERE id > ${after} ORDER BY id LIMIT ${PAGE}::int8`);
      for (const row of rows) yield [row.id, documentIn(row)];
      const last = rows.at(-1);
      if (!last) return;
      after = last.id;
    }
  }

  async readMark(): Promise<unknown> {
    const [row] = await this.#database.rows<{ value: string }>(
      sql`SELECT value FROM stagedoor.notes WHERE name = 'mark'`,
    );
    return row && JSON.parse(row.value);
  }

  async writeMark(mark: unknown): Promise<void> {
    await this.#database.rows(sql`
      INSERT INTO stagedoor.notes (name, value) VALUES ('mark', ${JSON.stringify(mark)})
      ON CONFLICT (name) DO UPDATE SET value = excluded.value`);
  }

  async wallMs(): Promise<number> {
    if (this.settings.wallMs) return this.settings.wallMs();
    let fastestMs = Infinity;
    let wallMs = NaN;
    for (let reads = 0; reads < CLOCK_READS; reads++) {
      const askedAtMs = performance.now();
      const [row] = await this.#database.rows<{ now: number }>(
        sql`SELECT extract(epoch FROM clock_timestamp())::float8 * 1000 AS now`,
      );
      const tookMs = performance.now() - askedAtMs;
      if (row && tookMs < fastestMs) {
        fastestMs = tookMs;
        wallMs = row.now + tookMs / 2 - performance.now();
      }
    }
    return wallMs + performance.now();
  }

  async check(): Promise<void> {
    await this.#database.rows(sql`
      INSERT INTO stagedoor.notes (name, value) VALUES ('check', '0')
      ON CONFLICT (name) DO UPDATE SET value = excluded.value`);
  }

  async close(): Promise<void> {
    this.#locks.close();
    await this.#changes.close();
    await this.#database.close();
  }

  /** Whether a document may be due here: by its edition. */
  #isMine(): Sql {
    const { edition = null } = this.settings;
    return edition === null ? sql`true` : sql`edition = ${edition}`;
  }

  async #read(id: string): Promise<Row | undefined> {
    const [row] = await this.#database.rows<Row>(
      sql`SELECT id, body, due_at_ms, version FROM stagedoor.documents WHERE id = ${id}`,
    );
    return row;
  }

  async #update(
    id: string,
    change: (document: Document) => Document | null,
    lock: Lock | undefined,
  ): Promise<Document | undefined> {
    for (;;) {
      const row = await this.#read(id);
      if (!row) return undefined;
      const document = documentIn(row);
      const changed = change(document);
      if (changed === document) return document;
      const version = await this.#replace(row, changed, lock);
      if (version === null) continue;
      this.#changes.made({ id, dueAtMs: changed?.dueAtMs ?? null, version });
      return changed ?? undefined;
    }
  }

  /**
   * Writes or removes the document of a row that was read. Resolves to its new version, empty for one that was removed;
   * null if another process was faster.
   */
  async #replace(
    { id, version }: Row,
    changed: Document | null,
    lock: Lock | undefined,
  ): Promise<string | null> {
    const isSame = sql`document.id = ${id} AND document.version = ${version}::bigint AND (SELECT is_held FROM held)`;
    const write: Sql =
      changed === null
        ? sql`DELETE FROM stagedoor.documents AS document WHERE ${isSame} RETURNING '' AS version`
        : sql`UPDATE stagedoor.documents AS document
              SET body = ${JSON.stringify(changed.body)}, due_at_ms = ${changed.dueAtMs},
                  next_at_ms = ${changed.dueAtMs}, is_ended = ${changed.isEnded ?? false}, version = nextval('stagedoor.versions'),
                  changed_at = clock_timestamp()
              WHERE ${isSame} RETURNING document.version::text`;
    const [row] = await this.#database.rows<{ is_held: boolean; version: string | null }>(sql`
      WITH held AS (${this.#isHeld(lock)}), written AS (${write})
      SELECT (SELECT is_held FROM held), (SELECT version FROM written)`);
    if (!row?.is_held) throw new LockLost();
    return row.version;
  }

  /** Whether a lock is held, until the end of the statement: its row is locked against who would take it meanwhile. */
  #isHeld(lock: Lock | undefined): Sql {
    if (!lock) return sql`SELECT true AS is_held`;
    return sql`
      SELECT count(*) = 1 AS is_held FROM (
        SELECT FROM stagedoor.locks
        WHERE id = ${lock.id} AND fence = ${this.#locks.fenceOf(lock)}::bigint FOR SHARE
      ) AS locked`;
  }
}

const documentIn = ({ body, due_at_ms: dueAtMs }: Pick<Row, 'body' | 'due_at_ms'>): Document => ({
  body: JSON.parse(body) as unknown,
  dueAtMs,
});
