import { EventEmitter } from 'node:events';

import { LRUCache } from 'lru-cache';
import { z } from 'zod';

import type { Database } from './database';
import { type FollowedRow, Follower } from './follower';
import { Listener } from './listener';
import { sql } from './sql';

/** A document that was written or, where it is not due at any time, removed. */
interface Change {
  readonly id: string;
  readonly dueAtMs: number | null;
  /** Empty for one that was removed. */
  readonly version: string;
}

/** What processes say to each other: ids and times only, never what a document holds. */
const noticeShape = z.object({
  by: z.string().optional(),
  /** For each document its id, its due time and its version. */
  changed: z.array(z.tuple([z.string(), z.number().nullable(), z.string().regex(/^\d*$/)])).optional(),
  released: z.string().optional(),
});
type Notice = z.infer<typeof noticeShape>;

/** Changes within this time share a notice: PostgreSQL delivers notices one transaction after the other. */
const COLLECT_MS = 5;
/** PostgreSQL's limit for a notice is 8000 bytes. */
const MOST_IN_NOTICE = 60;
/** How often the database is asked for changes if notices arrive, in case that one was lost; and if none arrive. */
const LOOK_MS = 5000;
const LOOK_WITHOUT_NOTICES_MS = 500;
/** A look begins so long before the last one: a statement that was under way then may be visible only now. */
const OVERLAP_MS = 10_000;
/** How many looks may miss their notice before the connection is made again. */
const RECONNECT_AFTER = 20;
const MOST_IN_LOOK = 10_000;
/** Documents that were changed at one moment may be in two looks. */
const SAME_MOMENT_MS = 1;
/** How many documents' versions are remembered, so that a change that is found twice is reported once. */
const MOST_KNOWN = 50_000;

/**
 * Reports changes of documents, of this process at once and of others as soon as they are known. Notices (`NOTIFY`) are
 * fast, but may be lost: with a process that dies after it wrote, while a connection is made again, behind a pooler that
 * cannot listen. So the rows that have changed are looked at from time to time as well, and a lost notice only delays.
 * What is removed is reported by notices alone: nobody waits for a document that ended a day ago.
 */
export class Changes {
  readonly #emitter = new EventEmitter().setMaxListeners(0);
  readonly #known = new LRUCache<string, string>({ max: MOST_KNOWN });
  readonly #listener: Listener;
  readonly #follower: Follower;
  #collected = new Map<string, Change>();
  #sending: NodeJS.Timeout | undefined;
  #look: NodeJS.Timeout | undefined;
  /** By the database's clock, in milliseconds: changes before it are known. */
  #knownUntilMs: number | null = null;
  /** The last look sent a notice, which proves that notices arrive when it comes back. */
  #beats = 0;
  #heard = -1;
  #isClosed = false;

  /** @param onReleased called when another process has released a lock that was waited for. */
  constructor(
    private readonly database: Database,
    url: string,
    private readonly owner: string,
    private readonly onReleased: (id: string) => void,
  ) {
    this.#listener = new Listener(url, (text) => this.#hear(text));
    this.#follower = new Follower(database, (id, version) => this.#isOlder(version, this.#known.get(id)));
  }

  /** Begins to listen and to look. What changed before is not reported. */
  async start(): Promise<void> {
    await this.#listener.start();
    await this.#lookForChanges();
  }

  /** Calls `onChange` for every change. Returns a function that stops it. */
  watch(onChange: (id: string, dueAtMs: number | null) => void): () => void {
    this.#emitter.on('change', onChange);
    return () => this.#emitter.off('change', onChange);
  }

  /** Calls `onRow` with what other processes have changed, a moment later. Returns a function that stops it. */
  follow(onRow: (id: string, row: FollowedRow | undefined) => void): () => void {
    return this.#follower.follow(onRow);
  }

