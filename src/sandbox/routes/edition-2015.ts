import { captchaPage, openCart } from '../carts/cart-session';
import { deleteCart } from '../carts/delete-cart';
import { reserve } from '../carts/reserve';
import { certificate, payment } from '../checkout/payment';
import { purchase } from '../checkout/purchase';
import { setShipping, shippingOptions } from '../checkout/shipping';
import { event } from '../events/event-details';
import { availability, eventByCode, events } from '../events/event-look-ups';
import { token } from '../gate/token-endpoint';
import { order, unredeemed } from '../orders/order-endpoints';
import { poll } from '../polling/poll-endpoint';
import type { Route } from './router';

/**
 * Edition 2015 of the manual. `/events/{event}` is the spelling of later editions, which upstream accepts as well.
 * Another edition is another table beside this one.
 */
export const EDITION_2015: readonly Route[] = [
  { name: 'token', method: 'POST', path: '/oauth/accesstoken', handler: token },
  { name: 'event', method: 'GET', path: '/event/{event}', handler: event },
  { name: 'event', method: 'GET', path: '/events/{event}', handler: event },
  { name: 'captcha', method: 'GET', path: '/captcha', handler: captchaPage, types: ['text/html'] },
  { name: 'openCart', method: 'POST', path: '/cart', handler: openCart },
  { name: 'deleteCart', method: 'DELETE', path: '/cart', handler: deleteCart },
  { name: 'reserve', method: 'PUT', path: '/cart/tickets', handler: reserve },
  {
    name: 'shippingOptions',
    method: 'GET',
    path: '/events/{event}/cart/shipping',
    handler: shippingOptions,
  },
  { name: 'setShipping', method: 'PUT', path: '/events/{event}/cart/shipping', handler: setShipping },
  { name: 'certificate', method: 'GET', path: '/certificate', handler: certificate },
  { name: 'payment', method: 'PUT', path: '/cart/payment', handler: payment },
  { name: 'purchase', method: 'PUT', path: '/cart', handler: purchase },
  { name: 'order', method: 'GET', path: '/orders', handler: order },
  { name: 'unredeemed', method: 'GET', path: '/orders/unredeemed', handler: unredeemed },
  { name: 'events', method: 'GET', path: '/events', handler: events },
  { name: 'availability', method: 'GET', path: '/events/{event}/availability', handler: availability },
  { name: 'eventByCode', method: 'GET', path: '/events/code/{code}/{host}', handler: eventByCode },
  { name: 'poll', method: 'GET', path: '/polling/{call*}/{operation}', handler: poll },
];
