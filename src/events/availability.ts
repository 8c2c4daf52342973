import { LRUCache } from 'lru-cache';

import type { Clock } from '../clock';
import type { Availability } from '../partner-api/availability';
import type { Caller } from '../partner-api/caller';
import { UpstreamThrottled } from '../partner-api/errors';
import type { PartnerEvent } from '../partner-api/event';
import type { PartnerApi } from '../partner-api/partner-api';
import type { StopSignal } from '../stop';
import { Reads } from './reads';

/** How many events are kept at once. They live for seconds, so these are the ones on sale right now. */
const MOST_EVENTS = 1000;

/**
 * The free seats of events. One upstream read per event is under way at a time, however many ask; an answer is served
 * for moments only, and never once they are over. Failures are not kept.
 */
export class SeatAvailability {
  readonly #cache: LRUCache<string, { readonly seats: Availability | null }>;
  readonly #reads = new Reads<Availability | null>();

  /** Upstream's "Retry-After": until then nothing more is asked, since the quota is the whole partner's. */
  #throttledUntilMs = 0;

  /** @param ttlMs how long an answer is served. */
  constructor(
    private readonly api: Pick<PartnerApi, 'availability'>,
    ttlMs: number,
    private readonly clock: Clock,
  ) {
    this.#cache = new LRUCache({ max: MOST_EVENTS, ttl: ttlMs, perf: clock, ttlResolution: 0 });
  }

  /**
   * The free seats of an event, or null where the account may not see them or the event is not sold here; of the
   * latter, upstream is not even asked.
   *
   * @param caller on whose behalf upstream is asked, if it must be.
   * @param gone aborted when the asker goes away: a read that nobody else waits for is called off then.
   * @throws UpstreamError when upstream does not say.
   */
  async find(event: PartnerEvent, caller: Caller, gone?: StopSignal): Promise<Availability | null> {
    if (!event.apiTransactable) return null;
    const known = this.#cache.get(event.id);
    if (known) return known.seats;
    return this.#reads.join(event.id, (stop) => this.#read(event, caller, stop), gone);
  }

  async #read(event: PartnerEvent, caller: Caller, stop: StopSignal): Promise<Availability | null> {
    const waitMs = this.#throttledUntilMs - this.clock.now();
    if (waitMs > 0) throw new UpstreamThrottled(waitMs / 1000);
    try {
      const seats = await this.api.availability(event.id, event.currency, caller, stop);
      this.#cache.set(event.id, { seats });
      return seats;
    } catch (error) {
      if (error instanceof UpstreamThrottled && error.retryAfterSeconds !== null) {
        this.#throttledUntilMs = this.clock.now() + error.retryAfterSeconds * 1000;
      }
      throw error;
    }
  }
}
