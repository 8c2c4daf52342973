import DataLoader from 'dataloader';

import type { Caller } from '../partner-api/model/caller';
import type { PartnerEvent } from '../partner-api/model/event';
import type { StopSignal } from '../stop';
import type { Entry, EventCatalogue } from './catalogue';
import type { Validity } from './validity';

/**
 * The events of one request. Each id is read once and gives the same event everywhere in the response. A cached event is
 * returned without a promise.
 *
 * "The API has no batch call": a batch is several parallel reads, bounded by the sockets of the transport. If one fails,
 * the others are not affected.
 */
export class EventLoader {
  readonly #loaded = new Map<string, Entry>();
  /** The events that this request has read from the catalogue, through `load` or `loadAll`. */
  readonly #asked = new Map<string, Promise<PartnerEvent | null>>();
  #loader: DataLoader<string, PartnerEvent | null> | undefined;

  /** @param requester on whose behalf upstream is called; its signal aborts when the client disconnects. */
  constructor(
    private readonly catalogue: EventCatalogue,
    private readonly requester: { readonly caller: Caller; readonly signal: StopSignal },
    private readonly validity: Validity,
  ) {}

  /**
   * The event. Null if upstream knows no event with this id.
   *
   * @throws UpstreamError (by way of the promise) when upstream cannot be read and no cached event is recent enough.
   */
  load(eventId: string): PartnerEvent | null | Promise<PartnerEvent | null> {
    const entry = this.#found(eventId);
    return entry ? entry.event : (this.#loader ??= this.#batched()).load(eventId);
  }

  /**
   * Loads these events, so that `load` and `peek` return them without a promise. Undefined if all are loaded already. A
   * caller that knows all its ids needs no DataLoader to collect them.
   *
   * @throws UpstreamError (by way of the promise) as `load`.
   */
  loadAll(eventIds: readonly string[]): Promise<unknown> | undefined {
    const loading: Promise<unknown>[] = [];
    for (const id of eventIds) {
      if (this.#found(id)) continue;
      const asked = this.#asked.get(id) ?? this.#ask(id);
      this.#asked.set(id, asked);
      loading.push(asked);
    }
    return loading.length > 1 ? Promise.all(loading) : loading[0];
  }

  /** The event if it is loaded. Undefined if it was not requested or has not arrived. */
  peek(eventId: string): PartnerEvent | null | undefined {
    return this.#loaded.get(eventId)?.event;
  }

  /** The last moment at which the loaded event is fresh, by the steady clock. `Infinity` for one that is not loaded. */
  freshUntilMs(eventId: string): number {
    return this.#loaded.get(eventId)?.freshness.freshUntilMs ?? Infinity;
  }

  /** Call when the response is written. Frees the parsed JSON of events read for it, which may never be requested again. */
  done(): void {
    for (const id of this.#asked.keys()) this.#loaded.get(id)?.event?.dropParsed();
  }

  #found(eventId: string): Entry | undefined {
    const loaded = this.#loaded.get(eventId);
    if (loaded) return loaded;
    const fresh = this.#asked.has(eventId) ? undefined : this.catalogue.fresh(eventId);
    if (fresh) this.#note(eventId, fresh, false);
    return fresh;
  }

  #note(eventId: string, entry: Entry, isNew: boolean): PartnerEvent | null {
    this.#loaded.set(eventId, entry);
    this.validity.dependsOn(entry.freshness, isNew);
    return entry.event;
  }

  #ask(eventId: string): Promise<PartnerEvent | null> {
    return this.catalogue
      .read(eventId, this.requester.caller, this.requester.signal)
      .then((entry) => this.#note(eventId, entry, true));
  }

  #batched(): DataLoader<string, PartnerEvent | null> {
    const read = (id: string): Promise<PartnerEvent | null | Error> =>
      this.#ask(id).catch((error: unknown) => (error instanceof Error ? error : new Error()));
    return new DataLoader((ids) => Promise.all(ids.map(read)), {
      cacheMap: this.#asked,
      // There is no batch call for which waiting would pay.
      batchScheduleFn: queueMicrotask,
    });
  }
}
