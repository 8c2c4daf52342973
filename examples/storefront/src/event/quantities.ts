import type { Ticket } from '../api/events';

/** Where there is no limit, a list of numbers still has to end. */
const MOST_OFFERED = 20;

/**
 * The numbers of one kind of ticket that its rules allow, none first.
 *
 * @param limit the event's own limit on all tickets together; null when there is none.
 */
export function allowedNumbers({ quantities }: Ticket, limit: number | null): readonly number[] {
  const { exact = null, minimum = null, multiple = null, limit: ownLimit = null } = quantities ?? {};
  const most = Math.min(ownLimit ?? MOST_OFFERED, limit ?? MOST_OFFERED);
  if (exact !== null) return exact <= most ? [0, exact] : [0];
  const isAllowed = (count: number) => count >= (minimum ?? 1) && count % (multiple ?? 1) === 0;
  return [0, ...Array.from({ length: most }, (_, index) => index + 1).filter(isAllowed)];
}

/**
 * The rules of a ticket in words, for example `At least 2, in pairs.` Empty when any number will do, up to the event's
 * own limit.
 */
export function ruleText({ quantities }: Ticket, eventLimit: number | null): string {
  const { exact = null, minimum = null, multiple = null, limit = null } = quantities ?? {};
  if (exact !== null) return `Sold in sets of exactly ${exact}.`;
  const parts = [
    minimum !== null && minimum > 1 ? `at least ${minimum}` : '',
    multiple !== null && multiple > 1 ? (multiple === 2 ? 'in pairs' : `in multiples of ${multiple}`) : '',
    limit !== null && limit !== eventLimit ? `up to ${limit}` : '',
  ].filter(Boolean);
  const text = parts.join(', ');
  return text && `${text[0]?.toUpperCase()}${text.slice(1)}.`;
}
