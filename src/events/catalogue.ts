import { LRUCache } from 'lru-cache';

import type { Clock } from '../clock';
import type { Caller } from '../partner-api/caller';
import type { EventAsRead, PartnerEvent } from '../partner-api/event';
import type { PartnerApi } from '../partner-api/partner-api';
import type { StopSignal } from '../stop';
import { Reads } from './reads';
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
  readonly event: EventAsRead | null;
  readonly standing: Standing;
}

/**
 * The events of this process. One upstream read per id is under way at a time, however many ask; failures are never
 * kept, and are not shown while an event that is not too old is at hand.
 */
export class EventCatalogue {
  readonly #cache: LRUCache<string, Entry>;
  readonly #reads = new Reads<Entry>();

  constructor(
    private readonly api: Pick<PartnerApi, 'event'>,
    private readonly settings: CatalogueSettings,
    private readonly clock: Clock,
  ) {
    this.#cache = new LRUCache<string, Entry>({
      max: settings.maxEvents,
      dispose: ({ standing }) => {
        standing.isCurrent = false;
      },
    });
  }

  /** The entry of an event that is at hand and fresh; undefined where upstream has to be asked. */
  fresh(eventId: string): Entry | undefined {
    const entry = this.#cache.get(eventId);
    return entry && this.#overdueMs(entry) <= 0 ? entry : undefined;
  }

  /**
   * The entry of an event, from upstream where it must be.
   *
   * @param caller on whose behalf upstream is asked.
   * @param gone aborted when the asker goes away: a read that nobody else waits for is called off then.
   * @throws UpstreamError (by way of the promise) when upstream cannot be read and nothing recent enough is at hand.
   */
  read(eventId: string, caller: Caller, gone?: StopSignal): Promise<Entry> {
    const known = this.#cache.get(eventId);
    const overdueMs = known ? this.#overdueMs(known) : Infinity;
    if (known && overdueMs <= 0) return Promise.resolve(known);
    const readAnew = (stop: StopSignal) => this.#readAnew(eventId, caller, stop);
    // "No such event" is never served stale: a new event must not stay hidden.
    if (!known?.event) return this.#reads.join(eventId, readAnew, gone);
    if (overdueMs < this.settings.staleWhileRevalidateMs) {
      this.#reads.join(eventId, readAnew).catch(() => {});
      return Promise.resolve(known);
    }
    return this.#reads.join(eventId, readAnew, gone).catch((error: unknown) => {
      if (overdueMs < this.settings.staleIfErrorMs) return known;
      throw error;
    });
  }

  /** The event as `read` finds it, or null where upstream knows none of this id. */
  async find(eventId: string, caller: Caller): Promise<PartnerEvent | null> {
    return (await this.read(eventId, caller)).event;
  }

  #readAnew(eventId: string, caller: Caller, stop: StopSignal): Promise<Entry> {
    return this.api.event(eventId, caller, stop).then((event) => {
      const { ttlMs, unknownTtlMs } = this.settings;
      const freshUntilMs = this.clock.now() + (event === null ? unknownTtlMs : ttlMs);
      const touch = () => void this.#cache.get(eventId);
      const entry = { event, standing: { freshUntilMs, isCurrent: true, touch } };
      this.#cache.set(eventId, entry);
      return entry;
    });
  }

  /** For how long an entry has no longer been fresh; 0 or less: it is. */
  #overdueMs({ standing }: Entry): number {
    return this.clock.now() - standing.freshUntilMs;
  }
}
