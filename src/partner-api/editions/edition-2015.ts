import { availability } from '../calls/availability';
import { captcha, openCart } from '../calls/captcha';
import { deleteCart, pollDelete } from '../calls/delete-cart';
import type { Edition } from './edition';
import { eventCall } from '../calls/event';
import { path } from '../calls/call';
import { eventByCode, sellableEvents } from '../calls/look-ups';
import { order, pollOrder, unredeemed } from '../calls/orders';
import { certificate, setPayment } from '../calls/payment';
import { pollPurchase, purchase } from '../calls/purchase';
import { pollCart, reserve } from '../calls/reserve';
import { setShipping, shippingOptions } from '../calls/shipping';

const closedHours = { from: 2, to: 3 };

/** Edition 2015-10 of the manual: a cart is addressed by its id alone, and opened by a solved captcha. */
export const edition2015 = {
  name: '2015',
  keyPlace: 'query',
  needsSecret: true,
  closedHours,
  calls: {
    availability,
    captcha,
    captchaPage: null,
    certificate,
    deleteCart,
    event: eventCall((eventId) => path`/event/${eventId}`, closedHours),
    eventByCode,
    openCart,
    order,
    pollCart,
    pollDelete,
    pollOrder,
    pollPurchase,
    purchase,
    reserve,
    sellableEvents,
    setPayment,
    setShipping,
    shippingOptions,
    unredeemed,
  },
} satisfies Edition;
