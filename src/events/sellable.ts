import type { PartnerEvent } from '../partner-api/event';
import { isActive, maintenanceOf } from './maintenance';

/**
 * Whether tickets can be bought through this API now: the event is transactable, within its sale or a presale, not
 * called off, and its host is not under maintenance. A hint for display: presales and allotments know more, and
 * upstream decides.
 */
export function isSellable(event: PartnerEvent, nowMs: number): boolean {
  return (
    event.apiTransactable &&
    !isCalledOff(event, nowMs) &&
    (isWithin(event.onsaleAt, event.offsaleAt, nowMs) ||
      event.presales.some(({ startsAt, endsAt }) => isWithin(startsAt, endsAt, nowMs))) &&
    !isActive(maintenanceOf(event, nowMs), nowMs)
  );
}

/** A sale that has no start has not begun; one that has no end goes on. */
const isWithin = (startsAt: string | null, endsAt: string | null, nowMs: number): boolean =>
  startsAt !== null && Date.parse(startsAt) <= nowMs && (endsAt === null || nowMs < Date.parse(endsAt));

/** The word that is in force is the one said last; one without a date has always been. */
function isCalledOff(event: PartnerEvent, nowMs: number): boolean {
  const sinceMs = (since: string | null) => (since === null ? -Infinity : Date.parse(since));
  const inForce = event.statuses
    .filter(({ since }) => sinceMs(since) <= nowMs)
    .reduce<PartnerEvent['statuses'][number] | null>(
      (last, status) => (last === null || sinceMs(status.since) >= sinceMs(last.since) ? status : last),
      null,
    );
  return inForce?.kind === 'CANCELLED' || inForce?.kind === 'OFFSALE';
}
