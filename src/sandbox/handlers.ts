import { z } from 'zod';
import { json, notFound, refusal } from './answers';
import { deleteCart } from './delete-cart';
import { availability, eventByCode, events } from './event-look-ups';
import { issueToken } from './gate';
import { order, unredeemed } from './order-look-ups';
import { certificate, payment } from './payment';
import { purchase } from './purchase';
import { reserve } from './reserve';
import type { Handler } from './rooms';
import type { RouteName } from './routes';
import { setShipping, shippingOptions } from './shipping';

/** "Event details": the catalogue's own body, also during maintenance. */
const event: Handler = ({ params }, { events }) => {
  const found = events.get(params.event ?? '');
  if (found === undefined) throw notFound('event');
  return json(200, found.answer);
};

/** "Captcha and the cart session", step 1. A partner without captcha has no such page. */
const captcha: Handler = (_call, { moods, captcha }, nowMs) => {
  if (!moods.captchaRequired) throw notFound('endpoint');
  return captcha.page(nowMs);
};

const openCartBody = z.object({ token: z.string().optional() });

/** "Captcha and the cart session", step 2: a solution for a cart id. */
const openCart: Handler = (call, { captcha, carts }, nowMs) => {
  const body = openCartBody.safeParse(call.json);
  if (!body.success) throw refusal(10002);
  const { token } = body.data;
  if (token === undefined || token === '') throw refusal(10004);
  if (!captcha.redeem(token, nowMs)) throw refusal(10031);
  return json(200, { cart_id: carts.create(true, nowMs).id });
};

/** "Polling": what has become of a call. */
const poll: Handler = ({ params, query }, { polling, observations }, nowMs) => {
  const call = params.call ?? '';
  const { answer, earlyByMs } = polling.poll(call, params.operation ?? '', query.get('cart_id'), nowMs);
  if (earlyByMs > 0) observations.violation('earlyPoll', `${call} asked ${earlyByMs} ms too early`);
  return answer;
};

/** What each call of the API does, once the gate has let it in. */
export const HANDLERS: Record<RouteName, Handler> = {
  token: (call, { partner }, nowMs) => issueToken(call, partner, nowMs),
  event,
  captcha,
  openCart,
  reserve,
  deleteCart,
  poll,
  shippingOptions,
  setShipping,
  certificate,
  payment,
  purchase,
  order,
  unredeemed,
  events,
  availability,
  eventByCode,
};
