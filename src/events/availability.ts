import { LRUCache } from 'lru-cache';

import type { Clock } from '../clock';
import type { Availability } from '../partner-api/availability';
import type { Caller } from '../partner-api/caller';
import { UpstreamThrottled } from '../partner-api/errors';
import type { PartnerEvent } from '../partner-api/event';
import type { PartnerApi } from '../partner-api/partner-api';
import { Reads } from './askers';

/** How many events are kept at once. They live for seconds, so these are the ones on sale right now. */
const MOST_EVENTS = 1000;

/** On whose behalf upstream is asked, and what for. */
interface Wish {
  readonly event: PartnerEvent;
  readonly caller: Caller;
}

/**
 * The free seats of events. One upstream read per event is under way at a time, however many ask; an answer is served
 * for moments only, and never once they are over. Failures are not kept.
 */
export class SeatAvailability {
  readonly #cache: LRUCache<string, { readonly seats: Availability | null }, Wish>;

  readonly #reads = new Reads();

  /** Upstream's "Retry-After": until then nothing more is asked, since the quota is the whole partner's. */
  #throttledUntilMs = 0;

  /** @param ttlMs how long an answer is served. */
  constructor(api: Pick<PartnerApi, 'availability'>, ttlMs: number, clock: Clock) {
    this.#cache = new LRUCache<string, { readonly seats: Availability | null }, Wish>({
      max: MOST_EVENTS,
      ttl: ttlMs,
      perf: clock,
      ttlResolution: 0,
      // Seats that more recent events push out while they are being read still go to those who asked for them.
      ignoreFetchAbort: true,
      fetchMethod: async (eventId, _stale, { context: { event, caller } }) => {
        const waitMs = this.#throttledUntilMs - clock.now();
        if (waitMs > 0) throw new UpstreamThrottled(waitMs / 1000);
        try {
          const seats = await this.#reads.run(
            eventId,
            (signal) => api.availability(eventId, event.currency, caller, signal),
            () => this.#cache.delete(eventId),
          );
          return { seats };
        } catch (error) {
          if (error instanceof UpstreamThrottled && error.retryAfterSeconds !== null) {
            this.#throttledUntilMs = clock.now() + error.retryAfterSeconds * 1000;
          }
          throw error;
        }
      },
    });
  }

  /**
   * The free seats of an event, or null where the account may not see them or the event is not sold here; of the
   * latter, upstream is not even asked.
   *
   * @param caller on whose behalf upstream is asked, if it must be.
   * @param gone aborted when the asker goes away: a read that nobody else waits for is called off then.
   * @throws UpstreamError when upstream does not say.
   */
  async find(event: PartnerEvent, caller: Caller, gone?: AbortSignal): Promise<Availability | null> {
    if (!event.apiTransactable) return null;
    const read = this.#cache.fetch(event.id, { context: { event, caller } });
    const found = await this.#reads.wait(event.id, read, gone);
    return found?.seats ?? null;
  }
}
