import { localStart } from '../events/local-time';
import { isActive, maintenanceOf } from '../events/maintenance';
import { isSellable } from '../events/sellable';
import type { PartnerEvent } from '../partner-api/event';
import { dateTime } from './date-time';
import type { EventResolvers, MaintenanceWindow, QueryResolvers } from './generated';
import { badUserInput } from './scalars';

/** The most events that one `events` field asks for. */
const MOST_EVENTS = 50;

export const eventQueries: QueryResolvers = {
  event: (_, { id }, { events }) => events.load(id),
  events: (_, { ids }, { events }) => {
    if (ids.length > MOST_EVENTS) throw badUserInput(`At most ${MOST_EVENTS} events at once.`);
    // Each for itself, so that one that fails is null and leaves the others be; codegen has no type for such a list.
    return ids.map((id) => events.load(id)) as Promise<PartnerEvent>[];
  },
};

/** The current or next nightly closure of an event's host, as the schema tells it. */
export function maintenanceWindow(event: PartnerEvent, nowMs: number): MaintenanceWindow | null {
  const window = maintenanceOf(event, nowMs);
  return (
    window && {
      startsAt: dateTime(window.startsAtMs),
      endsAt: dateTime(window.endsAtMs),
      active: isActive(window, nowMs),
    }
  );
}

/** What is computed when it is asked for, since it changes with the clock; the rest is in the event as it stands. */
export const eventResolvers: EventResolvers = {
  sellable: (event, _, { dayClock }) => isSellable(event, dayClock.now()),
  maintenance: (event, _, { dayClock }) => maintenanceWindow(event, dayClock.now()),
  availability: (event, _, { availability, caller }) => availability.find(event, caller),
  localDate: (event) => localStart(event)?.date ?? null,
  localTime: (event) => localStart(event)?.time ?? null,
};
