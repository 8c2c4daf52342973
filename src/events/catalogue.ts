import { LRUCache } from 'lru-cache';

import type { Clock } from '../clock';
import type { Caller } from '../partner-api/caller';
import type { PartnerEvent } from '../partner-api/event';
import type { PartnerApi } from '../partner-api/partner-api';

export interface CatalogueSettings {
  /** How many events are kept in memory. */
  readonly maxEvents: number;
  /** How long an event is served as it was read. */
  readonly ttlMs: number;
  /** How long after that it is still served while it is read again. */
  readonly staleWhileRevalidateMs: number;
  /** How long after the TTL it is served when upstream cannot be read. */
  readonly staleIfErrorMs: number;
  /** How long "no such event" is believed. */
  readonly unknownTtlMs: number;
}

/** An event, or upstream's word that there is none, and when it was read. */
interface Entry {
  readonly event: PartnerEvent | null;
  readonly readAtMs: number;
}

/**
 * The events of this process. One upstream read per id is under way at a time, however many ask; failures are never
 * kept, and are not shown while an event that is not too old is at hand.
 */
export class EventCatalogue {
  readonly #cache: LRUCache<string, Entry, Caller>;

  constructor(
    api: Pick<PartnerApi, 'event'>,
    private readonly settings: CatalogueSettings,
    private readonly clock: Clock,
  ) {
    this.#cache = new LRUCache<string, Entry, Caller>({
      max: settings.maxEvents,
      ttl: settings.ttlMs,
      perf: clock,
      ttlResolution: 0,
      noDeleteOnStaleGet: true,
      noDeleteOnFetchRejection: true,
      // An event that more recent ones push out while it is being read still goes to those who asked for it.
      ignoreFetchAbort: true,
      fetchMethod: async (eventId, _stale, { context: caller, options }) => {
        const event = await api.event(eventId, caller);
        if (event === null) options.ttl = settings.unknownTtlMs;
        return { event, readAtMs: clock.now() };
      },
    });
  }

  /**
   * The event, or null where upstream knows none of this id.
   *
   * @param caller on whose behalf upstream is asked, if it must be.
   * @throws UpstreamError when upstream cannot be read and nothing recent enough is at hand.
   */
  async find(eventId: string, caller: Caller): Promise<PartnerEvent | null> {
    const { ttlMs, staleWhileRevalidateMs, staleIfErrorMs } = this.settings;
    const known = this.#cache.peek(eventId, { allowStale: true });
    // "No such event" is never served stale: a new event must not stay hidden.
    const ageMs = known?.event ? this.clock.now() - known.readAtMs : Infinity;
    const servable = (windowMs: number) => ageMs < ttlMs + windowMs;
    const entry = await this.#cache.fetch(eventId, {
      context: caller,
      allowStale: servable(staleWhileRevalidateMs),
      allowStaleOnFetchRejection: servable(staleIfErrorMs),
    });
    return entry?.event ?? null;
  }
}
