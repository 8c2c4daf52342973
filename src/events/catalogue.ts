import { LRUCache } from 'lru-cache';

import type { Clock } from '../clock';
import type { Caller } from '../partner-api/caller';
import type { PartnerEvent } from '../partner-api/event';
import type { PartnerApi } from '../partner-api/partner-api';
import { Reads } from './askers';
import type { Standing } from './validity';

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

/** An event, or upstream's word that there is none (null), as it was read. */
export interface Entry {
  readonly event: PartnerEvent | null;
  readonly standing: Standing;
}

/**
 * The events of this process. One upstream read per id is under way at a time, however many ask; failures are never
 * kept, and are not shown while an event that is not too old is at hand.
 */
export class EventCatalogue {
  readonly #cache: LRUCache<string, Entry, Caller>;
  /** The reads under way for which there is nothing to show meanwhile. */
  readonly #reads = new Reads();

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
      fetchMethod: async (eventId, stale, { context: caller, options }) => {
        const event = await (stale
          ? api.event(eventId, caller)
          : this.#reads.run(
              eventId,
              (signal) => api.event(eventId, caller, signal),
              () => this.#cache.delete(eventId),
            ));
        if (event === null) options.ttl = settings.unknownTtlMs;
        const ttlMs = event === null ? settings.unknownTtlMs : settings.ttlMs;
        const touch = () => void this.#cache.get(eventId);
        return { event, standing: { freshUntilMs: clock.now() + ttlMs, isCurrent: true, touch } };
      },
      dispose: ({ standing }) => {
        standing.isCurrent = false;
      },
    });
  }

  /** The entry of an event that is at hand and fresh; undefined where upstream has to be asked. */
  fresh(eventId: string): Entry | undefined {
    return this.#cache.get(eventId);
  }

  /**
   * The entry of an event, from upstream where it must be.
   *
   * @param caller on whose behalf upstream is asked.
   * @param gone aborted when the asker goes away: a read that nobody else waits for is called off then.
   * @throws UpstreamError when upstream cannot be read and nothing recent enough is at hand.
   */
  async read(eventId: string, caller: Caller, gone?: AbortSignal): Promise<Entry> {
    const { staleWhileRevalidateMs, staleIfErrorMs } = this.settings;
    const known = this.#cache.peek(eventId, { allowStale: true });
    // "No such event" is never served stale: a new event must not stay hidden.
    const overdueMs = known?.event ? this.clock.now() - known.standing.freshUntilMs : Infinity;
    const read = this.#cache.forceFetch(eventId, {
      context: caller,
      allowStale: overdueMs < staleWhileRevalidateMs,
      allowStaleOnFetchRejection: overdueMs < staleIfErrorMs,
    });
    return this.#reads.wait(eventId, read, gone);
  }

  /** The event as `read` finds it, or null where upstream knows none of this id. */
  async find(eventId: string, caller: Caller): Promise<PartnerEvent | null> {
    return (await this.read(eventId, caller)).event;
  }
}
