import type { Ticket } from '../api/events';

/** The longest list of numbers for tickets without a limit. */
const MOST_OFFERED = 20;

/**
 * Returns the numbers of tickets that the rules of one kind allow, with 0 first.
 *
 * @param limit the event's limit for all tickets together; null if there is none.
 */
export function allowedNumbers({ quantities }: Ticket, limit: number | null): readonly number[] {
  const { exact = null, minimum = null, multiple = null, limit: ownLimit = null } = quantities ?? {};
  const most = Math.min(ownLimit ?? MOST_OFFERED, limit ?? MOST_OFFERED);
  if (exact !== null) return exact <= most ? [0, exact] : [0];
  const isAllowed = (count: number) => count >= (minimum ?? 1) && count % (multiple ?? 1) === 0;
  return [0, ...Array.from({ length: most }, (_, index) => index + 1).filter(isAllowed)];
}

/**
 * Describes the rules of a ticket, for example `At least 2, in pairs.` Empty if there are none besides the event's limit.
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
