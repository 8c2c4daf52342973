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
    const atHand = this.#atHand.get(eventId);
    if (atHand) return atHand.event;
    const fresh = this.#loader ? undefined : this.catalogue.fresh(eventId);
    return fresh ? this.#note(eventId, fresh, false) : (this.#loader ??= this.#batched()).load(eventId);
  }

  #note(eventId: string, entry: Entry, isNew: boolean): PartnerEvent | null {
    this.#atHand.set(eventId, entry);
    this.validity.restsOn(entry.standing, isNew);
    return entry.event;
  }

  #batched(): DataLoader<string, PartnerEvent | null> {
    return new DataLoader((ids) => Promise.all(ids.map((id) => this.#read(id))), {
      // There is no batch call that it would pay to wait for.
      batchScheduleFn: queueMicrotask,
    });
  }

  async #read(eventId: string): Promise<PartnerEvent | null | Error> {
    try {
      const entry = await this.catalogue.read(eventId, this.asker.caller, this.asker.signal);
      return this.#note(eventId, entry, true);
    } catch (error) {
      return error instanceof Error ? error : new Error();
    }
  }
}
