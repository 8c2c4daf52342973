import type { CartAnswer } from '../model/cart';
import type { Received } from '../transport/exchange';
import { readCart } from '../wire/cart';
import { jsonOf } from '../wire/json';
import type { PollingAddresses } from './polling';

/** Reads a cart, or the 202 that asks to poll for it. `currency` is the event's: a cart's amounts may name none. */
export function readCartResponse(
  response: Received,
  { currency }: { readonly currency: string | null },
  polling: PollingAddresses,
): CartAnswer {
  if (response.status === 202) return polling.read(response);
  return { kind: 'cart', ...readCart(jsonOf(response), currency) };
}
