import { EditionLacks } from '../errors';
import type { ApiRequest } from '../transport/api-request';
import type { Call } from '../calls/call';
import type { Calls } from './edition';
import { EDITIONS } from './editions';
import type { PollingAddresses } from '../calls/polling';

/** A row of the table: one call with what it is made with. */
interface Row {
  readonly name: string;
  /** The fields of the schema that make it. */
  readonly fields: string;
  /** The request in an edition; null: the edition has no such call. */
  readonly requestIn: (calls: Calls) => ApiRequest | null;
}

const CART = { eventId: '{event_id}', cartId: '{cart_id}' };
const AMOUNT = '…';
const RESERVE = { eventId: CART.eventId, tickets: [], acceptBestAvailable: true };
const BUYER = {
  firstName: '',
  lastName: '',
  email: '',
  address: { line1: '', city: '', country: 840, postalCode: '' },
};
const INVOICE = { kind: 'invoice', reference: '' } as const;
const WALLET = { kind: 'wallet', wallet: 'WALLET', token: '' } as const;

/** The addresses of polls are upstream's: the table has none of them. */
const NO_POLLING: Pick<PollingAddresses, 'request'> = {
  request: () => ({ method: 'GET', path: '' }),
};

/** A row for a call that is made with `input`. */
const row = <Input>(
  name: string,
  fields: string,
  callIn: (calls: Calls) => Call<Input, unknown> | null,
  input: Input,
): Row => ({
  name,
  fields,
  requestIn: (calls) => {
    try {
      return callIn(calls)?.request(input, NO_POLLING as PollingAddresses) ?? null;
    } catch (error) {
      if (error instanceof EditionLacks) return null;
      throw error;
    }
  },
});

const cart = CART;
const currency = null;
const reserve = { request: RESERVE, cartId: undefined, currency };
const paymentBy = (method: typeof INVOICE | typeof WALLET) => ({
  cart,
  payment: { buyer: BUYER, method, amount: AMOUNT },
  currency,
});

const ROWS: readonly Row[] = [
  row('event details', '`event`, `events`', ({ event }) => event, cart.eventId),
  row('availability', '`Event.availability`', (calls) => calls.availability, {
    eventId: cart.eventId,
    currency,
  }),
  row('events on sale', '`sellableEvents`', (calls) => calls.sellableEvents, undefined),
  row('event by code', '`eventByCode`', (calls) => calls.eventByCode, { code: '{code}', host: '{host}' }),
  row('captcha', '`captcha`', ({ captcha }) => captcha, cart.eventId),
  row('captcha, page', '`Captcha.html`', (calls) => calls.captchaPage, cart.eventId),
  row('open a cart', '`createCart` with a captcha', ({ openCart }) => openCart, '{token}'),
  row('reserve', '`createCart`', (calls) => calls.reserve, { ...reserve, captchaToken: undefined }),
  row('reserve with a captcha', '`createCart` with a captcha', (calls) => calls.reserve, {
    ...reserve,
    cartId: CART.cartId,
    captchaToken: '{token}',
  }),
  row('deliveries', '`Cart.shippingOptions`', (calls) => calls.shippingOptions, { cart, currency }),
  row('delivery', '`setCartShipping`', (calls) => calls.setShipping, {
    cart,
    shippingOptionId: '',
    currency,
  }),
  row('certificate', '`paymentCertificate`', (calls) => calls.certificate, cart),
  row('payment', '`setCartPayment`', (calls) => calls.setPayment, paymentBy(INVOICE)),
  row('payment by wallet', '`setCartPayment`', (calls) => calls.setPayment, paymentBy(WALLET)),
  row('purchase', '`purchaseCart`', (calls) => calls.purchase, { cart, sourceAccountId: '', currency }),
  row('delete', '`deleteCart`', (calls) => calls.deleteCart, cart),
  row('order by token', '`order(token:)`', (calls) => calls.order, { token: '{order_token}' }),
  row('order by number', '`order(number:)`', (calls) => calls.order, { number: '{order_number}' }),
  row('unredeemed orders', '`unredeemedOrders`', (calls) => calls.unredeemed, { daysFromPurchase: 1 }),
];

const shown = (request: ApiRequest | null): string => {
  if (request === null) return '—';
  const names = Object.keys(request.query ?? {});
  const query = names.length === 0 ? '' : `?${names.join('&')}`;
  const body = typeof request.body === 'object' && request.body !== null ? Object.keys(request.body) : [];
  const sent = body.length === 0 ? '' : `, body ${body.map((name) => `\`${name}\``).join(', ')}`;
  return `\`${request.method} ${decodeURIComponent(request.path)}${query}\`${sent}`;
};

/** The calls by edition as a table in Markdown, made from the endpoint tables themselves. */
export function callsTable(): string {
  const editions = Object.values(EDITIONS);
  const head = ['call', 'asked for by', ...editions.map(({ name }) => `edition ${name}`)];
  const rows = ROWS.map(({ name, fields, requestIn }) => [
    name,
    fields,
    ...editions.map(({ calls }) => shown(requestIn(calls))),
  ]);
  const other = [
    ['poll', '', ...editions.map(() => '`GET` the address that upstream gave')],
    [
      'the API key is in',
      '',
      ...editions.map(({ keyPlace }) =>
        keyPlace === 'query' ? 'the query: `apikey`' : 'a header: `x-api-key`',
      ),
    ],
    [
      'access token',
      '',
      ...editions.map(({ needsSecret }) => (needsSecret ? 'always' : 'if `PARTNER_API_SECRET` is set')),
    ],
    [
      'hosts are closed',
      '',
      ...editions.map(({ closedHours: { from, to } }) => `${from}:00 to ${to}:00 by the venue's clock`),
    ],
  ];
  return [head, head.map(() => '---'), ...rows, ...other]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n');
}
