import type { PartnerEvent } from '../partner-api/model/event';
import { type Failure, type InputIssue, invalidInput, ticketLimitExceeded } from './failures';
import type { ReserveRequest } from '../partner-api/model/reserve';

/** More kinds of ticket, areas or places than any real cart has. */
const MOST_ENTRIES = 50;
/** The longest text that upstream's ids and seat names can have. */
const LONGEST_TEXT = 128;

/**
 * Checks a reserve against the event's own data before upstream is called: unknown ids, quantities that break a rule,
 * more tickets than the limit. Null if it passes. Sale dates are not checked: presales exist, and upstream decides.
 */
export function checkReserve(request: ReserveRequest, event: PartnerEvent): Failure | null {
  const issues = [...ticketIssues(request, event), ...areaIssues(request, event), ...seatIssues(request)];
  const [first, ...rest] = issues;
  if (first) return invalidInput([first, ...rest]);

  for (const { ticketId } of request.tickets) {
    const limit = event.tickets.find((ticket) => ticket.ticketId === ticketId)?.quantities?.limit ?? null;
    if (limit !== null && countOf(request, ticketId) > limit) return ticketLimitExceeded(event.id, limit);
  }
  const total = request.tickets.reduce((sum, { quantity }) => sum + quantity, 0);
  return event.ticketLimit !== null && total > event.ticketLimit
    ? ticketLimitExceeded(event.id, event.ticketLimit)
    : null;
}

const issue = (path: string, message: string, code: InputIssue['code'] = 'BAD_FIELD'): InputIssue => ({
  path,
  message,
  code,
});

/** How many tickets of one kind are requested. Entries at different prices count together. */
const countOf = ({ tickets }: ReserveRequest, kind: string): number =>
  tickets.reduce((sum, { ticketId, quantity }) => (ticketId === kind ? sum + quantity : sum), 0);

function ticketIssues(request: ReserveRequest, event: PartnerEvent): InputIssue[] {
  const { tickets } = request;
  if (tickets.length === 0) return [issue('tickets', 'Choose at least one ticket.')];
  if (tickets.length > MOST_ENTRIES) return [issue('tickets', `At most ${MOST_ENTRIES} entries.`)];
  return tickets.flatMap(({ ticketId, quantity, priceId }, at) => {
    const path = `tickets.${at}`;
    const ticket = event.tickets.find((sold) => sold.ticketId === ticketId);
    if (!ticket) {
      return [issue(`${path}.ticketId`, 'This event has no such ticket.', 'UNKNOWN_TICKET')];
    }
    if (tickets.findIndex((other) => other.ticketId === ticketId && other.priceId === priceId) < at) {
      return [issue(`${path}.ticketId`, 'This ticket is in the list already: put both into one entry.')];
    }
    const found: InputIssue[] = [];
    const isFirst = tickets.findIndex((other) => other.ticketId === ticketId) === at;
    const broken =
      quantity < 1
        ? 'At least 1.'
        : isFirst
          ? brokenRule(countOf(request, ticketId), ticket.quantities)
          : null;
    if (broken) found.push(issue(`${path}.quantity`, broken, 'QUANTITY_RULE'));
    if (priceId !== undefined && !ticket.prices.some((price) => price.priceId === priceId)) {
      found.push(issue(`${path}.priceId`, 'This ticket has no such price.', 'UNKNOWN_TICKET'));
    }
    return found;
  });
}

/** "exact (0 = not required), minimum, multiple, limit"; the limit is a failure of its own. */
function brokenRule(count: number, rule: PartnerEvent['tickets'][number]['quantities']): string | null {
  const { exact = null, minimum = null, multiple = null } = rule ?? {};
  if (exact !== null && count !== exact) return `Exactly ${exact}.`;
  if (minimum !== null && count < minimum) return `At least ${minimum}.`;
  if (multiple !== null && count % multiple !== 0) return `A multiple of ${multiple}.`;
  return null;
}

function areaIssues({ areaIds = [] }: ReserveRequest, event: PartnerEvent): InputIssue[] {
  if (areaIds.length > MOST_ENTRIES) return [issue('areaIds', `At most ${MOST_ENTRIES} entries.`)];
  const known = new Set(
    [
      ...event.areaGroups.flatMap(({ areas }) => areas),
      ...event.priceLevels.flatMap(({ areas }) => areas),
      ...event.tickets.flatMap(({ areas }) => areas),
    ].map(({ areaId }) => areaId),
  );
  return areaIds.flatMap((id, at) =>
    known.has(id) ? [] : [issue(`areaIds.${at}`, 'This event has no such area.')],
  );
}

function seatIssues({ seats }: ReserveRequest): InputIssue[] {
  if (!seats) return [];
  if (!('placeIds' in seats)) {
    return Object.entries(seats).flatMap(([name, value]) =>
      isShortText(value) ? [] : [issue(`seats.range.${name}`, `Text of 1 to ${LONGEST_TEXT} characters.`)],
    );
  }
  if (seats.placeIds.length === 0 || seats.placeIds.length > MOST_ENTRIES) {
    return [issue('seats.placeIds', `1 to ${MOST_ENTRIES} entries.`)];
  }
  return seats.placeIds.flatMap((id, at) =>
    isShortText(id) ? [] : [issue(`seats.placeIds.${at}`, `Text of 1 to ${LONGEST_TEXT} characters.`)],
  );
}

const isShortText = (text: string): boolean => text.length > 0 && text.length <= LONGEST_TEXT;
