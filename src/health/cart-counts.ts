import { CART_STATES, type CartRecord, type CartState } from '../carts/lifecycle/record';
import type { Clock } from '../clock';

/** Counts of the carts in the ledger. */
export interface CartFigures {
  /** The carts in each state. Ended ones are kept for a day. */
  readonly byState: ReadonlyMap<CartState, number>;
  /** Purchases whose answer was lost, and for how long the oldest has been so (0: there is none). */
  readonly unconfirmed: { readonly count: number; readonly oldestSeconds: number };
}

/** Where the metrics and the status page read how many carts there are. */
export interface CartFiguresSource {
  /** The figures now. Never rejects. */
  read(): Promise<CartFigures>;
}

/** Counts the carts in a ledger that no other process shares. Fed by the ledger: `found` at the start, `changed` from then on. */
export class CartCounts implements CartFiguresSource {
  readonly #counts = new Map<CartState, number>(CART_STATES.map((state) => [state, 0]));
  /** Since when each unconfirmed purchase is so, by the id of its cart. */
  readonly #unconfirmedSinceMs = new Map<string, number>();
  /** The carts that were counted while the ledger is still being read; null once it was. */
  #counted: Set<string> | null = new Set();

  /** @param clock the ledger's. */
  constructor(private readonly clock: Clock) {}

  async read(): Promise<CartFigures> {
    const oldestMs = Math.min(...this.#unconfirmedSinceMs.values());
    const oldestSeconds = oldestMs === Infinity ? 0 : Math.max(this.clock.now() - oldestMs, 0) / 1000;
    return { byState: this.#counts, unconfirmed: { count: this.#unconfirmedSinceMs.size, oldestSeconds } };
  }

  /** Counts a cart that an earlier process left in the ledger. */
  found(record: CartRecord): void {
    if (!this.#counted || this.#counted.has(record.id)) return;
    this.#enter(record);
  }

  /** The ledger was read: every cart is counted. */
  foundAll(): void {
    this.#counted = null;
  }

  /** Counts a change of a cart. See `CartObserver`. */
  readonly changed = (id: string, record: CartRecord | undefined, before: CartRecord | undefined): void => {
    if (before && (this.#counted === null || this.#counted.has(id))) {
      this.#add(before.state, -1);
      this.#unconfirmedSinceMs.delete(id);
    }
    if (record) this.#enter(record);
    else this.#counted?.add(id);
  };

  #enter(record: CartRecord): void {
    this.#counted?.add(record.id);
    this.#add(record.state, 1);
    if (record.state === 'UNCONFIRMED') this.#unconfirmedSinceMs.set(record.id, record.sinceMs);
  }

  #add(state: CartState, change: number): void {
    this.#counts.set(state, (this.#counts.get(state) ?? 0) + change);
  }
}
