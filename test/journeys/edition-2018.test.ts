import { request } from 'undici';

import { notable } from '../../src/sandbox/catalogue/catalogue';
import { FORCE_POLLING, RESULT, type Result, TWO_TICKETS, askOne, follow } from '../support/carts';
import { BUYER, PAY, POLL_CHECKOUT, PURCHASE, SHIP } from '../support/checkout';
import { type House, openHouse } from '../support/house';

const EVENT = `query Event($id: EventID!) {
  event(id: $id) { id name tickets { ticketId } maintenance { startsAt endsAt } }
}`;
const CAPTCHA = 'query Captcha($id: EventID!) { captcha(eventId: $id) { siteKey html redirectScheme } }';
const CREATE = `mutation Create($input: CreateCartInput!) { createCart(input: $input) { ${RESULT} } }`;
const ITEMS =
  'query Items($id: ID!) { cart(id: $id) { items { kind } otherItems { kind rawKind totals { grand { amount } } } } }';
const ORDER = `query Order($token: ID) { order(token: $token) { tickets { seat } delivery { serviceLevel } } }`;

let house: House;
afterEach(() => house.close());

const open = (options: Parameters<typeof openHouse>[0] = {}) =>
  openHouse({ ...options, sandbox: { edition: '2018', ...options.sandbox } });

/** A cart of two tickets with its delivery chosen. */
async function shipped(headers: Record<string, string> = {}): Promise<Result> {
  const ask = async (query: string, input: object): Promise<Result> =>
    follow(house, await askOne(house, query, { input }, headers), POLL_CHECKOUT);
  const cart = await ask(CREATE, { ...TWO_TICKETS, captchaToken: 'solved-1' });
  return ask(SHIP, { cartId: cart.id, shippingOptionId: '4' });
}