  /** Reports a change that this process has made, here and to the others. */
  made(change: Change): void {
    // The answer of the database came late, after another process had made the next change: its report is to be the last.
    if (this.#isOlder(change.version, this.#known.get(change.id))) this.#follower.changed(change.id);
    this.#report(change);
    this.#collected.set(change.id, change);
    this.#sending ??= setTimeout(() => void this.#send(), COLLECT_MS);
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    this.#emitter.removeAllListeners();
    clearTimeout(this.#look);
    clearTimeout(this.#sending);
    this.#follower.close();
    await this.#send();
    await this.#listener.close();
  }

  #report({ id, dueAtMs, version }: Change): void {
    if (version !== '' && !this.#isOlder(version, this.#known.get(id))) this.#known.set(id, version);
    this.#emitter.emit('change', id, dueAtMs);
  }

  /** Reports a change that another process has made, if it is not known yet. */
  #learn(change: Change): void {
    const known = this.#known.get(change.id);
    if (change.version === known || this.#isOlder(change.version, known)) return;
    this.#report(change);
    this.#follower.changed(change.id);
  }

  /** Whether a document has a later version. */
  #isOlder(version: string, known: string | undefined): boolean {
    return version !== '' && known !== undefined && BigInt(version) < BigInt(known);
  }

  async #send(): Promise<void> {
    this.#sending = undefined;
    const changes = [...this.#collected.values()];
    this.#collected = new Map();
    for (let at = 0; at < changes.length; at += MOST_IN_NOTICE) {
      const changed = changes
        .slice(at, at + MOST_IN_NOTICE)
        .map(({ id, dueAtMs, version }): [string, number | null, string] => [id, dueAtMs, version]);
      await this.#notify({ by: this.owner, changed });
    }
  }

  /** A notice need not outlive the database: so it need not reach the disk. */
  async #notify(notice: Notice): Promise<void> {
    await this.database
      .rows(sql`SET LOCAL synchronous_commit = off; SELECT pg_notify('stagedoor', ${JSON.stringify(notice)})`)
      .catch(() => {});
  }

  #hear(text: string): void {
    const notice = noticeIn(text);
    if (!notice) return;
    if (notice.released !== undefined) this.onReleased(notice.released);
    if (notice.by === this.owner) {
      if (notice.changed === undefined) this.#heard = this.#beats;
      return;
    }
    for (const [id, dueAtMs, version] of notice.changed ?? []) this.#learn({ id, dueAtMs, version });
  }

  async #lookForChanges(): Promise<void> {
    const hasHeard = this.#heard === this.#beats;
    // The connection looks alive, and yet nothing arrives: it is made again, in case that it broke without a word.
    if ((this.#beats - this.#heard) % RECONNECT_AFTER === RECONNECT_AFTER - 1) this.#listener.restart();
    let isWhole = true;
    try {
      isWhole = await this.#readChanges();
      this.#beats++;
      await this.#notify({ by: this.owner });
    } catch {
      // The next look finds what this one would have found.
    }
    if (this.#isClosed) return;
    const delayMs = !isWhole ? 0 : hasHeard ? LOOK_MS : LOOK_WITHOUT_NOTICES_MS;
    this.#look = setTimeout(() => void this.#lookForChanges(), delayMs).unref();
  }

  /** Learns the changes since the last look. Resolves to false if there are more to learn at once. */
  async #readChanges(): Promise<boolean> {
    const sinceMs = (this.#knownUntilMs ?? Infinity) - OVERLAP_MS;
    const rows = await this.database.rows<{
      now: number;
      id: string | null;
      due: number;
      version: string;
      changed: number;
    }>(sql`
      SELECT extract(epoch FROM now())::float8 * 1000 AS now, changed.id, changed.due_at_ms AS due, changed.version,
        extract(epoch FROM changed.changed_at)::float8 * 1000 AS changed
      FROM (SELECT) AS one LEFT JOIN (
        SELECT id, due_at_ms, version, changed_at FROM stagedoor.documents
        WHERE changed_at > to_timestamp(${sinceMs} / 1000) ORDER BY changed_at LIMIT ${MOST_IN_LOOK}::int8
      ) AS changed ON true`);
    const [first] = rows;
    if (!first) return true;
    for (const { id, due, version } of rows) if (id !== null) this.#learn({ id, dueAtMs: due, version });
    const isWhole = rows.length < MOST_IN_LOOK;
    // The next look begins where this one has ended. What is known is not reported again.
    const lastMs = rows.reduce((latest, { changed }) => Math.max(latest, changed), -Infinity);
    const beforeMs = this.#knownUntilMs ?? -Infinity;
    this.#knownUntilMs = isWhole ? first.now : lastMs - SAME_MOMENT_MS + OVERLAP_MS;
    // Were there so many of one moment, looking again at once would find the same.
    return isWhole || this.#knownUntilMs <= beforeMs;
  }
}

/** The notice in a text. Null where it is none: every user of the database may write to the channel. */
function noticeIn(text: string): Notice | null {
  try {
    return noticeShape.parse(JSON.parse(text));
  } catch {
    return null;
  }
}
