import type { CartReference, DeleteAnswer } from '../model/cart';
import type { Received } from '../transport/exchange';
import type { Call } from './call';
import { type Poll, type PollingAddresses, pollRequest } from './polling';

/** Deletes a cart, and frees its seats. May poll. */
export const deleteCart: Call<CartReference, DeleteAnswer> = {
  name: 'deleteCart',
  callClass: 'finish',
  isRetried: false,
  request: ({ cartId }) => ({ method: 'DELETE', path: '/cart', query: { cart_id: cartId } }),
  read: (response, _, polling) => readDeleteResponse(response, polling),
};

/** Polls for the result of a delete. */
export const pollDelete: Call<Poll, DeleteAnswer> = {
  name: 'poll',
  callClass: 'finish',
  isRetried: false,
  request: pollRequest,
  read: (response, _, polling) => readDeleteResponse(response, polling),
};

const readDeleteResponse = (response: Received, polling: PollingAddresses): DeleteAnswer =>
  response.status === 202 ? polling.read(response) : { kind: 'deleted' };
