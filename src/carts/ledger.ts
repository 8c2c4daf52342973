import { EventEmitter } from 'node:events';

import type { Clock } from '../clock';
import type { StopSignal } from '../stop';
import type { Document, Store } from '../storage/store';
import { type Happening, after } from './lifecycle';
import type { CartRecord } from './record';
import { type LifecycleTimes, nextStep } from './schedule';

/** How long a process has for the steps of a cart it claimed, before another may claim it. */
const CLAIM_MS = 60_000;

/**
 * The record of every cart, with an index by the time of its next step.
 *
 * Two things keep carts right, and they are independent. A **record** changes only through `apply`, which is atomic:
 * whoever tells it something (a client, the driver, an answer from upstream) finds the latest state and loses nobody
 * else's word. And **upstream** is called for a cart only inside `withCart`, which one caller at a time has, in all
 * processes together: that is the manual's rule that concurrent calls on a cart are not supported. Waiting for
 * `withCart` may take as long as a call to upstream; `apply` and `read` never wait for it.
 *
 * So a record that is marked `calling`, seen by someone who has the cart to himself, tells of a call whose process
 * died: nobody who lives is in it.
 */
export class Ledger {
  readonly #changes = new EventEmitter().setMaxListeners(0);
  readonly #stopWatching: () => void;
  #waitingEnded = false;

  constructor(
    private readonly store: Store,
    private readonly times: LifecycleTimes,
    private readonly clock: Clock,
  ) {
    this.#stopWatching = store.watch((id) => this.#changes.emit(id));
  }

  /** Writes down a new cart. False, and nothing written, where there is one of this id. */
  async open(record: CartRecord): Promise<boolean> {
    return this.store.insert(record.id, this.#document(record));
  }

  async read(id: string): Promise<CartRecord | undefined> {
    return recordIn(await this.store.read(id));
  }

  /** Tells a cart what happened. Resolves to the record that then stands; undefined where there is none. */
  async apply(id: string, happening: Happening): Promise<CartRecord | undefined> {
    const stands = await this.store.update(id, (document) => {
      const record = recordOf(document);
      const changed = this.#document(after(record, happening, this.clock.now(), this.times));
      // The time of the next step can have moved without the record, when the settings are others than they were.
      return changed.body === record && changed.dueAtMs === document.dueAtMs ? document : changed;
    });
    return recordIn(stands);
  }

  /** Removes a cart that has ended and has been kept long enough. */
  async forget(id: string): Promise<void> {
    await this.store.update(id, () => null);
  }

  /** Does `work` while nobody else, in any process, is calling upstream for this cart. */
  async withCart<Result>(id: string, work: () => Promise<Result>): Promise<Result> {
    return this.store.withLock(id, work);
  }

  /** Carts whose next step is due, each handed to one process; again, should that process die over it. */
  async claimDue(limit: number): Promise<string[]> {
    return this.store.claimDue(this.clock.now(), limit, CLAIM_MS);
  }

  /** When the next step of any cart is due; null where there is none. */
  async nextDueAtMs(): Promise<number | null> {
    return this.store.nextDueAtMs();
  }

  /** Calls `onStep` after every change of a cart, with the time of its next step. Returns a function that ends that. */
  watch(onStep: (atMs: number) => void): () => void {
    return this.store.watch((_, dueAtMs) => {
      if (dueAtMs !== null) onStep(dueAtMs);
    });
  }

  /**
   * The record, as soon as `isSettled` says so of it, or as it is when `waitMs` are over, `signal` says that nobody
   * waits any more, or waiting has come to an end for all.
   */
  async settled(
    id: string,
    isSettled: (record: CartRecord) => boolean,
    waitMs: number,
    signal?: StopSignal,
  ): Promise<CartRecord | undefined> {
    const untilMs = this.clock.now() + waitMs;
    for (;;) {
      const changed = this.#changed(id, untilMs, signal);
      const record = await this.read(id);
      const isOver = this.#waitingEnded || signal?.aborted || this.clock.now() >= untilMs;
      if (record === undefined || isSettled(record) || isOver) {
        changed.stop();
        return record;
      }
      await changed.promise;
    }
  }

  /** Whether `endWaiting` was called. */
  get waitingEnded(): boolean {
    return this.#waitingEnded;
  }

  /** Lets everyone who waits for a cart to change have it as it is, from here on at once. */
  endWaiting(): void {
    this.#waitingEnded = true;
    for (const id of this.#changes.eventNames()) this.#changes.emit(id);
  }

  close(): void {
    this.#stopWatching();
  }

  /** Resolves at the next change of `id`, at `untilMs`, or when `signal` is aborted. */
  #changed(id: string, untilMs: number, signal?: StopSignal): { promise: Promise<void>; stop: () => void } {
    let stop = (): void => {};
    const promise = new Promise<void>((resolve) => {
      const callOff = this.clock.after(Math.max(untilMs - this.clock.now(), 0), () => stop());
      stop = () => {
        callOff();
        this.#changes.off(id, stop);
        signal?.removeEventListener('abort', stop);
        resolve();
      };
      this.#changes.on(id, stop);
      signal?.addEventListener('abort', stop);
    });
    return { promise, stop };
  }

  #document(record: CartRecord): Document {
    return { body: record, dueAtMs: nextStep(record, this.times).atMs };
  }
}

/** What this ledger wrote, read back. The version says in which form; there is one so far. */
const recordOf = (document: Document): CartRecord => document.body as CartRecord;

const recordIn = (document: Document | undefined): CartRecord | undefined =>
  document === undefined ? undefined : recordOf(document);
