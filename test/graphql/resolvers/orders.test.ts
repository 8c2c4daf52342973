import { buildClientSchema, getIntrospectionQuery, getNamedType, isObjectType } from 'graphql';

import { readSettings } from '../../../src/settings';
import { CREATE, TWO_TICKETS, askOne } from '../../support/carts';
import { BUYER, PAY, PURCHASE } from '../../support/checkout';
import { FINDS_BY_NUMBER } from '../../support/edition';
import { type House, openHouse } from '../../support/house';
import { complaintsAbout, fullSelection } from '../full-selection';

const OPERATOR_TOKEN = 'a-token-of-32-characters-at-least';
const DESK = { authorization: `Bearer ${OPERATOR_TOKEN}` };
const ORDER = `query ($token: ID, $number: ID) {
  order(token: $token, number: $number) { customerEmail tickets { orderNumber } }
}`;
const UNREDEEMED = `query ($since: Int, $until: Int) {
  unredeemedOrders(daysFromPurchase: $since, daysBeforeEvent: $until) { email emailStatus sourceAccountId reference }
}`;

let house: House;
let receipt: { orderToken: string; orderNumber: string };

async function open(env: Record<string, string>) {
  house = await openHouse({
    env: { SHIPPING_PRECONFIGURED: 'true', ...env },
    sandbox: { shipping: 'preconfigured' },
  });
}

/** Buys two tickets of the manual's event, on an invoice. */
async function buy() {
  const cart = await askOne(house, CREATE, { input: TWO_TICKETS });
  await askOne(house, PAY, {
    input: { cartId: cart.id, buyer: BUYER, method: { invoiceReference: '77' } },
  });
  receipt = await askOne(house, PURCHASE, {
    input: { cartId: cart.id, expectedTotal: '50.00', sourceAccountId: 'our-ref-1' },
  });
  expect(receipt).toMatchObject({ __typename: 'PurchaseReceipt' });
}

const reads = () => {
  const { order, unredeemed } = house.sandbox.report().requests;
  return order + unredeemed;
};

/** What a request was refused with, and that upstream heard nothing of it. */
async function refusalOf(query: string, variables: Record<string, unknown>, headers = {}) {
  const before = reads();
  const { errors, data } = await house.ask(query, variables, headers);
  expect(reads()).toBe(before);
  expect(Object.values(data ?? { none: null })).toEqual([null]);
  return errors?.map(({ extensions }) => extensions.code);
}

beforeAll(async () => {
  await open({ OPERATOR_TOKEN });
  await buy();
});
afterAll(() => house.close());

describe('an order', () => {
  it('R-ORDER-7: is returned whole, as the schema says, for the token of its receipt', async () => {
    const schema = buildClientSchema((await house.ask(getIntrospectionQuery())).data);
    const type = schema.getQueryType()?.getFields()['order']?.type;
    const named = type && getNamedType(type);
    if (!type || !isObjectType(named)) throw new Error('Query.order is no object.');
    const query = `query ($token: ID) { order(token: $token) ${fullSelection(named)} }`;
    const { data, errors } = await house.ask(query, { token: receipt.orderToken });
    expect(errors).toBeUndefined();
    expect(complaintsAbout(data.order, type, 'order')).toEqual([]);
    expect(data.order).toMatchObject({
      customerEmail: BUYER.email,
      voided: false,
      tickets: [{ eventId: TWO_TICKETS.eventId, orderNumber: receipt.orderNumber }, {}],
    });
  });

  it.each([
    ['unknown'],
    ['../orders/unredeemed?days_from_purchase=9'],
    ['&order_number=1'],
    ['x'.repeat(256)],
  ])('R-ORDER-3: is null for a token that upstream does not know: %s', async (token) => {
    expect(await askOne(house, ORDER, { token })).toBeNull();
  });

  it('R-ORDER-9: is read from upstream each time', async () => {
    const before = reads();
    await askOne(house, ORDER, { token: receipt.orderToken });
    await askOne(house, ORDER, { token: receipt.orderToken });
    expect(reads()).toBe(before + 2);
  });

  it.each([
    ['neither token nor number', {}],
    ['nulls', { token: null, number: null }],
    ['both', { token: 'T', number: '1/A' }],
    ['an empty token', { token: '' }],
    ['a token too long', { token: 'x'.repeat(257) }],
    ['a number too long', { number: 'x'.repeat(257) }],
  ])('R-ORDER-8: is BAD_USER_INPUT for %s, and nothing is sent', async (_what, variables) => {
    expect(await refusalOf(ORDER, variables, DESK)).toEqual(['BAD_USER_INPUT']);
  });
});

