import { Counter, Gauge, Histogram, type Registry } from 'prom-client';

import type { CartFiguresSource } from '../health/cart-counts';
import type { ChangeReason } from '../carts/change-reason';
import type { CartRecord } from '../carts/lifecycle/record';

/** In seconds: how long a shopper stands in line, from at once to an hour. */
const WAIT_BOUNDS = [0.1, 0.5, 1, 5, 10, 30, 60, 120, 300, 600, 1200, 1800, 3600];

/** Shows carts by state, and counts what ends them. `changed` is fed by the ledger. */
export class CartMetrics {
  readonly #lapsed: Counter;
  readonly #releases: Counter;
  readonly #changes: Counter<'to'>;
  readonly #lineWaits: Histogram;

  constructor(registry: Registry, counts: CartFiguresSource) {
    const registers = [registry];
    new Gauge({
      name: 'stagedoor_carts',
      help: 'Carts in the ledger by state, of all processes that share it. Ended ones are kept for a day.',
      labelNames: ['state'],
      registers,
      async collect() {
        for (const [state, count] of (await counts.read()).byState) this.set({ state }, count);
      },
    });
    new Gauge({
      name: 'stagedoor_unconfirmed_purchases',
      help: 'Purchases in the ledger whose answer was lost, and whose order is being looked up.',
      registers,
      async collect() {
        this.set((await counts.read()).unconfirmed.count);
      },
    });
    new Gauge({
      name: 'stagedoor_unconfirmed_purchase_oldest_seconds',
      help: 'For how long the oldest unconfirmed purchase has been so; 0: there is none.',
      registers,
      async collect() {
        this.set((await counts.read()).unconfirmed.oldestSeconds);
      },
    });
    this.#changes = new Counter({
      name: 'stagedoor_cart_changes_total',
      help: 'Changes of the state of carts, by the state after it.',
      labelNames: ['to'],
      registers,
    });
    this.#lapsed = new Counter({
      name: 'stagedoor_leases_lapsed_total',
      help: 'Carts that were given back since no call had named them for the time of their lease.',
      registers,
    });
    this.#releases = new Counter({
      name: 'stagedoor_releases_total',
      help: 'Carts that were given back since their page was closed (the release beacon).',
      registers,
    });
    this.#lineWaits = new Histogram({
      name: 'stagedoor_line_wait_seconds',
      help: 'How long carts stood in line, of those whose reserve was sent and answered.',
      buckets: WAIT_BOUNDS,
      registers,
    });
  }

  /** Counts a change of a cart. See `CartObserver`. */
  changed(record: CartRecord | undefined, before: CartRecord | undefined, why: ChangeReason): void {
    if (why === 'leaseLapsed') this.#lapsed.inc();
    if (why === 'left' && record?.state !== before?.state) this.#releases.inc();
    if (before && record) this.#noteService(before, record);
    if (record && record.state !== before?.state) this.#changes.inc({ to: record.state });
  }

  /** Upstream has answered the reserve of a cart that stood in line. What was turned away stands there as before. */
  #noteService(before: CartRecord, record: CartRecord): void {
    if (before.state !== 'RESERVING' || !before.place || before.calling?.call !== 'reserve') return;
    if (record.state === 'RESERVING' && record.place) return;
    this.#lineWaits.observe(Math.max(before.calling.sinceMs - before.place.joinedAtMs, 0) / 1000);
  }
}
