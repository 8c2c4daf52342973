import { localStart } from '../events/local-time';
import { isActive, maintenanceOf } from '../events/maintenance';
import { sellableAt } from '../events/sellable';
import type { Validity } from '../events/validity';
import type { PartnerEvent } from '../partner-api/event';
import { dateTime } from './date-time';
import type { EventResolvers, MaintenanceWindow, QueryResolvers } from './generated';
import { badUserInput } from './scalars';

/** The most events that one `events` field asks for. */
export const MOST_EVENTS = 50;

export const eventQueries: QueryResolvers = {
  event: (_, { id }, { events }) => events.load(id),
  events: (_, { ids }, { events }) => {
    if (ids.length > MOST_EVENTS) throw badUserInput(`At most ${MOST_EVENTS} events at once.`);
    // Each for itself, so that one that fails is null and leaves the others be; codegen has no type for such a list.
    return ids.map((id) => events.load(id)) as PartnerEvent[];
  },
};

/** The current or next nightly closure of an event's host, as the schema tells it. */
export function maintenanceWindow(
  event: PartnerEvent,
  nowMs: number,
  validity: Validity,
): MaintenanceWindow | null {
  const window = maintenanceOf(event, nowMs);
  if (!window) return null;
  const active = isActive(window, nowMs);
  validity.during({ fromMs: nowMs, untilMs: active ? window.endsAtMs : window.startsAtMs });
  return { startsAt: dateTime(window.startsAtMs), endsAt: dateTime(window.endsAtMs), active };
}

/** What is computed when it is asked for, since it changes with the clock; the rest is in the event as it stands. */
export const eventResolvers: EventResolvers = {
  sellable: (event, _, { dayClock, validity }) => {
    const word = sellableAt(event, dayClock.now());
    validity.during(word);
    return word.sellable;
  },
  maintenance: (event, _, { dayClock, validity }) => maintenanceWindow(event, dayClock.now(), validity),
  availability: (event, _, { availability, caller, signal, validity }) => {
    validity.never();
    return availability.find(event, caller, signal);
  },
  localDate: (event) => localStart(event)?.date ?? null,
  localTime: (event) => localStart(event)?.time ?? null,
};
