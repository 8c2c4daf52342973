import { z } from 'zod';
import type { Behaviour } from '../behaviour';
import { acceptedType } from '../gate/media-type';
import { notFound, refusal } from '../server/refusal';
import { json } from '../server/reply';
import type { Handler } from '../services';

/** "Captcha and the cart session", step 1. A partner without captcha has no such page. */
export const captchaPage: Handler = (_call, { behaviour, captcha }, nowMs) => {
  if (!behaviour.captchaRequired) throw notFound('endpoint');
  return captcha.page(nowMs);
};

/**
 * "Captcha and the cart session" in edition 2018: whether an event requires one, as JSON, or the page itself. The solution
 * goes with the reserve.
 */
export const captchaOfEvent: Handler = (call, { behaviour, captcha, events }, nowMs) => {
  const eventId = call.query.get('event_id');
  if (eventId === null) throw refusal(10002, 'event_id');
  if (!events.has(eventId)) throw notFound('event');
  const isRequired = requiresCaptcha(behaviour, eventId);
  if (acceptedType(call, ['application/json', 'text/html']) === 'application/json')
    return captcha.details(isRequired);
  if (!isRequired) throw notFound('captcha');
  return captcha.page(nowMs);
};

/** Whether a reserve for this event needs a solved captcha. */
export const requiresCaptcha = ({ captchaRequired, captchaEvents }: Behaviour, eventId: string): boolean =>
  captchaRequired && (captchaEvents?.has(eventId) ?? true);

const openCartBody = z.object({ token: z.string().optional() });

/** "Captcha and the cart session", step 2: exchanges a solution for a cart id. */
export const openCart: Handler = (call, { captcha, carts }, nowMs) => {
  const body = openCartBody.safeParse(call.json);
  if (!body.success) throw refusal(10002);
  const { token } = body.data;
  if (token === undefined || token === '') throw refusal(10004);
  if (!captcha.redeem(token, nowMs)) throw refusal(10031);
  return json(200, { cart_id: carts.create(true, nowMs).id });
};
