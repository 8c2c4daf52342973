import { json, notFound, refusal } from './answers';
import { startMs } from './event-start';
import { orderBody } from './order-body';
import type { Order } from './orders';
import type { Handler } from './rooms';

const DAY_MS = 86_400_000;

/** "Orders": one of them, by its number or its token. Does not poll in this edition. */
export const order: Handler = ({ query }, { orders }) => {
  const { name, value } = only(query, 'order_number', 'order_token');
  const found = name === 'order_number' ? orders.numbered(value) : orders.withToken(value);
  if (found === undefined) throw notFound('order');
  return json(200, orderBody(found));
};

/**
 * "Orders" that nobody has redeemed yet, which in the sandbox is none: those bought in the last N days, or those for
 * events in the next N days. A day is 24 hours.
 */
export const unredeemed: Handler = ({ query }, { orders }, nowMs) => {
  const { name, value } = only(query, 'days_from_purchase', 'days_before_event');
  if (!/^\d{1,5}$/.test(value)) throw refusal(10002, name);
  const spanMs = Number(value) * DAY_MS;
  const wanted =
    name === 'days_from_purchase'
      ? ({ boughtMs }: Order) => boughtMs >= nowMs - spanMs
      : ({ event }: Order) => {
          const atMs = startMs(event);
          return atMs !== null && atMs >= nowMs && atMs <= nowMs + spanMs;
        };
  return json(200, { data: orders.all().filter(wanted).map(unredeemedBody) });
};

/** The one of two query parameters that is there. */
function only<A extends string, B extends string>(
  query: URLSearchParams,
  first: A,
  second: B,
): { name: A | B; value: string } {
  const given = ([first, second] as const).flatMap((name) => {
    const value = query.get(name);
    return value === null ? [] : [{ name, value }];
  });
  const [one, another] = given;
  if (one === undefined || another !== undefined) throw refusal(10002, `either ${first} or ${second}`);
  return one;
}

/** Times are milliseconds since the epoch; the e-mail has been sent (1). */
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
