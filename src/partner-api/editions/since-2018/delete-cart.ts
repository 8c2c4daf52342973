import { deleteCart as deleteCart2015 } from '../../calls/delete-cart';
import type { Calls } from '../edition';
import { cartPath } from './cart-path';

/** Deletes a cart, and frees its seats. May poll. */
export const deleteCart: Calls['deleteCart'] = {
  ...deleteCart2015,
  request: ({ eventId, cartId }) => ({
    method: 'DELETE',
    path: cartPath(eventId),
    query: { cart_id: cartId },
  }),
};
