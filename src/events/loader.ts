import DataLoader from 'dataloader';

import type { Caller } from '../partner-api/caller';
import type { PartnerEvent } from '../partner-api/event';
import type { StopSignal } from '../stop';
import type { Entry, EventCatalogue } from './catalogue';
import type { Validity } from './validity';

/**
 * The events of one request: the same id is asked for once, and gives the same answer everywhere in it. An event that is
 * at hand comes at once, with no promise around it.
 *
 * "The API has no batch call": a batch is so many reads side by side, bounded by the sockets of the transport. One that
 * fails leaves the others unharmed.
 */
export class EventLoader {
  readonly #atHand = new Map<string, Entry>();
  /** The events that upstream was asked for, by whichever way. */
  readonly #asked = new Map<string, Promise<PartnerEvent | null>>();
  #loader: DataLoader<string, PartnerEvent | null> | undefined;

  /** @param asker on whose behalf upstream is asked where it must be, and whether he is still there. */
  constructor(
    private readonly catalogue: EventCatalogue,
    private readonly asker: { readonly caller: Caller; readonly signal: StopSignal },
    private readonly validity: Validity,
  ) {}

  /**
   * The event, or null where upstream knows none of this id.
   *
   * @throws UpstreamError (by way of the promise) when upstream cannot be read and nothing recent enough is at hand.
   */
  load(eventId: string): PartnerEvent | null | Promise<PartnerEvent | null> {
    const entry = this.#found(eventId);
    return entry ? entry.event : (this.#loader ??= this.#batched()).load(eventId);
  }

  /**
   * Sees to it that these events are at hand when the promise resolves; undefined: they are already. Who knows all that
   * he wants to ask for has his batch, and needs nobody to gather it.
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

  /** The event where it is at hand; undefined where it was not asked for, or has not come yet. */
  atHand(eventId: string): PartnerEvent | null | undefined {
    return this.#atHand.get(eventId)?.event;
  }

  /** Nobody looks at the events any more: those that upstream was asked for are perhaps never asked for again. */
  done(): void {
    for (const id of this.#asked.keys()) this.#atHand.get(id)?.event?.letGo();
  }

  #found(eventId: string): Entry | undefined {
    const atHand = this.#atHand.get(eventId);
    if (atHand) return atHand;
    const fresh = this.#asked.has(eventId) ? undefined : this.catalogue.fresh(eventId);
    if (fresh) this.#note(eventId, fresh, false);
    return fresh;
  }

  #note(eventId: string, entry: Entry, isNew: boolean): PartnerEvent | null {
    this.#atHand.set(eventId, entry);
    this.validity.restsOn(entry.standing, isNew);
    return entry.event;
  }

  #ask(eventId: string): Promise<PartnerEvent | null> {
    return this.catalogue
      .read(eventId, this.asker.caller, this.asker.signal)
      .then((entry) => this.#note(eventId, entry, true));
  }

  #batched(): DataLoader<string, PartnerEvent | null> {
    const read = (id: string): Promise<PartnerEvent | null | Error> =>
      this.#ask(id).catch((error: unknown) => (error instanceof Error ? error : new Error()));
    return new DataLoader((ids) => Promise.all(ids.map(read)), {
      cacheMap: this.#asked,
      // There is no batch call that it would pay to wait for.
      batchScheduleFn: queueMicrotask,
    });
  }
}
