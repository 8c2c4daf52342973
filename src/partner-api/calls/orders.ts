import type { OrderAnswer, OrderKey, UnredeemedFilter, UnredeemedOrder } from '../model/order';
import type { Received } from '../transport/exchange';
import { jsonOf } from '../wire/json';
import { readOrder, readUnredeemed } from '../wire/orders';
import type { Call } from './call';
import { nullIfNotFound } from './failures';
import { type Poll, type PollingAddresses, pollRequest } from './polling';

/** An order with its tickets. Null: upstream knows none, or has not finished it yet. */
export const order: Call<OrderKey, OrderAnswer | null> = {
  name: 'order',
  callClass: 'read',
  isRetried: true,
  request: (key) => ({
    method: 'GET',
    path: '/orders',
    query: 'token' in key ? { order_token: key.token } : { order_number: key.number },
  }),
  read: (response, key, polling) =>
    response.status === 202 ? null : readOrderResponse(response, key, polling),
  onFailure: nullIfNotFound,
};

/** Polls for an order. */
export const pollOrder: Call<Poll, OrderAnswer | null> = {
  name: 'poll',
  callClass: 'read',
  isRetried: true,
  request: pollRequest,
  read: readOrderResponse,
  onFailure: nullIfNotFound,
};

/** Reads an order, or the 202 that asks to poll for it. */
export function readOrderResponse(response: Received, _: unknown, polling: PollingAddresses): OrderAnswer {
  if (response.status === 202) return polling.read(response);
  return { kind: 'order', order: readOrder(jsonOf(response)) };
}

/** Orders whose tickets have not been fetched yet. */
export const unredeemed: Call<UnredeemedFilter, UnredeemedOrder[]> = {
  name: 'unredeemed',
  callClass: 'lookUp',
  isRetried: true,
  request: (filter) => ({
    method: 'GET',
    path: '/orders/unredeemed',
    query:
      'daysFromPurchase' in filter
        ? { days_from_purchase: String(filter.daysFromPurchase) }
        : { days_before_event: String(filter.daysBeforeEvent) },
  }),
  read: (response) => readUnredeemed(jsonOf(response)),
};
