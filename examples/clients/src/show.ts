import type { ReservationFragment } from './gql/graphql.js';

type Pending = Extract<ReservationFragment, { __typename: 'Pending' }>;

/** Returns the text for a shopper who waits: in line, or for upstream. */
export function showPending({ queue, waitSeconds }: Pending): string {
  if (!queue) return `Pending for ${waitSeconds} seconds more.`;
  const minutes = Math.max(Math.ceil(queue.estimatedWaitSeconds / 60), 1);
  return `Number ${queue.position} in line, for about ${minutes} minute${minutes === 1 ? '' : 's'}.`;
}

/**
 * Returns the text for a shopper about a reservation. The compiler knows the fields of each result, and that all results are
 * handled: when a later schema adds a type to the union, this function no longer compiles.
 */
export function show(result: Exclude<ReservationFragment, { __typename: 'Pending' }>): string {
  switch (result.__typename) {
    case 'Cart': {
      const total = result.totals?.grand;
      return `Held for ${Math.round(result.holdSeconds ?? 0)} seconds: ${total?.amount} ${total?.currency}.`;
    }
    case 'NoInventory':
      return `No such seats for ${result.event?.name ?? 'this event'} any more. Others may do.`;
    case 'TicketLimitExceeded':
      return `At most ${result.limit ?? 'a few'} tickets for one person.`;
    case 'EventNotSellable':
      return `Not on sale here. See ${result.redirectUrl ?? 'the box office'}.`;
    case 'UnderMaintenance':
      return `Closed until ${result.window?.endsAt ?? 'later'}.`;
    case 'InvalidInput':
    case 'CaptchaFailed':
    case 'CartGone':
    case 'Throttled':
    case 'IdempotencyConflict':
    case 'UpstreamFailed':
      return result.retryable ? 'That did not work. Please try again.' : 'That did not work.';
    // Results of a purchase or a deletion only.
    case 'CartDeleted':
    case 'PurchaseReceipt':
    case 'PaymentDeclined':
    case 'TotalChanged':
    case 'OutcomeUnknown':
      return 'That is no reservation.';
    default:
      return unforeseen(result);
  }
}

/** Handles a result that only a newer gateway returns. */
const unforeseen = (result: never): string => {
  const { code } = result as { code?: string };
  return `That did not work (${code ?? 'for a reason that is new'}).`;
};
