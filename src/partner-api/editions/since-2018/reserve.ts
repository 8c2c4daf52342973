import type { Calls } from '../edition';
import { encodeTickets, reserve as reserve2015 } from '../../calls/reserve';
import { cartPath } from './cart-path';

/** Reserves tickets, and makes the cart. The solved captcha comes with it. May poll. */
export const reserve: Calls['reserve'] = {
  ...reserve2015,
  request: ({ request, captchaToken }) => ({
    method: 'POST',
    path: cartPath(request.eventId),
    body: { ...(captchaToken !== undefined && { token: captchaToken }), reserve: encodeTickets(request) },
  }),
};
