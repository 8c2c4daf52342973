import { LRUCache } from 'lru-cache';

import { type Span, Validity } from '../events/validity';
import type { Context } from '../graphql/context';
import type { PartnerEvent } from '../partner-api/model/event';
import { utf8Of } from '../utf8';
import type { Json, Serializer } from './serializer';

/** What an entry costs beside its text. */
const OVERHEAD_BYTES = 512;

/** The JSON of one event in one selection, and the span of the time of day in which it is true of that event object. */
interface EventJson {
  /** Null once it was evicted or replaced. */
  json: string | null;
  readonly span: Span;
}

/** What a read selects of events. */
export interface EventSelection {
  readonly serial: number;
  readonly serialize: Serializer;
  /** By the event object: reading an event again creates another object. */
  readonly cached: WeakMap<PartnerEvent, EventJson>;
}

/**
 * Caches the JSON of single events. The JSON of an event depends on the event object, the selection and the time of day;
 * so a list of events, or a reply that is no longer stored whole, is joined from what was serialized before.
 *
 * Bounded in bytes; the least recently written entries are evicted first.
 */
export class EventJsonCache {
  /** By selection and event id, so that the JSON of a newer read replaces that of the older one. */
  readonly #entries: LRUCache<string, EventJson>;
  #lastSerial = 0;

  constructor(maxBytes: number) {
    this.#entries = new LRUCache<string, EventJson>({
      maxSize: maxBytes,
      maxEntrySize: Math.ceil(maxBytes / 16),
      sizeCalculation: ({ json }) => (json?.length ?? 0) + OVERHEAD_BYTES,
      dispose: (entry) => {
        entry.json = null;
      },
    });
  }

  selection(serialize: Serializer): EventSelection {
    return { serial: ++this.#lastSerial, serialize, cached: new WeakMap() };
  }

  /**
   * The JSON of an event, in UTF-8 with one character a byte. The span in which it is true is added to the context's
   * validity. Throws or rejects as the serializer does.
   */
  json(selection: EventSelection, event: PartnerEvent, context: Context): Json {
    const { validity, wallClock } = context;
    const cached = selection.cached.get(event);
    if (cached?.json && isWithin(cached.span, wallClock.now())) {
      validity.during(cached.span);
      return cached.json;
    }
    // An event that was read for this request may never be asked for again.
    if (validity.showsNew) return whenWritten(selection.serialize(event, context), utf8Of);

    const own = new Validity();
    return whenWritten(selection.serialize(event, withValidity(context, own)), (text) => {
      const entry = { json: utf8Of(text), span: own.span };
      validity.during(entry.span);
      this.#keep(selection, event, entry);
      return entry.json;
    });
  }

  #keep(selection: EventSelection, event: PartnerEvent, entry: EventJson): void {
    const key = `${selection.serial} ${event.id}`;
    // What is too large is not stored.
    if (this.#entries.set(key, entry).peek(key) === entry) selection.cached.set(event, entry);
  }
}

const isWithin = ({ fromMs, untilMs }: Span, nowMs: number): boolean => fromMs <= nowMs && nowMs < untilMs;

const whenWritten = (json: Json, use: (text: string) => string): Json =>
  typeof json === 'string' ? use(json) : json.then(use);

/** The context of a request, with a validity of its own for one event. */
const withValidity = (context: Context, validity: Validity): Context =>
  Object.create(context, { validity: { value: validity } }) as Context;
