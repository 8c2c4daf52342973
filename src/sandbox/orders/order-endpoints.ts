import { startMs } from '../events/event-start';
import { pollingDepth } from '../polling/depth';
import { notFound, refusal } from '../server/refusal';
import { json } from '../server/reply';
import type { Handler } from '../services';
import { orderBody } from './order-body';
import type { Order } from './orders';

const DAY_MS = 86_400_000;

/** "Orders" in edition 2015: one order, by its number or its token. Does not poll. */
export const order: Handler = ({ query }, { orders }) => {
  const { name, value } = onlyOneOf(query, 'order_number', 'order_token');
  const found = name === 'order_number' ? orders.byOrderNumber(value) : orders.byOrderToken(value);
  if (found === undefined) throw notFound('order');
  return json(200, orderBody(found));
};

/** "Orders" in edition 2018: one order, by its token. May poll. */
export const orderByToken: Handler = (call, { behaviour, orders, polling }, nowMs) => {
  const token = call.query.get('order_token');
  if (token === null) throw refusal(10002, 'order_token');
  const found = orders.byOrderToken(token);
  if (found === undefined) throw notFound('order');
  const outcome = () => json(200, orderBody(found));
  const depth = pollingDepth(call, behaviour);
  if (depth === 0) return outcome();
  const operation = polling.start(
    { call: 'orders/GET', cartId: found.cartId, depth, ready: () => true, complete: () => outcome },
    nowMs,
  );
  return polling.accepted(operation, nowMs);
};

/**
 * "Orders": those not redeemed yet, which in the sandbox are all. Either those bought in the last N days, or those for
 * events in the next N days. A day is 24 hours.
 */
export const unredeemed: Handler = ({ query }, { orders }, nowMs) => {
  const { name, value } = onlyOneOf(query, 'days_from_purchase', 'days_before_event');
  if (!/^\d{1,5}$/.test(value)) throw refusal(10002, name);
  const spanMs = Number(value) * DAY_MS;
  const matches =
    name === 'days_from_purchase'
      ? ({ boughtMs }: Order) => boughtMs >= nowMs - spanMs
      : ({ event }: Order) => {
          const atMs = startMs(event);
          return atMs !== null && atMs >= nowMs && atMs <= nowMs + spanMs;
        };
  return json(200, { data: orders.all().filter(matches).map(unredeemedBody) });
};

/**
 * The one of two query parameters that is present.
 * @throws Refusal 10002 if both or neither are.
 */
function onlyOneOf<A extends string, B extends string>(
  query: URLSearchParams,
  first: A,
  second: B,
): { name: A | B; value: string } {
  const present = ([first, second] as const).flatMap((name) => {
    const value = query.get(name);
    return value === null ? [] : [{ name, value }];
  });
  const [one, another] = present;
  if (one === undefined || another !== undefined) throw refusal(10002, `either ${first} or ${second}`);
  return one;
}

/** Times are milliseconds since the epoch. The e-mail status is 1: sent. */
function unredeemedBody({ boughtMs, event, sourceAccountId, emailAddress }: Order) {
  return {
    purchase_date_time: boughtMs,
    email_status: 1,
    event_date_time: startMs(event),
    event_id: event.id,
    order_source_account_id: sourceAccountId,
    purchase_email_address: emailAddress,
  };
}
