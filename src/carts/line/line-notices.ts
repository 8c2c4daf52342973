import { LRUCache } from 'lru-cache';

import type { CartRecord } from '../lifecycle/record';

/** What shoppers who stand in line should know before their turn comes. */
export type LineNotice = 'UNDER_MAINTENANCE' | 'NOT_ON_SALE_YET' | 'SALE_ENDED' | 'NO_SEATS_FOUND';

/** How many events are remembered as sold out: those on sale right now. */
const MOST_EVENTS = 1000;
/** How many carts' states are remembered: those that are open. */
const MOST_CARTS = 50_000;

/** Whether waiting is worth while, by the event itself and by what became of the carts before. */
export class LineNotices {
  /** Events for which the last reserve found no seats. */
  readonly #withoutSeats = new LRUCache<string, true>({ max: MOST_EVENTS });

  readonly #states = new LRUCache<string, CartRecord['state']>({ max: MOST_CARTS });

  /** @param ofEvent what the event itself says, as far as it is known without asking upstream. */
  constructor(private readonly ofEvent: (eventId: string) => LineNotice | null) {}

  /** Takes note of what became of a cart. */
  note(record: CartRecord): void {
    // What has not changed is no news of the event.
    if (this.#states.get(record.id) === record.state) return;
    this.#states.set(record.id, record.state);
    if (record.state === 'HELD') this.#withoutSeats.delete(record.eventId);
    else if (foundNoSeats(record)) this.#withoutSeats.set(record.eventId, true);
  }

  /** The notice for carts of an event; null if there is nothing to say. */
  of(eventId: string): LineNotice | null {
    return this.ofEvent(eventId) ?? (this.#withoutSeats.has(eventId) ? 'NO_SEATS_FOUND' : null);
  }
}

const foundNoSeats = ({ operations }: CartRecord): boolean => {
  // A cart that was given a new captcha has asked for seats more than once.
  const outcome = operations.findLast(({ kind }) => kind === 'CREATE')?.outcome;
  return typeof outcome === 'object' && outcome?.type === 'NoInventory';
};
