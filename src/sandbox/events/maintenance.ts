import type { Behaviour } from '../behaviour';
import type { CatalogueEvent } from '../catalogue/catalogue-event';
import type { EditionRules } from '../editions';
import { type Refusal, refusal } from '../server/refusal';
import { zonedTime } from '../time/zoned-time';

/**
 * Whether an event's host system is down (manual, "Service Availability"): nightly, in the edition's hours by the venue's
 * wall clock. So an hour that clocks skip does not count that night, and one that comes twice counts twice. A zone that is
 * missing or unknown has no such hours.
 */
export function isDown(
  event: CatalogueEvent | null,
  { maintenance, edition }: Behaviour,
  nowMs: number,
): boolean {
  const timeZone = event?.timeZone ?? null;
  if (!maintenance || timeZone === null) return false;
  try {
    const { hour } = zonedTime(timeZone, nowMs);
    return edition.closedHours.from <= hour && hour < edition.closedHours.to;
  } catch {
    return false;
  }
}

/** The refusal of a call while the host system is down. */
export const downRefusal = ({ downStatus }: EditionRules): Refusal => refusal(20001, undefined, downStatus);

/** @throws Refusal 20001 while the event's host system is down. */
export function refuseWhileDown(event: CatalogueEvent | null, behaviour: Behaviour, nowMs: number): void {
  if (isDown(event, behaviour, nowMs)) throw downRefusal(behaviour.edition);
}
