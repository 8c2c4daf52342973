import { EventEmitter } from 'node:events';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

import { ClassicLevel } from 'classic-level';

import { StoreFailed, StoreUnusable } from './errors';
import { KeyedLocks } from './keyed-locks';
import type { Document, Store } from './store';

/** What stands under `FORMAT_KEY` in every database of ours, so that a foreign one is not taken for it. */
const FORMAT = 'stagedoor ledger 1';
const FORMAT_KEY = 'format';

const DOCUMENTS = 'document!';
/** `due!<time>!<id>`: an index that sorts by time, since its numbers have all the same length. */
const DUE = 'due!';
const DUE_DIGITS = 16;

const documentKey = (id: string): string => DOCUMENTS + id;
const dueKey = (id: string, dueAtMs: number): string => `${DUE}${dueDigits(dueAtMs)}!${id}`;
const dueDigits = (dueAtMs: number): string => String(Math.ceil(dueAtMs)).padStart(DUE_DIGITS, '0');
const dueTimeIn = (key: string): number => Number(key.slice(DUE.length, DUE.length + DUE_DIGITS));
const idIn = (key: string): string => key.slice(DUE.length + DUE_DIGITS + 1);

type Operation = { type: 'put'; key: string; value: string } | { type: 'del'; key: string };

/** Operations that are written together, and those who wait for it. */
interface Batch {
  readonly operations: Operation[];
  readonly written: Promise<void>;
  readonly settle: (error?: StoreFailed) => void;
}

/**
 * Documents on this machine's disk, of one process at a time. What `insert` and `update` resolve to has reached the
 * disk (fsync); writes that come while one is under way share the next, so that many cost hardly more than one.
 * Nothing is kept in memory but what is being written and who has claimed what.
 */
export class DiskStore implements Store {
  readonly #locks = new KeyedLocks();
  /** One change at a time for each document; never held for longer than a write. */
  readonly #changing = new KeyedLocks();
  readonly #claims = new Map<string, number>();
  readonly #changes = new EventEmitter();
  #next: Batch | undefined;
  #writing = false;
  #failed = false;

  private constructor(private readonly level: ClassicLevel<string, string>) {}

  /**
   * Opens the store below `directory`, which is made where it is missing.
   *
   * @throws StoreUnusable with a sentence: in use by another process, not writable, not ours, damaged.
   */
  static async open(directory: string): Promise<DiskStore> {
    const path = join(directory, 'ledger');
    try {
      mkdirSync(path, { recursive: true });
    } catch (error) {
      throw new StoreUnusable(
        `STATE_DIR cannot be used: the folder ${directory} cannot be made (${codeOf(error)}). ` +
          'Name one that this user may write to.',
      );
    }
    const level = new ClassicLevel<string, string>(path);
    try {
      await level.open();
    } catch (error) {
      throw new StoreUnusable(whyNotOpened(directory, error));
    }
    const store = new DiskStore(level);
    try {
      await store.#checkFormat();
    } catch (error) {
      await level.close();
      if (error instanceof StoreUnusable) throw error;
      throw new StoreUnusable(whyNotOpened(directory, error));
    }
    return store;
  }

