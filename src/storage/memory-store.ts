import { EventEmitter } from 'node:events';

import { DueIndex } from './due-index';
import { KeyedLocks } from './keyed-locks';
import type { Document, Lock, Store } from './store';

/** Documents in the memory of this process: lost when it ends, and shared with no other. */
export class MemoryStore implements Store {
  readonly #documents = new Map<string, Document>();
  readonly #index = new DueIndex();
  readonly #locks = new KeyedLocks();
  #mark: unknown;
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

  async withLock<Result>(id: string, work: (lock: Lock) => Promise<Result>): Promise<Result> {
    // A lock within one process is never lost.
    return this.#locks.with(id, () => work({ id, isHeld: () => true }));
  }

  async tryLock<Result>(
    id: string,
    work: (lock: Lock) => Promise<Result>,
  ): Promise<{ result: Result } | null> {
    return { result: await this.withLock(id, work) };
  }

  async claimDue(nowMs: number, limit: number, claimMs: number): Promise<string[]> {
    const ids = this.#index.due(nowMs, limit);
    for (const id of ids) this.#index.set(id, nowMs + claimMs);
    return ids;
  }

  async nextDueAtMs(): Promise<number | null> {
    return this.#index.next();
  }

  async removeEnded(): Promise<number> {
    return 0;
  }

  watch(onChange: (id: string, dueAtMs: number | null) => void): () => void {
    this.#changes.on('change', onChange);
    return () => this.#changes.off('change', onChange);
  }

  follow(): () => void {
    // There is no other process.
    return () => {};
  }

  async *all(): AsyncGenerator<readonly [string, Document]> {
    yield* [...this.#documents];
  }

  async readMark(): Promise<unknown> {
    return this.#mark;
  }

  async writeMark(mark: unknown): Promise<void> {
    this.#mark = mark;
  }

  async check(): Promise<void> {}

  async wallMs(): Promise<null> {
    return null;
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
