import { EventEmitter } from 'node:events';

import type { Database } from './database';
import { sql } from './sql';

/** Changes within this time are read together. */
const COLLECT_MS = 10;
/** The pause after a failure, before the same documents are read again. */
const RETRY_MS = 500;
/** How many documents are read by one statement. */
const MOST_READ = 500;

/** A document as it was read. */
export interface FollowedRow {
  readonly body: string;
  readonly due_at_ms: number;
}

/** Reads the documents that other processes have changed, many by one statement, for those who follow them. */
export class Follower {
  readonly #emitter = new EventEmitter().setMaxListeners(0);
  #changed = new Set<string>();
  #timer: NodeJS.Timeout | undefined;
  #isClosed = false;

  /** @param isOutdated whether this process knows of a later version of a document. */
  constructor(
    private readonly database: Database,
    private readonly isOutdated: (id: string, version: string) => boolean,
  ) {}

  /** Calls `onRow` with each document that is read, undefined for one that was removed. Returns a function that stops it. */
  follow(onRow: (id: string, row: FollowedRow | undefined) => void): () => void {
    this.#emitter.on('row', onRow);
    return () => this.#emitter.off('row', onRow);
  }

  /** A document was changed. Does nothing if nobody follows. */
  changed(id: string): void {
    if (this.#isClosed || this.#emitter.listenerCount('row') === 0) return;
    this.#changed.add(id);
    this.#timer ??= setTimeout(() => void this.#read(), COLLECT_MS).unref();
  }

  close(): void {
    this.#isClosed = true;
    clearTimeout(this.#timer);
    this.#emitter.removeAllListeners();
  }

  async #read(): Promise<void> {
    const ids = [...this.#changed].slice(0, MOST_READ);
    for (const id of ids) this.#changed.delete(id);
    let pauseMs = COLLECT_MS;
    try {
      const rows = await this.database.rows<FollowedRow & { id: string; version: string }>(
        sql`SELECT id, body, due_at_ms, version FROM stagedoor.documents WHERE id = ANY(${ids})`,
      );
      const found = new Map(rows.map((row) => [row.id, row]));
      for (const id of ids) {
        const row = found.get(id);
        if (!row || !this.isOutdated(id, row.version)) this.#emitter.emit('row', id, row);
      }
    } catch {
      for (const id of ids) this.#changed.add(id);
      pauseMs = RETRY_MS;
    }
    this.#timer = undefined;
    if (this.#changed.size > 0 && !this.#isClosed)
      this.#timer = setTimeout(() => void this.#read(), pauseMs).unref();
  }
}
