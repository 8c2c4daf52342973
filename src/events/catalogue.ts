import { LRUCache } from 'lru-cache';

import type { Clock } from '../clock';
import type { Caller } from '../partner-api/model/caller';
import type { EventAsRead, PartnerEvent } from '../partner-api/model/event';
import type { PartnerApi } from '../partner-api/partner-api';
import type { StopSignal } from '../stop';
import type { Urgency } from '../partner-api/quota/urgency';
import type { EventShelf, Lifetimes } from './event-shelf';
import { Reads } from './reads';
import { SharedReads } from './shared-reads';
import type { Freshness } from './validity';

export interface CatalogueSettings {
  /** How many events are kept in memory. */
  readonly maxEvents: number;
  /** How long an event is served as it was read. */
  readonly ttlMs: number;
  /** How long after that it is still served while it is read again. */
  readonly staleWhileRevalidateMs: number;
  /** How long after the TTL it is served when upstream cannot be read. */
  readonly staleIfErrorMs: number;
  /** How long "no such event" is cached. */
  readonly unknownTtlMs: number;
}

/** A cached event. Null if upstream knows no event with this id. */
export interface Entry {
  readonly event: EventAsRead | null;
  readonly freshness: Freshness;
}

/**
 * The event cache of this process. One upstream read per id is under way at a time, however many requests wait for it, and
 * with a shelf in all processes together.
 * Failures are never cached, and not reported while a cached event is recent enough.
 */
export class EventCatalogue {
  readonly #cache: LRUCache<string, Entry>;
  readonly #reads = new Reads<Entry>();
  /** Lookups by what was found: an entry that is fresh, one that is served stale, or none. */
  readonly #found = { fresh: 0, stale: 0, miss: 0 };

  /** Null: no other process reads for this one. */
  readonly #shared: SharedReads | null;

  /** @param shelf where events are shared with other processes. */
  constructor(
    private readonly api: Pick<PartnerApi, 'event' | 'eventIn' | 'budget'>,
    private readonly settings: CatalogueSettings,
    private readonly clock: Clock,
    shelf?: EventShelf,
  ) {
    this.#shared = shelf ? new SharedReads(api, shelf, clock) : null;
    this.#cache = new LRUCache<string, Entry>({
      max: settings.maxEvents,
      dispose: ({ freshness }) => {
        freshness.isCurrent = false;
      },
    });
  }

  /** The cached entry of an event. Undefined if it is missing or no longer fresh. */
  fresh(eventId: string): Entry | undefined {
    const entry = this.#cache.get(eventId);
    if (!entry || this.#overdueMs(entry) > 0) return undefined;
    this.#found.fresh++;
    return entry;
  }

  /** How often an event was found fresh, served stale and not found, and how many are cached. */
  report(): { readonly fresh: number; readonly stale: number; readonly miss: number; readonly size: number } {
    return { ...this.#found, size: this.#cache.size };
  }

  /** How often the events that are not cached here were found with other processes; null where none are shared. */
  reportShared(): { readonly fresh: number; readonly miss: number } | null {
    return this.#shared?.report() ?? null;
  }

  /** The event as last read, however long ago; undefined where it was not read, or is not cached any more. */
  peek(eventId: string): PartnerEvent | null | undefined {
    return this.#cache.peek(eventId)?.event;
  }

  /**
   * The entry of an event, read from upstream if none recent enough is cached.
   *
   * @param caller on whose behalf upstream is called.
   * @param gone aborted when the caller disconnects: a read that nobody else waits for is cancelled then.
   * @param callClass what the event is needed for.
   * @throws UpstreamError (by way of the promise) when upstream cannot be read and no cached entry is recent enough.
   */
  read(
    eventId: string,
    caller: Caller,
    gone?: StopSignal,
    callClass: 'read' | 'reserve' = 'read',
  ): Promise<Entry> {
    const known = this.#cache.get(eventId);
    const overdueMs = known ? this.#overdueMs(known) : Infinity;
    if (known && overdueMs <= 0) {
      this.#found.fresh++;
      return Promise.resolve(known);
    }
    const readAgain = (stop: StopSignal, urgency: Urgency) => this.#readAgain(eventId, caller, stop, urgency);
    // "No such event" is never served stale, so that a new event appears at once.
    if (!known?.event) {
      this.#found.miss++;
      return this.#reads.join(eventId, readAgain, callClass, gone);
    }
    const { staleWhileRevalidateMs, staleIfErrorMs } = this.settings;
    // When calls are short, what is stale is served rather than waited for.
    const isShort = overdueMs < staleIfErrorMs && this.api.budget.isShortFor(callClass);
    if (overdueMs < staleWhileRevalidateMs || isShort) {
      this.#found.stale++;
      this.#reads.join(eventId, readAgain, 'refresh').catch(() => {});
      return Promise.resolve(known);
    }
    this.#found.miss++;
    return this.#reads.join(eventId, readAgain, callClass, gone).catch((error: unknown) => {
      if (overdueMs >= staleIfErrorMs) throw error;
      this.#found.stale++;
      return known;
    });
  }

  /** The event as `read` returns it, for a reserve; null: upstream knows none of this id. */
  async find(eventId: string, caller: Caller): Promise<PartnerEvent | null> {
    return (await this.read(eventId, caller, undefined, 'reserve')).event;
  }

  #readAgain(eventId: string, caller: Caller, stop: StopSignal, urgency: Urgency): Promise<Entry> {
    return this.#shared
      ? this.#shared
          .read(eventId, caller, stop, urgency, this.#lifetimes)
          .then(({ event, readAtMs }) => this.#cached(eventId, event, readAtMs))
      : this.api
          .event(eventId, caller, stop, urgency)
          .then((event) => this.#cached(eventId, event, this.clock.now()));
  }

  /** Caches an event as upstream had it at `readAtMs`. */
  #cached(eventId: string, event: EventAsRead | null, readAtMs: number): Entry {
    const { eventMs, unknownMs } = this.#lifetimes();
    const freshUntilMs = readAtMs + (event === null ? unknownMs : eventMs);
    const touch = () => void this.#cache.get(eventId);
    const entry = { event, freshness: { freshUntilMs, isCurrent: true, touch } };
    this.#cache.set(eventId, entry);
    return entry;
  }

  /** For how long what is read is fresh: an event longer when the day's calls run low. */
  readonly #lifetimes = (): Lifetimes => ({
    eventMs: this.settings.ttlMs * this.api.budget.stretch(),
    unknownMs: this.settings.unknownTtlMs,
  });

  /** How long ago an entry ceased to be fresh, in milliseconds. 0 or less if it is fresh. */
  #overdueMs({ freshness }: Entry): number {
    return this.clock.now() - freshness.freshUntilMs;
  }
}
