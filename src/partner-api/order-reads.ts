import { LRUCache } from 'lru-cache';

import { type Clock, sleep } from '../clock';
import type { StopSignal } from '../stop';
import type { Caller } from './model/caller';
import type { Order, OrderAnswer, OrderKey } from './model/order';
import type { CallMaker, CallOptions } from './call-maker';
import type { Calls } from './editions/edition';

/** How long a reader waits for an order that polls. */
const WAIT_MS = 20_000;
/** Orders that are polled for, at most, and how long a polling address is kept for the next reader. */
const MOST_POLLED = 1000;
const KEPT_MS = 10 * 60_000;

/** An address to poll for an order, not before a time of the clock. */
interface Outstanding {
  readonly pollingUrl: string;
  readonly notBeforeMs: number;
}

/**
 * Reads orders, of which upstream may have the reader poll. A reader polls for a while, never early; where that does not
 * suffice, the next reader of the same order goes on with the same address.
 */
export class OrderReads {
  readonly #outstanding: LRUCache<string, Outstanding>;

  constructor(
    private readonly maker: CallMaker,
    private readonly calls: Pick<Calls, 'order' | 'pollOrder'>,
    private readonly clock: Clock,
  ) {
    this.#outstanding = new LRUCache({ max: MOST_POLLED, ttl: KEPT_MS, perf: clock, ttlResolution: 0 });
  }

  /**
   * An order; null: upstream knows none, or has not finished it yet.
   *
   * @param waits whether polls are waited for.
   */
  async read(key: OrderKey, caller: Caller, options: CallOptions, waits: boolean): Promise<Order | null> {
    const name = JSON.stringify(key);
    const giveUpAtMs = this.clock.now() + (waits ? WAIT_MS : 0);
    const known = this.#outstanding.get(name);
    let answer = known
      ? await this.#poll(name, known, caller, options, giveUpAtMs)
      : await this.maker.perform(this.calls.order, key, caller, options);
    while (answer?.kind === 'polling' && answer.url !== null) {
      const outstanding = { pollingUrl: answer.url, notBeforeMs: this.clock.now() + answer.waitMs };
      this.#outstanding.set(name, outstanding);
      answer = await this.#poll(name, outstanding, caller, options, giveUpAtMs);
    }
    return answer?.kind === 'order' ? answer.order : null;
  }

  /** Polls as soon as that may be done. Null also where that is not before the reader gives up or leaves. */
  async #poll(
    name: string,
    { pollingUrl, notBeforeMs }: Outstanding,
    caller: Caller,
    options: CallOptions,
    giveUpAtMs: number,
  ): Promise<OrderAnswer | null> {
    const waitMs = notBeforeMs - this.clock.now();
    if (notBeforeMs > giveUpAtMs) return null;
    if (waitMs > 0 && !(await this.#waited(waitMs, options.signal))) return null;
    // Where the poll fails, the next reader asks for the order again.
    this.#outstanding.delete(name);
    return this.maker.poll(this.calls.pollOrder, { pollingUrl, currency: null }, caller, options);
  }

  /** Waits. Returns false if the reader left meanwhile. */
  async #waited(ms: number, signal: StopSignal | undefined): Promise<boolean> {
    await sleep(this.clock, ms, signal);
    return signal?.aborted !== true;
  }
}