  async insert(id: string, document: Document): Promise<boolean> {
    return this.#changing.with(id, async () => {
      if ((await this.read(id)) !== undefined) return false;
      await this.#write(puts(id, document));
      this.#changes.emit('change', id, document.dueAtMs);
      return true;
    });
  }

  async read(id: string): Promise<Document | undefined> {
    const text = await this.level.get(documentKey(id)).catch((error: unknown) => {
      throw new StoreFailed(error);
    });
    return text === undefined ? undefined : (JSON.parse(text) as Document);
  }

  async update(id: string, change: (document: Document) => Document | null): Promise<Document | undefined> {
    return this.#changing.with(id, async () => {
      const document = await this.read(id);
      if (document === undefined) return undefined;
      const changed = change(document);
      if (changed === document) return document;
      const old: Operation = { type: 'del', key: dueKey(id, document.dueAtMs) };
      await this.#write(
        changed === null ? [old, { type: 'del', key: documentKey(id) }] : [old, ...puts(id, changed)],
      );
      this.#claims.delete(id);
      this.#changes.emit('change', id, changed?.dueAtMs ?? null);
      return changed ?? undefined;
    });
  }

  async withLock<Result>(id: string, work: () => Promise<Result>): Promise<Result> {
    return this.#locks.with(id, work);
  }

  async claimDue(nowMs: number, limit: number, claimMs: number): Promise<string[]> {
    const ids: string[] = [];
    if (limit <= 0) return ids;
    for (const [id, untilMs] of this.#claims) if (untilMs <= nowMs) this.#claims.delete(id);
    for await (const key of this.level.keys({ gte: DUE, lt: `${DUE}${dueDigits(nowMs + 1)}` })) {
      const id = idIn(key);
      if (this.#claims.has(id)) continue;
      this.#claims.set(id, nowMs + claimMs);
      if (ids.push(id) === limit) break;
    }
    return ids;
  }

  async nextDueAtMs(): Promise<number | null> {
    let nextMs = Math.min(Infinity, ...this.#claims.values());
    for await (const key of this.level.keys({ gte: DUE, lt: `${DUE}~` })) {
      if (this.#claims.has(idIn(key))) continue;
      nextMs = Math.min(nextMs, dueTimeIn(key));
      break;
    }
    return nextMs === Infinity ? null : nextMs;
  }

  watch(onChange: (id: string, dueAtMs: number | null) => void): () => void {
    this.#changes.on('change', onChange);
    return () => this.#changes.off('change', onChange);
  }

  async close(): Promise<void> {
    this.#changes.removeAllListeners();
    await this.level.close();
  }

  async #checkFormat(): Promise<void> {
    const format = await this.level.get(FORMAT_KEY);
    if (format === FORMAT) {
      // Reading the index through shows damage now rather than on a sale morning.
      for await (const key of this.level.keys({ gte: DUE, lt: `${DUE}~` })) void key;
      return;
    }
    const [someKey] = await this.level.keys({ limit: 1 }).all();
    if (someKey !== undefined) {
      throw new StoreUnusable(
        'STATE_DIR cannot be used: its ledger was written by another program, or another release of this one. ' +
          'Name an empty folder.',
      );
    }
    await this.#write([{ type: 'put', key: FORMAT_KEY, value: FORMAT }]);
  }

  /** Resolves when `operations` have reached the disk, all of them or, where it rejects, none. */
  async #write(operations: Operation[]): Promise<void> {
    this.#next ??= newBatch();
    this.#next.operations.push(...operations);
    const { written } = this.#next;
    if (!this.#writing) void this.#writeBatches();
    return written;
  }

  async #writeBatches(): Promise<void> {
    this.#writing = true;
    for (let batch = this.#next; batch; batch = this.#next) {
      this.#next = undefined;
      try {
        if (this.#failed) await this.#reopen();
        await this.level.batch(batch.operations, { sync: true });
        batch.settle();
      } catch (error) {
        this.#failed = true;
        batch.settle(new StoreFailed(error));
      }
    }
    this.#writing = false;
  }

  /** After a failed write LevelDB takes no more, also when the disk has room again, until it is opened anew. */
  async #reopen(): Promise<void> {
    await this.level.close();
    await this.level.open();
    this.#failed = false;
  }
}

const puts = (id: string, document: Document): Operation[] => [
  { type: 'put', key: documentKey(id), value: JSON.stringify(document) },
  { type: 'put', key: dueKey(id, document.dueAtMs), value: '' },
];

function newBatch(): Batch {
  let settle: Batch['settle'] = () => {};
  const written = new Promise<void>((resolve, reject) => {
    settle = (error) => (error === undefined ? resolve() : reject(error));
  });
  return { operations: [], written, settle };
}

/** The code of a failure, also of one that Level wraps. */
function codeOf(error: unknown): string {
  if (typeof error !== 'object' || error === null) return '';
  const { code, cause } = error as { code?: unknown; cause?: unknown };
  return codeOf(cause) || (typeof code === 'string' ? code : '');
}

function whyNotOpened(directory: string, error: unknown): string {
  switch (codeOf(error)) {
    case 'LEVEL_LOCKED':
      return (
        `STATE_DIR cannot be used: another process is using ${directory}. ` +
        'Stop it, or give this one a folder of its own.'
      );
    case 'LEVEL_CORRUPTION':
      return (
        `STATE_DIR cannot be used: the ledger in ${directory} is damaged. Move it away and start anew; ` +
        "carts that were open then fall to upstream's own hold time."
      );
    default:
      return (
        `STATE_DIR cannot be used: the ledger in ${directory} cannot be opened. ` +
        'See that this user may write there and that the disk has room.'
      );
  }
}
