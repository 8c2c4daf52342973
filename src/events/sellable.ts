import type { PartnerEvent } from '../partner-api/model/event';
import { isActive, maintenanceOf } from './maintenance';
import type { Span } from './validity';

/** Whether an event can be bought, and the span of time in which that is so. */
export interface Sellable extends Span {
  readonly sellable: boolean;
}

/** The last result for each event: it holds until its sale, a presale, its status or its host's maintenance changes. */
const lastResults = new WeakMap<PartnerEvent, Sellable>();

/**
 * Whether tickets can be bought through this API at `nowMs`: the event is transactable, within its sale or a presale,
 * not cancelled, and its host is not under maintenance. A hint for display: upstream knows more about presales and
 * allotments, and decides.
 */
export function sellableAt(event: PartnerEvent, nowMs: number): Sellable {
  const last = lastResults.get(event);
  if (last && last.fromMs <= nowMs && nowMs < last.untilMs) return last;
  const result = {
    sellable: isSellable(event, nowMs),
    fromMs: nowMs,
    untilMs: Math.min(...changesOf(event, nowMs).filter((atMs) => atMs > nowMs)),
  };
  lastResults.set(event, result);
  return result;
}

function isSellable(event: PartnerEvent, nowMs: number): boolean {
  return (
    event.apiTransactable &&
    !isCancelled(event, nowMs) &&
    (isWithin(event.onsaleAt, event.offsaleAt, nowMs) ||
      event.presales.some(({ startsAt, endsAt }) => isWithin(startsAt, endsAt, nowMs))) &&
    !isActive(maintenanceOf(event, nowMs), nowMs)
  );
}

/** Whether the sale of an event, presales included, is yet to begin or over; null while it runs, or if nothing says. */
export function saleAt(event: PartnerEvent, nowMs: number): 'BEFORE' | 'AFTER' | null {
  const sales = [{ startsAt: event.onsaleAt, endsAt: event.offsaleAt }, ...event.presales];
  if (sales.some(({ startsAt, endsAt }) => isWithin(startsAt, endsAt, nowMs))) return null;
  const isBefore = sales.some(({ startsAt }) => startsAt !== null && nowMs < Date.parse(startsAt));
  if (isBefore) return 'BEFORE';
  return event.offsaleAt !== null && nowMs >= Date.parse(event.offsaleAt) ? 'AFTER' : null;
}

/** Every moment at which the result of `isSellable` may change. */
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

/** A sale without a start has not begun. A sale without an end never ends. */
const isWithin = (startsAt: string | null, endsAt: string | null, nowMs: number): boolean =>
  startsAt !== null && Date.parse(startsAt) <= nowMs && (endsAt === null || nowMs < Date.parse(endsAt));

/** The latest status is in force. A status without a date precedes all others. */
function isCancelled(event: PartnerEvent, nowMs: number): boolean {
  const sinceMs = (since: string | null) => (since === null ? -Infinity : Date.parse(since));
  const inForce = event.statuses
    .filter(({ since }) => sinceMs(since) <= nowMs)
    .reduce<PartnerEvent['statuses'][number] | null>(
      (last, status) => (last === null || sinceMs(status.since) >= sinceMs(last.since) ? status : last),
      null,
    );
  return inForce?.kind === 'CANCELLED' || inForce?.kind === 'OFFSALE';
}
