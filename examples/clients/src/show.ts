import type { ReservationFragment } from './gql/graphql.js';

/**
 * What to tell a shopper of a reservation. The compiler knows which fields each result has, and that none is
 * forgotten: a type that a later schema adds to the union makes this function fail to compile.
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
    // What only comes of buying or deleting.
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

/** Never called by a program that compiles; at run time, by a gateway newer than the program. */
const unforeseen = (result: never): string => {
  const { code } = result as { code?: string };
  return `That did not work (${code ?? 'for a reason that is new'}).`;
};
