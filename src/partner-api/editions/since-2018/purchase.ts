import type { Calls } from '../edition';
import { purchase as purchase2015 } from '../../calls/purchase';
import { cartPath } from './cart-path';

/** Buys a cart. **This takes the money.** May poll. */
export const purchase: Calls['purchase'] = {
  ...purchase2015,
  request: ({ cart, sourceAccountId }) => ({
    method: 'PUT',
    path: cartPath(cart.eventId),
    body: { cart_id: cart.cartId, source_account_id: sourceAccountId },
  }),
};
