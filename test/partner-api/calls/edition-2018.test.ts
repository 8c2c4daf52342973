import type { PaymentMethod } from '../../../src/partner-api/model/payment';
import { EditionLacks, UpstreamNonsense } from '../../../src/partner-api/errors';
import eventSample from '../../../src/sandbox/catalogue/samples/event-areas.json';
import availabilitySample from '../fixtures/availability.json';
import cartSample from '../fixtures/cart.json';
import eventsSample from '../fixtures/events.json';
import orderSample from '../fixtures/order.json';
import purchaseSample from '../fixtures/purchase.json';
import shippingSample from '../fixtures/shipping-options.json';
import unredeemedSample from '../fixtures/unredeemed.json';
import { CALLER, KEY, ONE_TICKET, type Rig, failure, openRig } from '../rig';
import { json, plain } from '../upstream';

/** Ids of both lengths are taken side by side. */
const OLD_ID = '3F004CBB88958BF9';
const UNIVERSAL_ID = '1AeZZfEGkD0xtGV';
const CART = { eventId: UNIVERSAL_ID, cartId: 'bz+JV/ZU+Qo=' };
const IN_QUERY = 'cart_id=bz%2BJV%2FZU%2BQo%3D';

const BUYER = {
  firstName: 'John',
  lastName: 'Doe',
  email: 'john.doe@example.com',
  address: { line1: '123 Main Street', city: 'Toronto', region: 'ON', country: 124, postalCode: 'M5V 2T6' },
};
const INVOICE: PaymentMethod = { kind: 'invoice', reference: '1234567890' };

const reserveOf = (eventId: string) => ({ ...ONE_TICKET, eventId });

let rig: Rig;
beforeEach(async () => {
  rig = await openRig({ edition: '2018' });
});
afterEach(() => rig.close());

const pay = (method: PaymentMethod) => {
  rig.upstream.answers(json(cartSample));
  return rig.api.setPayment(CART, { buyer: BUYER, method, amount: '25.00' }, 'USD', CALLER);
};

describe('where each call of edition 2018 goes', () => {
  it.each<[string, unknown, () => Promise<unknown>, string]>([
    ['event', eventSample, () => rig.api.event(UNIVERSAL_ID, CALLER), `GET /events/${UNIVERSAL_ID}`],
    ['event by an older id', eventSample, () => rig.api.event(OLD_ID, CALLER), `GET /events/${OLD_ID}`],
    [
      'captcha',
      { captcha_required: false },
      () => rig.api.captcha(UNIVERSAL_ID, CALLER),
      `GET /captcha?event_id=${UNIVERSAL_ID}`,
    ],
    [
      'reserve',
      cartSample,
      () => rig.api.reserve(reserveOf(UNIVERSAL_ID), undefined, null, CALLER),
      `POST /events/${UNIVERSAL_ID}/cart`,
    ],
    [
      'reserve by an older id',
      cartSample,
      () => rig.api.reserve(reserveOf(OLD_ID), undefined, null, CALLER),
      `POST /events/${OLD_ID}/cart`,
    ],
    [
      'shipping options',
      shippingSample,
      () => rig.api.shippingOptions(CART, null, CALLER),
      `GET /events/${UNIVERSAL_ID}/cart/shipping?${IN_QUERY}`,
    ],
    [
      'choice of shipping',
      cartSample,
      () => rig.api.setShipping(CART, '4', null, CALLER),
      `PUT /events/${UNIVERSAL_ID}/cart/shipping?${IN_QUERY}`,
    ],
    [
      'certificate',
      { id: 'paysys-dev.0.us.3', value: '-----BEGIN CERTIFICATE-----\r\n' },
      () => rig.api.certificate(CART, CALLER),
      'GET /certificate',
    ],
    ['payment', cartSample, () => pay(INVOICE), `PUT /events/${UNIVERSAL_ID}/cart/payment`],
    [
      'purchase',
      purchaseSample,
      () => rig.api.purchase(CART, 'ours', 'USD', CALLER),
      `PUT /events/${UNIVERSAL_ID}/cart`,
    ],
    ['delete', {}, () => rig.api.deleteCart(CART, CALLER), `DELETE /events/${UNIVERSAL_ID}/cart?${IN_QUERY}`],
    [
      'poll',
      cartSample,
      () => rig.api.pollCart(`${rig.upstream.url}/polling-status?token=t&${IN_QUERY}`, null, CALLER),
      `GET /polling-status?token=t&${IN_QUERY}&apikey=${KEY}`,
    ],
    ['order', orderSample, () => rig.api.order({ token: 't' }, CALLER), 'GET /orders?order_token=t'],
  ])('R-CALL-7: %s, with the key in a header', async (_, answer, call, target) => {
    rig.upstream.answers(json(answer));
    await call();
    const seen = rig.upstream.onlyCall;
    expect(`${seen.method} ${seen.target}`).toBe(target.replace(' ', ' /partners/v1'));
    expect(seen.headers).toMatchObject({ 'x-api-key': KEY, authorization: 'Bearer token-1' });
  });

  it('R-CALL-8: an account without a secret requests no token, and sends none', async () => {
    await rig.close();
    rig = await openRig({ edition: '2018', apiSecret: null });
    rig.upstream.answers(json(eventSample));
    await rig.api.event(UNIVERSAL_ID, CALLER);
    await rig.api.takeTurn('reserve', 'caller');
    expect(rig.upstream.onlyCall.headers).not.toHaveProperty('authorization');
    expect(rig.upstream.tokenCalls).toEqual([]);
  });
});

