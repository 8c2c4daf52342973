import type { PartnerEvent } from '../partner-api/event';
import { isActive, maintenanceOf } from './maintenance';
import type { Span } from './validity';

/** Whether an event can be bought, and the span of time in which that is so. */
export interface Sellable extends Span {
  readonly sellable: boolean;
}

/** The last word on each event: it holds until its sale, a presale, its status or its host's maintenance changes. */
const lastWords = new WeakMap<PartnerEvent, Sellable>();

/**
 * Whether tickets can be bought through this API at `nowMs`: the event is transactable, within its sale or a presale,
 * not called off, and its host is not under maintenance. A hint for display: presales and allotments know more, and
 * upstream decides.
 */
export function sellableAt(event: PartnerEvent, nowMs: number): Sellable {
  const last = lastWords.get(event);
  if (last && last.fromMs <= nowMs && nowMs < last.untilMs) return last;
  const word = {
    sellable: isSellable(event, nowMs),
    fromMs: nowMs,
    untilMs: Math.min(...changesOf(event, nowMs).filter((atMs) => atMs > nowMs)),
  };
  lastWords.set(event, word);
  return word;
}

function isSellable(event: PartnerEvent, nowMs: number): boolean {
  return (
    event.apiTransactable &&
    !isCalledOff(event, nowMs) &&
    (isWithin(event.onsaleAt, event.offsaleAt, nowMs) ||
      event.presales.some(({ startsAt, endsAt }) => isWithin(startsAt, endsAt, nowMs))) &&
    !isActive(maintenanceOf(event, nowMs), nowMs)
  );
}

/** Every moment at which `isSellable` may come to say something else. */
function changesOf(event: PartnerEvent, nowMs: number): number[] {
  const instants = [
    event.onsaleAt,
    event.offsaleAt,
    ...event.presales.flatMap(({ startsAt, endsAt }) => [startsAt, endsAt]),
    ...event.statuses.map(({ since }) => since),
  ];
  const maintenance = maintenanceOf(event, nowMs);
  return [
    ...instants.flatMap((instant) => (instant === null ? [] : [Date.parse(instant)])),
    ...(maintenance ? [maintenance.startsAtMs, maintenance.endsAtMs] : []),
  ];
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
