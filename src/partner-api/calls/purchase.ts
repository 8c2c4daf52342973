import type { CartReference, PurchaseAnswer } from '../model/cart';
import type { Received } from '../transport/exchange';
import { readReceipt } from '../wire/checkout';
import { jsonOf } from '../wire/json';
import type { Call } from './call';
import { type Poll, type PollingAddresses, pollRequest } from './polling';

export interface Purchase {
  readonly cart: CartReference;
  readonly sourceAccountId: string;
  readonly currency: string | null;
}

/** Buys a cart. **This takes the money.** May poll. */
export const purchase: Call<Purchase, PurchaseAnswer> = {
  name: 'purchase',
  callClass: 'finish',
  isRetried: false,
  request: ({ cart, sourceAccountId }) => ({
    method: 'PUT',
    path: '/cart',
    body: { cart_id: cart.cartId, source_account_id: sourceAccountId },
  }),
  read: readPurchaseResponse,
};

/** Polls for the result of a purchase. */
export const pollPurchase: Call<Poll, PurchaseAnswer> = {
  name: 'poll',
  callClass: 'finish',
  isRetried: false,
  request: pollRequest,
  read: readPurchaseResponse,
};

function readPurchaseResponse(
  response: Received,
  { currency }: { readonly currency: string | null },
  polling: PollingAddresses,
): PurchaseAnswer {
  if (response.status === 202) return polling.read(response);
  return { kind: 'purchased', receipt: readReceipt(jsonOf(response), currency) };
}