describe('what edition 2018 is sent', () => {
  it('R-CAPTCHA-3: the solved captcha beside what is to be reserved', async () => {
    rig.upstream.answers(json(cartSample));
    await rig.api.reserve(reserveOf(UNIVERSAL_ID), { captchaToken: 'solved' }, null, CALLER);
    expect(JSON.parse(rig.upstream.onlyCall.body)).toEqual({
      token: 'solved',
      reserve: { tickets: [{ id: '000002040006', quantity: 1 }], accept_best_available: true },
    });
  });

  it.each<[string, PaymentMethod, object]>([
    ['an invoice', INVOICE, { type: 'INVOICE', reference: '1234567890' }],
    [
      'Apple Pay',
      { kind: 'wallet', wallet: 'APPLE_PAY', token: 'bundle' },
      { type: 'APPLE_PAY', card: { bundle: 'bundle' } },
    ],
    [
      "Google's wallet",
      { kind: 'wallet', wallet: 'GOOGLE_WALLET', token: 'bundle' },
      { type: 'GOOGLE_WALLET', card: { bundle: 'bundle' } },
    ],
    [
      "Ticketmaster's wallet",
      { kind: 'wallet', wallet: 'WALLET', token: 'wallet-1' },
      { type: 'WALLET', card: { number: 'wallet-1' } },
    ],
  ])('R-PAY-1: a payment by %s, with the code of the country', async (_, method, sent) => {
    await pay(method);
    const body = JSON.parse(rig.upstream.onlyCall.body) as { payment: object };
    expect(body).toMatchObject({ cart_id: CART.cartId, payment: sent });
    expect(body.payment).toMatchObject({ amount: '25.00', address: { country: { code: 'CA' } } });
  });
});

describe('what an edition lacks', () => {
  it('R-EDITION-1: is said, and nothing is sent', async () => {
    expect(await failure(rig.api.order({ number: '39-1/LA1' }, CALLER))).toBeInstanceOf(EditionLacks);
    expect(await failure(rig.api.captcha(null, CALLER))).toBeInstanceOf(EditionLacks);
    expect(await failure(rig.api.openCart('solved', CALLER))).toBeInstanceOf(EditionLacks);
    expect(rig.upstream.calls).toEqual([]);
    const of2015 = await openRig();
    const wallet: PaymentMethod = { kind: 'wallet', wallet: 'APPLE_PAY', token: 'bundle' };
    const paid = async () =>
      of2015.api.setPayment(CART, { buyer: BUYER, method: wallet, amount: '25.00' }, 'USD', CALLER);
    expect(await failure(paid())).toBeInstanceOf(EditionLacks);
    expect(of2015.upstream.calls).toEqual([]);
    await of2015.close();
  });
});

/** The paths of all nulls in what was read: what upstream's body did not state. */
function nullsIn(value: unknown, path = ''): string[] {
  if (value === null) return [path];
  if (typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    nullsIn(inner, path === '' ? key : `${path}.${key}`),
  );
}

