import { LRUCache } from 'lru-cache';

import type { Clock } from '../clock';
import type { Availability } from '../partner-api/model/availability';
import type { Caller } from '../partner-api/model/caller';
import type { PartnerEvent } from '../partner-api/model/event';
import type { PartnerApi } from '../partner-api/partner-api';
import type { StopSignal } from '../stop';
import { Reads } from './reads';

/** How many events are cached at once. Entries last for seconds, so these are the events on sale right now. */
const MOST_EVENTS = 1000;

/**
 * The free seats of events. One upstream read per event is under way at a time, however many requests wait for it. A
 * result is cached for seconds and never served stale. Failures are not cached.
 */
export class SeatAvailability {
  readonly #cache: LRUCache<string, { readonly seats: Availability | null }>;
  readonly #reads = new Reads<Availability | null>();
  readonly #found = { hits: 0, misses: 0 };

  /** @param ttlMs how long a reading is served. */
  constructor(
    private readonly api: Pick<PartnerApi, 'availability'>,
    ttlMs: number,
    clock: Clock,
  ) {
    this.#cache = new LRUCache({ max: MOST_EVENTS, ttl: ttlMs, perf: clock, ttlResolution: 0 });
  }

  /**
   * The free seats of an event. Null if the account may not see them, or if the event is not sold through this API (that
   * needs no call).
   *
   * @param caller on whose behalf upstream is called.
   * @param gone aborted when the caller disconnects: a read that nobody else waits for is cancelled then.
   * @throws UpstreamError (by way of the promise) when upstream cannot be read.
   */
  async find(event: PartnerEvent, caller: Caller, gone?: StopSignal): Promise<Availability | null> {
    if (!event.apiTransactable) return null;
    const known = this.#cache.get(event.id);
    if (known) {
      this.#found.hits++;
      return known.seats;
    }
    this.#found.misses++;
    return this.#reads.join(event.id, (stop) => this.#read(event, caller, stop), 'lookUp', gone);
  }

  /** How often free seats were found cached, and not. */
  report(): { readonly hits: number; readonly misses: number } {
    return { ...this.#found };
  }

  async #read(event: PartnerEvent, caller: Caller, stop: StopSignal): Promise<Availability | null> {
    const seats = await this.api.availability(event.id, event.currency, caller, stop);
    this.#cache.set(event.id, { seats });
    return seats;
  }
}
