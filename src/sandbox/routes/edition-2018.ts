import { captchaOfEvent } from '../carts/cart-session';
import { deleteCart } from '../carts/delete-cart';
import { reserveUnderEvent } from '../carts/reserve';
import { certificateForAll, paymentSince2018 } from '../checkout/payment';
import { purchase } from '../checkout/purchase';
import { setShipping, shippingOptions } from '../checkout/shipping';
import { event } from '../events/event-details';
import { availability, eventByCode, events } from '../events/event-look-ups';
import { token } from '../gate/token-endpoint';
import { orderByToken, unredeemed } from '../orders/order-endpoints';
import { pollStatus } from '../polling/poll-endpoint';
import type { Route } from './router';

const CART = '/events/{event}/cart';

/** Edition 2018 of the manual: everything about a cart is under its event. */
export const EDITION_2018: readonly Route[] = [
  { name: 'token', method: 'POST', path: '/oauth/accesstoken', handler: token },
  { name: 'event', method: 'GET', path: '/events/{event}', handler: event },
  {
    name: 'captcha',
    method: 'GET',
    path: '/captcha',
    handler: captchaOfEvent,
    types: ['application/json', 'text/html'],
  },
  { name: 'reserve', method: 'POST', path: CART, handler: reserveUnderEvent },
  { name: 'deleteCart', method: 'DELETE', path: CART, handler: deleteCart },
  { name: 'shippingOptions', method: 'GET', path: `${CART}/shipping`, handler: shippingOptions },
  { name: 'setShipping', method: 'PUT', path: `${CART}/shipping`, handler: setShipping },
  { name: 'certificate', method: 'GET', path: '/certificate', handler: certificateForAll },
  { name: 'payment', method: 'PUT', path: `${CART}/payment`, handler: paymentSince2018 },
  { name: 'purchase', method: 'PUT', path: CART, handler: purchase },
  { name: 'order', method: 'GET', path: '/orders', handler: orderByToken },
  { name: 'unredeemed', method: 'GET', path: '/orders/unredeemed', handler: unredeemed },
  { name: 'events', method: 'GET', path: '/events', handler: events },
  { name: 'availability', method: 'GET', path: '/events/{event}/availability', handler: availability },
  { name: 'eventByCode', method: 'GET', path: '/events/code/{code}/{host}', handler: eventByCode },
  { name: 'poll', method: 'GET', path: '/polling-status', handler: pollStatus },
];
