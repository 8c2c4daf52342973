import { EditionLacks } from '../../errors';
import type { Calls } from '../edition';
import { order as order2015, readOrderResponse } from '../../calls/orders';

/** An order with its tickets, by its token. May poll. */
export const order: Calls['order'] = {
  ...order2015,
  request: (key) => {
    if (!('token' in key)) throw new EditionLacks('orders by their number: name the token', 'number');
    return { method: 'GET', path: '/orders', query: { order_token: key.token } };
  },
  read: readOrderResponse,
};
