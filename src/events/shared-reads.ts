import { type Clock, every, sleep } from '../clock';
import { UpstreamError, UpstreamTimeout } from '../partner-api/errors';
import type { Caller } from '../partner-api/model/caller';
import type { EventAsRead } from '../partner-api/model/event';
import type { PartnerApi } from '../partner-api/partner-api';
import { CALL_CLASSES } from '../partner-api/quota/call-class';
import type { Urgency } from '../partner-api/quota/urgency';
import type { StopSignal } from '../stop';
import type { EventShelf, Lifetimes, ShelvedEvent } from './event-shelf';

/** How long to wait between two looks at the shelf, while another process reads the event; longer with each. */
const FIRST_PAUSE_MS = 20;
const LONGEST_PAUSE_MS = 250;

/**
 * After so long a wait for another process, this one reads the event itself. A read may wait for its turn in the budget, and
 * a second one would only lengthen that wait. But a shopper does not wait long for the turn of a refresh.
 */
const WAIT_AT_MOST_MS = 15_000;
const WAIT_FOR_LESS_IMPORTANT_MS = 1000;

/** How often a process whose read goes on extends its claim: well within the claim. */
const RENEW_EVERY_MS = 1000;

/** An event as upstream had it at `readAtMs`, by the steady clock. Null: upstream knew none. */
export interface ReadEvent {
  readonly event: EventAsRead | null;
  readonly readAtMs: number;
}

/**
 * Reads events for all processes with this API key, so that one upstream read at a time serves them all. Where the shelf
 * cannot be reached, this process reads for itself. Failures are not shared.
 */
export class SharedReads {
  /** Reads by whether the event was on the shelf. */
  readonly #found = { fresh: 0, miss: 0 };

  constructor(
    private readonly api: Pick<PartnerApi, 'event' | 'eventIn'>,
    private readonly shelf: EventShelf,
    private readonly clock: Clock,
  ) {}

  /**
   * The event from the shelf, or else from upstream.
   *
   * @param lifetimes older details on the shelf count as none; asked for each time the shelf is.
   * @throws UpstreamError (by way of the promise) as `PartnerApi.event`.
   */
  async read(
    eventId: string,
    caller: Caller,
    stop: StopSignal,
    urgency: Urgency,
    lifetimes: () => Lifetimes,
  ): Promise<ReadEvent> {
    const beganAtMs = this.clock.now();
    for (let pauseMs = FIRST_PAUSE_MS; ; pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS)) {
      const askedAtMs = this.clock.now();
      const shelved = await this.shelf.take(eventId, urgency.callClass, lifetimes()).catch(() => null);
      const event = shelved?.kind === 'event' ? this.#eventIn(shelved, eventId) : undefined;
      // Counted from before the question, so that no event looks younger than it is.
      if (shelved?.kind === 'event' && event !== undefined) {
        this.#found.fresh++;
        return { event, readAtMs: askedAtMs - shelved.ageMs };
      }
      if (stop.aborted) {
        if (shelved?.kind === 'claimed') this.#release(eventId);
        throw new UpstreamTimeout(false);
      }
      const waitedMs = this.clock.now() - beganAtMs;
      if (shelved?.kind !== 'awaited' || waitedMs >= mostWaitMs(urgency, shelved.callClass))
        return this.#readForAll(eventId, caller, stop, urgency, lifetimes);
      await sleep(this.clock, pauseMs, stop);
    }
  }

  /** How often the event was on the shelf, and how often this process read it. */
  report(): { readonly fresh: number; readonly miss: number } {
    return this.#found;
  }

  /** The event in its JSON; undefined where that cannot be read. */
  #eventIn({ json }: ShelvedEvent & { kind: 'event' }, eventId: string): EventAsRead | null | undefined {
    if (json === null) return null;
    try {
      return this.api.eventIn(json, eventId);
    } catch (error) {
      if (error instanceof UpstreamError) return undefined;
      throw error;
    }
  }

  /** Reads an event from upstream. Callers here have it before it lies on the shelf. */
  async #readForAll(
    eventId: string,
    caller: Caller,
    stop: StopSignal,
    urgency: Urgency,
    lifetimes: () => Lifetimes,
  ): Promise<ReadEvent> {
    this.#found.miss++;
    const stopRenewing = every(this.clock, RENEW_EVERY_MS, () => {
      this.shelf.renew(eventId, urgency.callClass).catch(() => {});
    });
    try {
      const event = await this.api.event(eventId, caller, stop, urgency);
      this.shelf.put(eventId, event && event.json(), lifetimes()).catch(() => {});
      return { event, readAtMs: this.clock.now() };
    } catch (error) {
      this.#release(eventId);
      throw error;
    } finally {
      stopRenewing();
    }
  }

  #release(eventId: string): void {
    this.shelf.release(eventId).catch(() => {});
  }
}

/** How long to wait for a read of another process, which is made for a call of class `theirs`. */
function mostWaitMs({ callClass }: Urgency, theirs: string): number {
  const rank = (name: string) => CALL_CLASSES.findIndex((one) => one === name);
  return rank(callClass) < rank(theirs) ? WAIT_FOR_LESS_IMPORTANT_MS : WAIT_AT_MOST_MS;
}
