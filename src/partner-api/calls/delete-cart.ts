import { UpstreamNonsense } from '../errors';
import type { CartReference, DeleteAnswer } from '../model/cart';
import type { Received } from '../transport/exchange';
import { jsonOf } from '../wire/json';
import { record } from '../wire/plain';
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

/** A page of a proxy, or an error, does not prove that the seats are free: the cart has to be deleted again. */
function readDeleteResponse(response: Received, polling: PollingAddresses): DeleteAnswer {
  if (response.status === 202) return polling.read(response);
  const body = response.text.trim() === '' ? null : record(jsonOf(response));
  if (body && 'error' in body) throw new UpstreamNonsense('an error within a success');
  return { kind: 'deleted' };
}