describe('edition 2018 of the Partner API', () => {
  test.each([
    ['at once', {}],
    ['with polling forced on every call that may poll', FORCE_POLLING],
  ])('the whole journey, from the event to its order, %s', async (_, headers) => {
    house = await open({ sandbox: { captcha: 'required' } });
    const id = TWO_TICKETS.eventId;
    const event = await askOne(house, EVENT, { id });
    expect(event).toMatchObject({ id, tickets: [{ ticketId: '000002040006' }] });
    const captcha = await askOne(house, CAPTCHA, { id });
    const captchaToken = /ticketmaster-g-recaptcha-response:\/\/([\w-]+)/.exec(captcha.html as string)?.[1];
    const ask = async (query: string, input: object): Promise<Result> =>
      follow(house, await askOne(house, query, { input }, headers), POLL_CHECKOUT);

    const cart = await ask(CREATE, { ...TWO_TICKETS, captchaToken });
    expect(cart).toMatchObject({ __typename: 'Cart', totals: { grand: { amount: '50.00' } } });
    await ask(SHIP, { cartId: cart.id, shippingOptionId: '4' });
    expect(await askOne(house, ITEMS, { id: cart.id })).toEqual({
      items: [{ kind: 'TICKETS' }],
      otherItems: [
        { kind: 'DELIVERY', rawKind: 'delivery', totals: { grand: { amount: '2.50' } } },
        { kind: 'PROCESSING', rawKind: 'processing', totals: { grand: { amount: '0.00' } } },
      ],
    });
    await ask(PAY, { cartId: cart.id, buyer: BUYER, method: { invoiceReference: '1234567890' } });
    const receipt = await ask(PURCHASE, { cartId: cart.id, expectedTotal: '52.50' });
    expect(receipt).toMatchObject({ __typename: 'PurchaseReceipt', grandTotal: { amount: '52.50' } });
    const order = askOne(house, ORDER, { token: receipt.orderToken }, headers);
    expect(await house.clock.until(order)).toMatchObject({
      tickets: [{ seat: '1' }, { seat: '2' }],
      delivery: { serviceLevel: 'WILLCALL' },
    });
    const { violationDetails, openCarts, requests } = house.sandbox.report();
    expect({ violationDetails, openCarts, purchases: requests.purchase }).toEqual({
      violationDetails: [],
      openCarts: 0,
      purchases: 1,
    });
    expect(requests.poll > 0).toBe(headers === FORCE_POLLING);
  });

  test('R-CAPTCHA-3: captcha is null for an event that requires none, and its page is read only if selected', async () => {
    house = await open({ sandbox: { captcha: 'required', captchaEvents: [notable.family] } });
    expect(await askOne(house, CAPTCHA, { id: notable.manualSample })).toBeNull();
    const keys = 'query Keys($id: EventID!) { captcha(eventId: $id) { siteKey } }';
    expect(await askOne(house, keys, { id: notable.family })).toMatchObject({ siteKey: expect.any(String) });
    expect(house.sandbox.report().requests.captcha).toBe(2);
    const { errors } = await house.ask('{ captcha { siteKey } }');
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
  });

  test.each([
    ['APPLE_PAY', 'bundle'],
    ['GOOGLE_WALLET', 'bundle'],
    ['WALLET', 'wallet-wallet-45888832060000114588883206000011'],
  ])('R-PAY-1: %s pays, and one that is declined does not', async (kind, token) => {
    house = await open();
    const { id: cartId } = await shipped();
    const pay = (given: string): Promise<Result> =>
      askOne(house, PAY, { input: { cartId, buyer: BUYER, method: { wallet: { kind, token: given } } } });
    expect(await pay(`${token}-declined`)).toMatchObject({ __typename: 'PaymentDeclined' });
    expect(await pay(token)).toMatchObject({ __typename: 'Cart', payments: [{ kind, lastFour: null }] });
    expect(house.log()).not.toContain(token);
  });

  test('R-EDITION-1: edition 2015 has no wallets, which is a failure that says so', async () => {
    house = await openHouse({ sandbox: { edition: '2015' } });
    const { id: cartId } = await shipped();
    const method = { wallet: { kind: 'APPLE_PAY', token: 'bundle' } };
    expect(await askOne(house, PAY, { input: { cartId, buyer: BUYER, method } })).toMatchObject({
      __typename: 'InvalidInput',
      code: 'UNSUPPORTED',
      issues: [{ path: 'method.wallet', message: expect.stringContaining('no payments by wallet') }],
    });
    const paid = { invoiceReference: '1234567890' };
    expect(await askOne(house, PAY, { input: { cartId, buyer: BUYER, method: paid } })).toMatchObject({
      __typename: 'Cart',
    });
    expect(house.sandbox.report().requests.payment).toBe(1);
  });

  test('R-EDITION-1: edition 2018 finds no order by its number, which is an error that says so', async () => {
    const token = 'an-operator-token-that-nobody-guesses';
    house = await open({ env: { OPERATOR_TOKEN: token } });
    const { errors } = await house.ask(
      '{ order(number: "39-1/LA1") { voided } }',
      {},
      { authorization: `Bearer ${token}` },
    );
    expect(errors).toMatchObject([
      { message: expect.stringContaining('by their number'), extensions: { code: 'BAD_USER_INPUT' } },
    ]);
  });

  test('R-MAINT-9: hosts are closed from midnight to two', async () => {
    house = await open();
    house.clock.jumpTo(Date.parse('2026-06-16T07:30:00Z'));
    expect((await askOne(house, EVENT, { id: notable.manualSample })).maintenance).toEqual({
      startsAt: '2026-06-16T07:00:00Z',
      endsAt: '2026-06-16T09:00:00Z',
    });
    expect(await askOne(house, CREATE, { input: TWO_TICKETS })).toMatchObject({
      __typename: 'UnderMaintenance',
    });
  });

  test('R-CALL-8: an account without a secret is served without a token', async () => {
    house = await open({
      sandbox: { accessTokens: false },
      credentials: { apiKey: 'sandbox-key', apiSecret: null },
    });
    expect(await shipped()).toMatchObject({ __typename: 'Cart' });
    expect(house.sandbox.report().requests.token).toBe(0);
  });

  test('a path of the other edition is 404, and counted', async () => {
    house = await open({ sandbox: { accessTokens: false } });
    const { url, apiKey } = house.sandbox;
    const call = async (method: 'GET' | 'PUT' | 'DELETE', path: string): Promise<number> => {
      const { statusCode, body } = await request(`${url}${path}`, {
        method,
        headers: { 'x-api-key': apiKey, 'true-client-ip': '203.0.113.7' },
      });
      await body.dump();
      return statusCode;
    };
    expect(await call('GET', '/event/3F004CBB88958BF9')).toBe(404);
    expect(await call('PUT', '/cart/tickets')).toBe(404);
    expect(await call('DELETE', '/cart?cart_id=x')).toBe(404);
    expect(await call('GET', '/polling/cart/PUT/1')).toBe(404);
    expect(house.sandbox.report().violations.otherEdition).toBe(4);
    expect(await call('GET', '/of-no-edition')).toBe(404);
    expect(await call('GET', '/events/3F004CBB88958BF9')).toBe(200);
    expect(house.sandbox.report().violations.otherEdition).toBe(4);
  });

  test('R-EDITION-3: a gateway of edition 2015 is refused before a cart is made', async () => {
    house = await open({ env: { PARTNER_API_EDITION: '2015' } });
    expect(await askOne(house, EVENT, { id: notable.manualSample })).toBeNull();
    expect(await askOne(house, CREATE, { input: TWO_TICKETS })).toMatchObject({
      __typename: 'EventNotSellable',
    });
    expect(house.sandbox.report().violations.otherEdition).toBeGreaterThan(0);
  });
});