describe('every sample body of edition 2018 is read whole', () => {
  const READS: readonly [string, unknown, () => Promise<unknown>, readonly string[]][] = [
    [
      'cart',
      cartSample,
      () => rig.api.reserve(reserveOf(UNIVERSAL_ID), undefined, null, CALLER),
      ['cart.items.0.rawKind', 'cart.items.0.totals.delivery', 'cart.items.0.totals.unpaid'],
    ],
    ['shipping options', shippingSample, () => rig.api.shippingOptions(CART, null, CALLER), []],
    [
      'purchase',
      purchaseSample,
      () => rig.api.purchase(CART, 'ours', 'USD', CALLER),
      ['receipt.orderNumber'],
    ],
    ['order', orderSample, () => rig.api.order({ token: 't' }, CALLER), []],
    [
      'unredeemed orders',
      unredeemedSample,
      () => rig.api.unredeemedOrders({ daysFromPurchase: 1 }, CALLER),
      ['0.orderToken'],
    ],
    ['events', eventsSample, () => rig.api.sellableEvents(CALLER), []],
    ['availability', availabilitySample, () => rig.api.availability(OLD_ID, 'USD', CALLER), []],
  ];

  it.each(READS)('R-EDITION-2: %s', async (_, sample, read, nulls) => {
    rig.upstream.answers(json(sample));
    expect(nullsIn(await read())).toEqual(nulls);
  });

  it('R-CAPTCHA-3: a captcha with its keys, whose page is read when it is asked for', async () => {
    const body = { captcha_required: true, captcha_details: { type: 2, site_key: 'site' } };
    rig.upstream.answers(json(body, 200, { 'x-tm-captcha-v2-stoken': 'secure' }), plain('<html></html>'));
    const captcha = await rig.api.captcha(UNIVERSAL_ID, CALLER);
    expect(captcha).toMatchObject({ siteKey: 'site', secureToken: 'secure' });
    expect(rig.upstream.onlyCall.headers).toMatchObject({ accept: 'application/json' });
    const html = captcha?.html;
    expect(await (typeof html === 'function' ? html() : html)).toBe('<html></html>');
    expect(rig.upstream.calls[1]).toMatchObject({
      target: `/partners/v1/captcha?event_id=${UNIVERSAL_ID}`,
      headers: { accept: 'text/html' },
    });
  });

  it.each([
    ['that is not required', { captcha_required: false }, null],
    ['that is not required, as text', { captcha_required: 'false', captcha_details: 'none' }, null],
    ['that only has its key', { captcha_details: { site_key: 'site' } }, 'site'],
  ])('R-CAPTCHA-3: a captcha %s', async (_, body, siteKey) => {
    rig.upstream.answers(json(body));
    expect((await rig.api.captcha(UNIVERSAL_ID, CALLER))?.siteKey ?? null).toBe(siteKey);
  });

  it.each([[{}], [[]], [null], [{ captcha_required: true }], [{ captcha_required: 'perhaps' }]])(
    'R-CAPTCHA-3: %j does not state whether a captcha is required',
    async (body) => {
      rig.upstream.answers(json(body));
      expect(await failure(rig.api.captcha(UNIVERSAL_ID, CALLER))).toBeInstanceOf(UpstreamNonsense);
    },
  );

  it('R-POLL-6: a 202 names the cart in its body', async () => {
    const polling_url = `${rig.upstream.url}/polling-status?token=t`;
    rig.upstream.answers(json({ polling_url, wait: 4, cart_id: CART.cartId }, 202));
    expect(await rig.api.reserve(reserveOf(UNIVERSAL_ID), undefined, null, CALLER)).toEqual({
      kind: 'polling',
      url: polling_url,
      waitMs: 4000,
      cartId: CART.cartId,
    });
  });

  it('R-CART-6: items of the kinds delivery and processing beside the tickets', async () => {
    const item = (type: string | undefined, more: object = {}) => ({ type, totals: { grand: 2.5 }, ...more });
    const items = [
      item('ticket', { section: 'FLOOR', is_ga: true }),
      item('delivery'),
      item('processing'),
      item('upsell'),
    ];
    rig.upstream.answers(json({ cart_id: 'c', cart: { items } }));
    const answer = await rig.api.reserve(reserveOf(UNIVERSAL_ID), undefined, 'USD', CALLER);
    expect(answer).toMatchObject({
      cart: {
        items: [
          { kind: 'TICKETS', rawKind: 'ticket', generalAdmission: true },
          { kind: 'DELIVERY', generalAdmission: false, totals: { grand: { amount: '2.50' } } },
          { kind: 'PROCESSING', generalAdmission: false },
          { kind: 'UNKNOWN', rawKind: 'upsell' },
        ],
      },
    });
  });

  it('R-POLL-6: an order that polls is polled for, never early, and goes on where the last reader left off', async () => {
    const polling_url = `${rig.upstream.url}/polling-status?token=t&cart_id=c`;
    const later = json({ polling_url, wait: 12, cart_id: 'c' }, 202);
    rig.upstream.answers(later, later, json(orderSample));
    const read = () => rig.api.order({ token: 't' }, CALLER);
    const first = read();
    // Less by a step of this clock: the response came at some moment in the first.
    await rig.clock.pass(11_750);
    expect(rig.upstream.calls).toHaveLength(1);
    // The second poll would come too late for a reader who waits 20 seconds at most.
    expect(await rig.clock.until(first)).toBeNull();
    expect(rig.upstream.calls).toHaveLength(2);
    const second = read();
    expect((await rig.clock.until(second))?.tickets).toHaveLength(1);
    expect(rig.upstream.calls.map(({ target }) => target.split('?')[0])).toEqual([
      '/partners/v1/orders',
      '/partners/v1/polling-status',
      '/partners/v1/polling-status',
    ]);
  });
});
