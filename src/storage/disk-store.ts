import { EventEmitter } from 'node:events';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

import { ClassicLevel } from 'classic-level';

import { StoreFailed, StoreUnusable } from './errors';
import { KeyedLocks } from './keyed-locks';
import type { Document, Lock, Store } from './store';

/** The value of `FORMAT_KEY` in each of our databases, by which a foreign one is recognized. */
const FORMAT = 'stagedoor ledger 1';
const FORMAT_KEY = 'format';

const MARK_KEY = 'mark';
const CHECK_KEY = 'check';

const DOCUMENTS = 'document!';
/** `due!<time>!<id>`: an index that sorts by time, since all its numbers have the same length. */
const DUE = 'due!';
const DUE_DIGITS = 16;

const documentKey = (id: string): string => DOCUMENTS + id;
const dueKey = (id: string, dueAtMs: number): string => `${DUE}${dueDigits(dueAtMs)}!${id}`;
const dueDigits = (dueAtMs: number): string => String(Math.ceil(dueAtMs)).padStart(DUE_DIGITS, '0');
const dueTimeIn = (key: string): number => Number(key.slice(DUE.length, DUE.length + DUE_DIGITS));
const idIn = (key: string): string => key.slice(DUE.length + DUE_DIGITS + 1);

type Operation = { type: 'put'; key: string; value: string } | { type: 'del'; key: string };

/** Operations that are written together, and the promise of those who wait for them. */
interface Batch {
  readonly operations: Operation[];
  readonly written: Promise<void>;
  readonly settle: (error?: StoreFailed) => void;
}

/** How to wait for the process that uses the store: in a rolling restart it is about to end. */
export interface WaitForOther {
  readonly withinMs: number;
  /** Called once if there is something to wait for. */
  readonly onWait: () => void;
}

/** How often to check whether the other process has ended. */
const LOOK_EVERY_MS = 100;

/**
 * Documents on this machine's disk, used by one process at a time. Once `insert` or `update` resolves, the change has
 * reached the disk (fsync). Writes that arrive while one is under way share the next, so that many cost hardly more than
 * one. Memory holds only what is being written, and the claims.
 */
export class DiskStore implements Store {
  readonly #locks = new KeyedLocks();
  /** One change at a time for each document; never held for longer than a write. */
  readonly #changing = new KeyedLocks();
  readonly #claims = new Map<string, number>();
  /** For each look at what is due: the documents that have changed meanwhile, whose old times it may still see. */
  readonly #changedInLook = new Set<Set<string>>();
  readonly #changes = new EventEmitter();
  #next: Batch | undefined;
  #writing = false;
  #failed = false;
  #reopening: Promise<void> | undefined;
  #isClosed = false;

  private constructor(private readonly level: ClassicLevel<string, string>) {}