describe("the operator's desk", () => {
  it('R-ORDER-10: reads an order by its number', async () => {
    const byNumber = { number: receipt.orderNumber };
    if (FINDS_BY_NUMBER) {
      expect(await askDesk(ORDER, byNumber)).toMatchObject({
        customerEmail: BUYER.email,
        tickets: [{ orderNumber: receipt.orderNumber }, {}],
      });
    } else expect(await refusalOf(ORDER, byNumber, DESK)).toEqual(['BAD_USER_INPUT']);
  });

  it.each([
    ['days since the purchase', { since: 1 }],
    ['days until the event', { until: 3650 }],
  ])('R-ORDER-10: reads the unredeemed orders by the %s', async (what, variables) => {
    const mine = {
      email: BUYER.email,
      emailStatus: 'SENT',
      sourceAccountId: 'our-ref-1',
      reference: expect.stringMatching(/^our-ref-1~[A-Za-z0-9_-]{22}$/),
    };
    const orders = await askDesk(UNREDEEMED, variables);
    // The manual's event was long ago.
    expect(orders).toEqual(what === 'days since the purchase' ? [mine] : []);
  });

  it.each([
    ['neither', {}],
    ['both', { since: 1, until: 1 }],
    ['fewer than none', { since: -1 }],
    ['more than ten years', { until: 3651 }],
  ])('R-ORDER-8: is BAD_USER_INPUT for %s of the days, and nothing is sent', async (_what, variables) => {
    expect(await refusalOf(UNREDEEMED, variables, DESK)).toEqual(['BAD_USER_INPUT']);
  });

  const STRANGERS: [string, Record<string, string>][] = [
    ['nothing', {}],
    ['another token', { authorization: `Bearer ${OPERATOR_TOKEN.replace('a', 'b')}` }],
    ['the beginning of the token', { authorization: `Bearer ${OPERATOR_TOKEN.slice(0, -1)}` }],
    ['more than the token', { authorization: `Bearer ${OPERATOR_TOKEN}x` }],
    ['the token in another scheme', { authorization: `Basic ${OPERATOR_TOKEN}` }],
    ['the token alone', { authorization: OPERATOR_TOKEN }],
    ['no token', { authorization: 'Bearer ' }],
  ];

  it.each(STRANGERS)('R-ORDER-11: is FORBIDDEN with %s', async (_what, headers) => {
    const byNumber = { number: receipt.orderNumber };
    expect(await refusalOf(ORDER, byNumber, headers)).toEqual(['FORBIDDEN']);
    expect(await refusalOf(UNREDEEMED, { since: 1 }, headers)).toEqual(['FORBIDDEN']);
  });

  it('R-ORDER-12: has a token that is neither logged nor reported', async () => {
    const { data } = await house.ask(UNREDEEMED, { since: 1 }, DESK);
    await house.ask(UNREDEEMED, { since: 9999 }, DESK);
    expect(house.log() + JSON.stringify(data)).not.toContain(OPERATOR_TOKEN);
    expect(house.log()).not.toContain(receipt.orderToken);
    expect(house.log()).not.toContain(BUYER.email);
  });

  const askDesk = async (query: string, variables: Record<string, unknown>): Promise<unknown> =>
    askOne(house, query, variables, DESK);
});

describe('a gateway without a token for its operator', () => {
  it.each(['', 'undefined', 'null', OPERATOR_TOKEN])(
    'R-ORDER-11: has no desk, whatever is shown: "%s"',
    async (token) => {
      const other = await openHouse();
      const { errors } = await other.ask(UNREDEEMED, { since: 1 }, { authorization: `Bearer ${token}` });
      expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN');
      expect(other.sandbox.report().requests.unredeemed).toBe(0);
      await other.close();
    },
  );

  it.each([['short'], ['x'.repeat(31)], [`${'x'.repeat(40)} y`]])(
    'R-ORDER-11: does not start with one that is too weak, and does not repeat it: %s',
    (token) => {
      const read = () => readSettings({ OPERATOR_TOKEN: token });
      expect(read).toThrow(/^OPERATOR_TOKEN cannot be used: give at least 32 characters/);
      expect(read).not.toThrow(token);
    },
  );
});
