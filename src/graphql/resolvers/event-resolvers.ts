import { localStart } from '../../events/local-time';
import { isActive, maintenanceOf } from '../../events/maintenance';
import { sellableAt } from '../../events/sellable';
import type { Validity } from '../../events/validity';
import type { PartnerEvent } from '../../partner-api/model/event';
import { dateTime } from './date-time';
import type { EventResolvers, MaintenanceWindow, QueryResolvers } from '../generated';

export const eventQueries = {
  event: (_, { id }, { events }) => events.load(id),
  // A promise for each event, so that one that fails is null and the others are not; codegen has no type for such a list.
  events: (_, { ids }, { events }) => ids.map((id) => events.load(id)) as PartnerEvent[],
} satisfies QueryResolvers;

/** Returns the current or next nightly closure of an event's host, as the schema has it. */
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
  sellable: (event, _, { wallClock, validity }) => {
    const answer = sellableAt(event, wallClock.now());
    validity.during(answer);
    return answer.sellable;
  },
  maintenance: (event, _, { wallClock, validity }) => maintenanceWindow(event, wallClock.now(), validity),
  availability: (event, _, { availability, caller, signal, validity }) => {
    validity.never();
    return availability.find(event, caller, signal);
  },
  staleSince: ({ id }, _, { events, clock, wallClock, toWallTime, validity }) => {
    const freshUntilMs = events.freshUntilMs(id);
    const leftMs = freshUntilMs - clock.now();
    if (leftMs < 0) {
      validity.never();
      return dateTime(toWallTime(freshUntilMs));
    }
    const nowMs = wallClock.now();
    validity.during({ fromMs: nowMs, untilMs: nowMs + leftMs + 1 });
    return null;
  },
  localDate: (event) => localStart(event)?.date ?? null,
  localTime: (event) => localStart(event)?.time ?? null,
};
