import { EventEmitter } from 'node:events';

import { DueIndex } from './due-index';
import { KeyedLocks } from './keyed-locks';
import type { Document, Store } from './store';

/** Documents in this process's memory: gone with it, and shared with no other. */
export class MemoryStore implements Store {
  readonly #documents = new Map<string, Document>();
  readonly #index = new DueIndex();
  readonly #locks = new KeyedLocks();
  readonly #changes = new EventEmitter().setMaxListeners(0);

  async insert(id: string, document: Document): Promise<boolean> {
    if (this.#documents.has(id)) return false;
    this.#put(id, document);
    return true;
  }

  async read(id: string): Promise<Document | undefined> {
    return this.#documents.get(id);
  }

  async update(id: string, change: (document: Document) => Document | null): Promise<Document | undefined> {
    const document = this.#documents.get(id);
    if (document === undefined) return undefined;
    const changed = change(document);
    if (changed === null) {
      this.#documents.delete(id);
      this.#index.delete(id);
      this.#changes.emit('change', id, null);
      return undefined;
    }
    if (changed !== document) this.#put(id, changed);
    return changed;
  }

  async withLock<Result>(id: string, work: () => Promise<Result>): Promise<Result> {
    return this.#locks.with(id, work);
  }

  async claimDue(nowMs: number, limit: number, claimMs: number): Promise<string[]> {
    const ids = this.#index.due(nowMs, limit);
    for (const id of ids) this.#index.set(id, nowMs + claimMs);
    return ids;
  }

  async nextDueAtMs(): Promise<number | null> {
    return this.#index.next();
  }

  watch(onChange: (id: string, dueAtMs: number | null) => void): () => void {
    this.#changes.on('change', onChange);
    return () => this.#changes.off('change', onChange);
  }

  async close(): Promise<void> {
    this.#changes.removeAllListeners();
  }

  #put(id: string, document: Document): void {
    this.#documents.set(id, document);
    this.#index.set(id, document.dueAtMs);
    this.#changes.emit('change', id, document.dueAtMs);
  }
}
