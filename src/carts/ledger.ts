import { EventEmitter } from 'node:events';

import type { Clock } from '../clock';
import type { Document, Lock, Store } from '../storage/store';
import { type ChangeReason, reasonOf } from './change-reason';
import { applyEvent } from './lifecycle/apply-event';
import type { CartEvent } from './lifecycle/cart-event';
import { type CartRecord, isEnded } from './lifecycle/record';
import { nextStep } from './lifecycle/schedule';
import { UnreadableRecord, readRecord } from './lifecycle/stored-record';
import type { LifecycleTimes } from './lifecycle/times';

/** How long a process has for the steps of a cart it claimed, before another may claim it. */
const CLAIM_MS = 60_000;

/** How many carts are removed by one statement. */
const FORGOTTEN_AT_ONCE = 500;

/** Takes note of a change: the record after it (undefined: forgotten) and before it (undefined: new), and why it changed. */
export type CartObserver = (
  id: string,
  record: CartRecord | undefined,
  before: CartRecord | undefined,
  why: ChangeReason,
) => void;

/**
 * The record of every cart, with an index by the time of its next step.
 *
 * Two things keep carts right, and they are independent. A **record** changes only through `apply`, which is atomic:
 * every event (of a client, the driver or an answer from upstream) is applied to the latest record, and no update is
 * lost. And **upstream** is called for a cart only by the holder of its lock (`withCart`), one at a time in all processes
 * together: that is the manual's rule that concurrent calls on a cart are not supported. Waiting for the lock may take as
 * long as a call to upstream; `apply` and `read` never wait for it.
 *
 * So if the holder of the lock finds a record marked `calling`, the process that made that call has died, or was paused
 * for so long that it has lost the lock. Such a process can no longer write what it does with the lock: see `apply`.
 */
export class Ledger {
  readonly #observers = new Set<CartObserver>();
  readonly #changes = new EventEmitter().setMaxListeners(0);
  readonly #stopWatching: () => void;

  /** @param edition the edition of the Partner API whose carts these are; carts of others are as if unknown. Null: all. */
  constructor(
    private readonly store: Store,
    private readonly times: LifecycleTimes,
    private readonly clock: Clock,
    private readonly edition: string | null = null,
  ) {
    this.#stopWatching = store.watch((id) => this.#changes.emit(id));
  }

