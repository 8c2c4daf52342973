import { CART_STATES, type CartState } from '../carts/lifecycle/record';
import { UnreadableRecord, readRecord } from '../carts/lifecycle/stored-record';
import type { Clock } from '../clock';
import type { SharedCounts } from '../storage/postgres/shared/shared-counts';
import type { CartFigures, CartFiguresSource } from './cart-counts';

/** Counts the carts of all processes that share a database, in the database. */
export class SharedCartCounts implements CartFiguresSource {
  #last: CartFigures = figuresOf({}, 0);
  #reading: Promise<CartFigures> | null = null;

  /** @param clock the ledger's. */
  constructor(
    private readonly counts: Pick<SharedCounts, 'byState' | 'bodiesIn'>,
    private readonly clock: Clock,
  ) {}

  /** The figures, some seconds old; while the database is away, the last ones. */
  read(): Promise<CartFigures> {
    this.#reading ??= this.#read().finally(() => (this.#reading = null));
    return this.#reading;
  }

  async #read(): Promise<CartFigures> {
    try {
      const counts = await this.counts.byState();
      if (counts) this.#last = figuresOf(counts, counts['UNCONFIRMED'] ? await this.#oldestSeconds() : 0);
    } catch {
      // The health and the answers to clients report that the database is away.
    }
    return this.#last;
  }

  /** For how long the oldest unconfirmed purchase has been so. */
  async #oldestSeconds(): Promise<number> {
    const since = (await this.counts.bodiesIn('UNCONFIRMED')).map(unconfirmedSinceMs);
    return Math.max(0, ...since.map((sinceMs) => (this.clock.now() - sinceMs) / 1000));
  }
}

const figuresOf = (counts: Readonly<Record<string, number>>, oldestSeconds: number): CartFigures => ({
  byState: new Map<CartState, number>(CART_STATES.map((state) => [state, counts[state] ?? 0])),
  unconfirmed: { count: counts['UNCONFIRMED'] ?? 0, oldestSeconds },
});

/** Since when the purchase of a cart has been unconfirmed; `Infinity` if it is not. */
function unconfirmedSinceMs(body: unknown): number {
  try {
    const record = readRecord(body);
    return record.state === 'UNCONFIRMED' ? record.sinceMs : Infinity;
  } catch (error) {
    if (error instanceof UnreadableRecord) return Infinity;
    throw error;
  }
}