  /**
   * Opens the store below `directory`, which is created if it is missing.
   *
   * @param inUse how long to wait while another process uses it; by default not at all.
   * @throws StoreUnusable with a sentence: in use by another process, not writable, not ours, damaged.
   */
  static async open(directory: string, inUse?: WaitForOther): Promise<DiskStore> {
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
      await openOnceFree(level, inUse);
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
    return (await this.#parsed(documentKey(id))) as Document | undefined;
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
      for (const changedMeanwhile of this.#changedInLook) changedMeanwhile.add(id);
      this.#changes.emit('change', id, changed?.dueAtMs ?? null);
      return changed ?? undefined;
    });
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
    const ids: string[] = [];
    if (limit <= 0) return ids;
    for (const [id, untilMs] of this.#claims) if (untilMs <= nowMs) this.#claims.delete(id);
    await this.#readable();
    const changedMeanwhile = new Set<string>();
    this.#changedInLook.add(changedMeanwhile);
    try {
      for await (const key of this.level.keys({ gte: DUE, lt: `${DUE}${dueDigits(nowMs + 1)}` })) {
        const id = idIn(key);
        if (this.#claims.has(id) || changedMeanwhile.has(id)) continue;
        this.#claims.set(id, nowMs + claimMs);
        if (ids.push(id) === limit) break;
      }
    } finally {
      this.#changedInLook.delete(changedMeanwhile);
    }
    return ids;
  }

  async nextDueAtMs(): Promise<number | null> {
    let nextMs = Math.min(Infinity, ...this.#claims.values());
    await this.#readable();
    for await (const key of this.level.keys({ gte: DUE, lt: `${DUE}~` })) {
      if (this.#claims.has(idIn(key))) continue;
      nextMs = Math.min(nextMs, dueTimeIn(key));
      break;
    }
    return nextMs === Infinity ? null : nextMs;
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
    await this.#readable();
    for await (const [key, text] of this.level.iterator({ gte: DOCUMENTS, lt: `${DOCUMENTS}~` })) {
      yield [key.slice(DOCUMENTS.length), JSON.parse(text) as Document];
    }
  }

  async readMark(): Promise<unknown> {
    return this.#parsed(MARK_KEY);
  }

  async writeMark(mark: unknown): Promise<void> {
    await this.#write([{ type: 'put', key: MARK_KEY, value: JSON.stringify(mark) }]);
  }

  async check(): Promise<void> {
    await this.#write([{ type: 'put', key: CHECK_KEY, value: '' }]);
  }

  async wallMs(): Promise<null> {
    return null;
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    this.#changes.removeAllListeners();
    await this.level.close();
  }

  async #parsed(key: string): Promise<unknown> {
    if (this.level.status !== 'open') await this.#readable();
    const text = await this.level.get(key).catch((error: unknown) => {
      throw new StoreFailed(error);
    });
    return text === undefined ? undefined : JSON.parse(text);
  }

  async #checkFormat(): Promise<void> {
    const format = await this.level.get(FORMAT_KEY);
    if (format === FORMAT) {
      // Reading the whole index shows damage now rather than on a sale morning.
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

  /** Resolves when all `operations` have reached the disk; rejects when none has. */
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

  /** After a failed write LevelDB refuses more until it is reopened, also when the disk has room again. */
  #reopen(): Promise<void> {
    const reopen = async () => {
      await this.level.close();
      await this.level.open();
      this.#failed = false;
    };
    this.#reopening ??= reopen().finally(() => (this.#reopening = undefined));
    return this.#reopening;
  }

  /**
   * Reopens the database for a read if an earlier attempt has failed and left it closed: a gateway that could not read
   * would never come to the write that reopens it.
   *
   * @throws StoreFailed if that fails again.
   */
  async #readable(): Promise<void> {
    if (this.level.status === 'open' || this.#isClosed) return;
    await this.#reopen().catch((error: unknown) => {
      throw new StoreFailed(error);
    });
  }
}

/** Opens the database, within `inUse.withinMs` of its being released by another process. Throws what Level throws. */
async function openOnceFree(level: ClassicLevel<string, string>, inUse?: WaitForOther): Promise<void> {
  const giveUpAtMs = performance.now() + (inUse?.withinMs ?? 0);
  for (let isFirst = true; ; isFirst = false) {
    try {
      return await level.open();
    } catch (error) {
      if (!inUse || codeOf(error) !== 'LEVEL_LOCKED' || performance.now() >= giveUpAtMs) throw error;
      if (isFirst) inUse.onWait();
      await pause(LOOK_EVERY_MS);
    }
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

/** The code of an error, also of one that Level wraps. */
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
        `STATE_DIR cannot be used: the ledger in ${directory} is damaged. Move it away and start again; ` +
        "carts that were open then fall to upstream's own hold time."
      );
    default:
      return (
        `STATE_DIR cannot be used: the ledger in ${directory} cannot be opened. ` +
        'See that this user may write there and that the disk has room.'
      );
  }
}