  /** Writes a new cart. Returns false, and writes nothing, if there is a cart with this id. */
  async open(record: CartRecord): Promise<boolean> {
    const isNew = await this.store.insert(record.id, this.#document(record));
    if (isNew) this.#report(record.id, record, undefined, 'opened');
    return isNew;
  }

  /** Every cart, in no order. Documents that cannot be read as carts are left out. */
  async *all(): AsyncGenerator<CartRecord> {
    for await (const [, document] of this.store.all()) {
      try {
        const record = this.#recordIn(document);
        if (record) yield record;
      } catch (error) {
        if (!(error instanceof UnreadableRecord)) throw error;
      }
    }
  }

  /**
   * Calls `observe` after each change of a cart by this process. Returns a function that stops it. `observe` must not
   * throw.
   */
  observe(observe: CartObserver): () => void {
    this.#observers.add(observe);
    return () => this.#observers.delete(observe);
  }

  /**
   * Calls `observe` with the record of each cart that another process has changed, a moment later (undefined: forgotten),
   * and with those that this process has changed without knowing, since the answer of the store was lost. Returns a function
   * that stops it. `observe` must not throw.
   */
  observeOthers(observe: (id: string, record: CartRecord | undefined) => void): () => void {
    return this.store.follow((id, document) => {
      try {
        observe(id, this.#recordIn(document));
      } catch (error) {
        // Written by a later release: it is for those who can read it.
        if (!(error instanceof UnreadableRecord)) throw error;
      }
    });
  }

  /** The record of a cart; undefined if there is none. Throws UnreadableRecord. */
  async read(id: string): Promise<CartRecord | undefined> {
    return this.#recordIn(await this.store.read(id));
  }

  /**
   * Applies an event to a cart. Resolves to the record after it; undefined if there is none. Throws UnreadableRecord.
   *
   * @param lock for what is done with the cart's lock: the event is applied only while it is held.
   * @throws LockLost (by way of the promise) if it is not.
   */
  async apply(id: string, event: CartEvent, lock?: Lock): Promise<CartRecord | undefined> {
    let before: CartRecord | undefined;
    let why: ChangeReason = event.kind;
    const change = (document: Document): Document => {
      const nowMs = this.clock.now();
      before = this.#recordIn(document);
      if (!before) return document;
      const record = applyEvent(before, event, nowMs, this.times);
      why = reasonOf(before, record, event, nowMs, this.times);
      const changed = this.#document(record);
      // The time of the next step can have moved without the record, when the settings are others than they were.
      const isSame = changed.body === document.body && changed.dueAtMs === document.dueAtMs;
      return isSame ? document : changed;
    };
    const written = await this.store.update(id, change, lock);
    const record = this.#recordIn(written);
    if (record !== before) this.#report(id, record, before, why);
    return record;
  }

  /** Removes a cart that has ended and has been kept long enough. */
  async forget(id: string, lock?: Lock): Promise<void> {
    let before: CartRecord | undefined;
    const remove = (document: Document): Document | null => {
      before = this.#recordIn(document);
      return before ? null : document;
    };
    await this.store.update(id, remove, lock);
    if (before) this.#report(id, undefined, before, 'forgotten');
  }

  /** Removes all carts that have ended and have been kept long enough, if the store can remove many at once. */
  async forgetEnded(): Promise<void> {
    while ((await this.store.removeEnded(this.clock.now(), FORGOTTEN_AT_ONCE)) === FORGOTTEN_AT_ONCE);
  }

  /** Does `work` with the cart's lock: nothing else, in any process, calls upstream for this cart meanwhile. */
  async withCart<Result>(id: string, work: (lock: Lock) => Promise<Result>): Promise<Result> {
    return this.store.withLock(id, work);
  }

  /** Like `withCart`, but resolves to null, without having done anything, if another process has the cart's lock. */
  async tryWithCart<Result>(
    id: string,
    work: (lock: Lock) => Promise<Result>,
  ): Promise<{ result: Result } | null> {
    return this.store.tryLock(id, work);
  }

  /** Claims carts whose next step is due, each for one process. Another may claim them if that process dies. */
  async claimDue(limit: number): Promise<string[]> {
    return this.store.claimDue(this.clock.now(), limit, CLAIM_MS);
  }

  /** When the next step of any cart is due; null if there is none. */
  async nextDueAtMs(): Promise<number | null> {
    return this.store.nextDueAtMs();
  }

  /** Calls `onStep` after every change of any cart, with the time of its next step. Returns a function that stops it. */
  watch(onStep: (atMs: number) => void): () => void {
    return this.store.watch((_, dueAtMs) => {
      if (dueAtMs !== null) onStep(dueAtMs);
    });
  }

  /** Calls `onChange` after every change of one cart. Returns a function that stops it. */
  watchCart(id: string, onChange: () => void): () => void {
    this.#changes.on(id, onChange);
    return () => this.#changes.off(id, onChange);
  }

  close(): void {
    this.#stopWatching();
  }

  #report(...change: Parameters<CartObserver>): void {
    for (const observe of this.#observers) observe(...change);
  }

  /** The cart in a document; undefined where it is of another edition. Throws UnreadableRecord. */
  #recordIn(document: Document | undefined): CartRecord | undefined {
    if (document === undefined) return undefined;
    const record = readRecord(document.body);
    return this.edition === null || record.edition === this.edition ? record : undefined;
  }

  #document(record: CartRecord): Document {
    const dueAtMs = nextStep(record, this.times).atMs;
    return { body: record, dueAtMs, ...(isEnded(record) && { isEnded: true }) };
  }
}
