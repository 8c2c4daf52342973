import type { Clock } from '../clock';
import type { Lock } from '../storage/store';
import type { StopSignal } from '../stop';
import type { Ledger } from './ledger';
import type { CartRecord } from './lifecycle/record';
import type { LifecycleTimes } from './lifecycle/times';

/** How long to wait for a cart, and for whom. */
export interface Patience {
  readonly untilMs: number;
  /** Ends the wait: the client has gone. */
  readonly signal?: StopSignal;
  /** Renews the cart's lease: a shopper waits. */
  readonly keepsLease?: boolean;
}

/** Waits for carts to change, in this process or another. */
export class CartWaiting {
  /** Wakes each caller that waits. */
  readonly #wakes = new Set<() => void>();
  #hasEnded = false;

  constructor(
    private readonly ledger: Pick<Ledger, 'apply' | 'read' | 'watchCart' | 'withCart'>,
    private readonly times: Pick<LifecycleTimes, 'leaseMs' | 'releaseGraceMs'>,
    private readonly clock: Clock,
  ) {}

  /** Ends every wait. Later waits end at once. */
  end(): void {
    this.#hasEnded = true;
    for (const wake of this.#wakes) wake();
  }

  /** Whether the wait is over, whatever the cart's state. */
  isOver({ untilMs, signal }: Patience): boolean {
    return this.#hasEnded || signal?.aborted === true || this.clock.now() >= untilMs;
  }

  /**
   * The record as soon as it is ready, or as it is when the wait is over. Undefined: there is no cart.
   *
   * @param readyAtMs when a record is ready if it does not change: a time that has passed for now, Infinity for never.
   */
  async until(
    id: string,
    readyAtMs: (record: CartRecord) => number,
    patience: Patience,
  ): Promise<CartRecord | undefined> {
    // The first look is a call that names the cart.
    for (let renewAtMs = patience.keepsLease ? -Infinity : Infinity; ;) {
      // Listens before it reads, so that no change is missed.
      const change = this.#listen(id, patience.signal);
      try {
        const renews = renewAtMs <= this.clock.now() && patience.signal?.aborted !== true;
        const record = renews
          ? await this.ledger.apply(id, { kind: 'leaseRenewed' })
          : await this.ledger.read(id);
        const atMs = record ? readyAtMs(record) : -Infinity;
        if (atMs <= this.clock.now() || this.isOver(patience)) return record;
        if (renews) renewAtMs = this.clock.now() + this.times.leaseMs / 4;
        if (patience.keepsLease) renewAtMs = Math.min(renewAtMs, this.#stillThereAtMs(record));
        await change.heardUntil(Math.min(atMs, renewAtMs, patience.untilMs));
      } finally {
        change.stop();
      }
    }
  }

  /**
   * A page that is closed takes its connections along within moments. So a client that still waits after half of the grace
   * is another page of the shopper's, for which the cart is kept.
   */
  #stillThereAtMs(record: CartRecord | undefined): number {
    const leftAtMs = record?.leftAtMs ?? null;
    return leftAtMs === null ? Infinity : leftAtMs + this.times.releaseGraceMs / 2;
  }

  /**
   * Does `work` with the cart's lock while no call for the cart is under way upstream.
   *
   * @param freeAtMs as `readyAtMs` of `until`.
   * @returns what `work` returns; null if the wait was over first.
   */
  async whenFree<Result>(
    id: string,
    freeAtMs: (record: CartRecord) => number,
    patience: Patience,
    work: (record: CartRecord | undefined, lock: Lock) => Promise<Result>,
  ): Promise<Result | null> {
    for (;;) {
      await this.until(id, freeAtMs, patience);
      const done = await this.ledger.withCart(id, async (lock) => {
        const record = await this.ledger.read(id);
        const isFree = !record || freeAtMs(record) <= this.clock.now();
        return isFree ? { result: await work(record, lock) } : null;
      });
      // Otherwise another caller took the lock first, and upstream has not finished its call.
      if (done) return done.result;
      if (this.isOver(patience)) return null;
    }
  }

  /** Listens for a change of the cart, for `signal` and for the end of all waiting, until stopped. */
  #listen(id: string, signal: StopSignal | undefined) {
    let wake = (): void => {};
    const heard = new Promise<void>((resolve) => (wake = resolve));
    const stopWatching = this.ledger.watchCart(id, wake);
    this.#wakes.add(wake);
    signal?.addEventListener('abort', wake);
    let cancelTimer = (): void => {};
    return {
      heardUntil: (atMs: number): Promise<void> => {
        cancelTimer = this.clock.after(Math.max(atMs - this.clock.now(), 0), wake);
        return heard;
      },
      stop: (): void => {
        cancelTimer();
        stopWatching();
        this.#wakes.delete(wake);
        signal?.removeEventListener('abort', wake);
      },
    };
  }
}
