import { CREATE, FORCE_POLLING, type Result, TWO_TICKETS, askOne, follow } from '../support/carts';
import { BUYER, PAY, POLL_CHECKOUT, PURCHASE } from '../support/checkout';
import { QUIET_TIME_MS } from '../support/fake-clock';
import { type House, openHouse } from '../support/house';
import type { CartRecord } from '../../src/carts/lifecycle/record';
import { MemoryStore } from '../../src/storage/memory-store';

const LOOK = 'query Look($id: ID!) { cart(id: $id) { items { section row firstSeat } } }';
const ENV = { SHIPPING_PRECONFIGURED: 'true' };
const SANDBOX = { shipping: 'preconfigured' } as const;
const DAY_MS = 24 * 60 * 60_000;

/** A paid cart of two tickets at the manual's event. */
async function paidCart(house: House, headers: Record<string, string> = {}): Promise<string> {
  const { id } = await follow(house, await askOne(house, CREATE, { input: TWO_TICKETS }, headers));
  const method = { invoiceReference: '4711' };
  await askOne(house, PAY, { input: { cartId: id, buyer: BUYER, method } });
  return id as string;
}

const buy = (house: House, cartId: string, sourceAccountId?: string): Promise<Result> =>
  askOne(house, PURCHASE, { input: { cartId, expectedTotal: '50.00', sourceAccountId } });

/** Buys a cart whose purchase call is lost `before` or `after` upstream processes it. */
async function lose(
  house: House,
  when: 'before' | 'after',
  sourceAccountId?: string,
  cart?: string,
): Promise<Result> {
  const cartId = cart ?? (await paidCart(house));
  const kind = when === 'before' ? 'resetBefore' : 'resetAfter';
  house.sandbox.setFaults([{ route: 'purchase', kind, times: 1 }]);
  const unknown = await buy(house, cartId, sourceAccountId);
  expect(unknown).toMatchObject({ __typename: 'OutcomeUnknown' });
  return unknown;
}

const poll = (house: House, { token }: Result): Promise<Result> =>
  askOne(house, POLL_CHECKOUT, { token: token as string });

describe('L5: two purchases of one shopper, both with the source account id of the shopper', () => {
  let house: House;
  beforeEach(async () => {
    house = await openHouse({ env: ENV, sandbox: SANDBOX });
    expect(await buy(house, await paidCart(house), 'user-42')).toMatchObject({
      __typename: 'PurchaseReceipt',
    });
  });
  afterEach(() => house.close());

  test('are both bought', async () => {
    const second = await buy(house, await paidCart(house), 'user-42');
    expect(second).toMatchObject({ __typename: 'PurchaseReceipt' });
    expect(house.sandbox.report()).toMatchObject({ purchases: 2, maxPurchasesPerCart: 1 });
  });

  test('the second lost before upstream saw it: its outcome stays unknown, for ever', async () => {
    const unknown = await lose(house, 'before', 'user-42');
    await house.clock.pass(60_000);
    expect(await poll(house, unknown)).toMatchObject({ __typename: 'OutcomeUnknown' });
    expect(house.sandbox.report().purchases).toBe(1);

    house.clock.advance(DAY_MS);
    await house.clock.pass(5000);
    expect(await poll(house, unknown)).toMatchObject({
      __typename: 'OutcomeUnknown',
      retryAfterSeconds: null,
    });
    expect(house.sandbox.report()).toMatchObject({ purchases: 1, requests: { purchase: 2 } });
  });

  test('the second lost after upstream processed it: it is found', async () => {
    const unknown = await lose(house, 'after', 'user-42');
    await house.clock.pass(10_000);
    expect(await poll(house, unknown)).toMatchObject({
      __typename: 'PurchaseReceipt',
      grandTotal: { amount: '50.00' },
    });
    expect(house.sandbox.report()).toMatchObject({ purchases: 2, maxPurchasesPerCart: 1 });
  });
});

describe('L5: an order among those that upstream lists', () => {
  let house: House;
  let cartId: string;
  let unknown: Result;
  beforeEach(async () => {
    house = await openHouse({ env: ENV, sandbox: SANDBOX });
    cartId = await paidCart(house);
    unknown = await lose(house, 'before', 'user-42', cartId);
  });
  afterEach(() => house.close());

  /** Lets upstream list an order that is the lost one, but for `more`. */
  const listed = (more: object) => {
    const entry = {
      purchase_date_time: house.clock.now(),
      email_status: 1,
      event_date_time: null,
      event_id: TWO_TICKETS.eventId,
      order_source_account_id: unknown.reference as string,
      purchase_email_address: BUYER.email,
      ...more,
    };
    return { route: 'unredeemed', kind: 'json', body: { data: [entry] } } as const;
  };

  /** What comes of the lost purchase once upstream lists such an entry, and answers so for the order. */
  async function resultOnceListed(more: object, order?: object): Promise<Result> {
    house.sandbox.setFaults([
      listed(more),
      ...(order ? [{ route: 'order', kind: 'json', body: order } as const] : []),
    ]);
    for (;;) {
      // A second look-up begins after the first has ended.
      const lookedUp = house.sandbox.report().requests.unredeemed >= 2;
      const result = await poll(house, unknown);
      if (lookedUp || result.__typename !== 'OutcomeUnknown') return result;
      await house.clock.pass(1000);
    }
  }

  /** The order that upstream would have made of the lost cart. */
  async function order(moreOfTicket: object = {}): Promise<object> {
    const { items } = await askOne(house, LOOK, { id: cartId });
    const [{ section, row, firstSeat }] = items as [Record<'section' | 'row' | 'firstSeat', string>];
    const tickets = [0, 1].map((at) => ({
      event_id: TWO_TICKETS.eventId,
      order_number: '39-1/LA1',
      section,
      row,
      seat_name: String(Number(firstSeat) + at),
      face_value: 25,
      ...moreOfTicket,
    }));
    return { customer_email: BUYER.email, tickets, voided: false };
  }

  test('is the lost one if its reference is', async () => {
    expect(await resultOnceListed({})).toMatchObject({ __typename: 'PurchaseReceipt', orderToken: null });
  });

  test.each([
    ["only the client's part of the reference", { order_source_account_id: 'user-42' }],
    ['another event', { event_id: '3F004CBB88958BF0' }],
    ['an earlier time', { purchase_date_time: QUIET_TIME_MS - 2 * DAY_MS }],
  ])('is not the lost one if it has %s', async (_, more) => {
    expect(await resultOnceListed(more)).toMatchObject({ __typename: 'OutcomeUnknown' });
  });

  test('is read where the list names its token, and gives the receipt its number', async () => {
    const entry = { order_token: 'token-of-the-order' };
    expect(await resultOnceListed(entry, await order())).toMatchObject({
      __typename: 'PurchaseReceipt',
      orderToken: 'token-of-the-order',
      orderNumber: '39-1/LA1',
    });
  });

  test('is not the lost one if it has other seats, once read', async () => {
    const other = await order({ seat_name: '999' });
    expect(await resultOnceListed({ order_token: 'token-of-the-order' }, other)).toMatchObject({
      __typename: 'OutcomeUnknown',
    });
  });

  test('is taken as listed if it cannot be read', async () => {
    expect(await resultOnceListed({ order_token: 'unknown-token' })).toMatchObject({
      __typename: 'PurchaseReceipt',
      orderToken: 'unknown-token',
      orderNumber: null,
    });
  });

  test('is read again if it could not be read for now: its seats are compared, and its number is shown', async () => {
    const entry = listed({ order_token: 'token-of-the-order' });
    house.sandbox.setFaults([entry, { route: 'order', kind: 'resetBefore' }]);
    while (!house.sandbox.report().requests.order) await house.clock.pass(1000);
    expect(await poll(house, unknown)).toMatchObject({ __typename: 'OutcomeUnknown' });
    house.sandbox.setFaults([entry, { route: 'order', kind: 'json', body: await order() }]);
    await house.clock.pass(60_000);
    expect(await poll(house, unknown)).toMatchObject({
      __typename: 'PurchaseReceipt',
      orderNumber: '39-1/LA1',
    });
  });

  test('has left the list if it was redeemed meanwhile: that is not taken for a failure', async () => {
    const cartId = await paidCart(house);
    house.sandbox.setFaults([
      { route: 'purchase', kind: 'resetAfter', times: 1 },
      { route: 'unredeemed', kind: 'json', body: { data: [] } },
    ]);
    await buy(house, cartId, 'user-42');
    for (const passingMs of [60_000, DAY_MS, DAY_MS - 60_000]) {
      house.clock.advance(passingMs);
      await house.clock.pass(5000);
      expect(await buy(house, cartId, 'user-42')).toMatchObject({ __typename: 'OutcomeUnknown' });
    }
    expect(house.sandbox.report()).toMatchObject({ purchases: 1, requests: { purchase: 2 } });
  });
});

describe('L5: a purchase whose answer cannot be written to the ledger', () => {
  class FailingStore extends MemoryStore {
    fails = true;
    override async update(...[id, change]: Parameters<MemoryStore['update']>) {
      return super.update(id, (document) => {
        const changed = change(document);
        const isPurchased = (changed?.body as CartRecord | undefined)?.state === 'PURCHASED';
        if (this.fails && isPurchased) throw new Error('The disk is full.');
        return changed;
      });
    }
  }

  test('is not deleted upstream, and found when the ledger works again', async () => {
    const store = new FailingStore();
    const house = await openHouse({ env: ENV, sandbox: SANDBOX, store });
    try {
      const cartId = await paidCart(house);
      const input = { cartId, expectedTotal: '50.00' };
      const { errors } = await house.clock.until(house.ask(PURCHASE, { input }));
      expect(errors).toHaveLength(1);
      store.fails = false;
      // As long as a call may be under way, and then the first look-ups.
      await house.clock.pass(90_000);
      expect(await buy(house, cartId)).toMatchObject({ __typename: 'PurchaseReceipt' });
      expect(house.sandbox.report()).toMatchObject({
        purchases: 1,
        requests: { purchase: 1, deleteCart: 0 },
      });
    } finally {
      await house.close();
    }
  });
});

describe('L5: two gateways with one ledger', () => {
  test('agree that a lost purchase under a shared source account id is unknown', async () => {
    const store = new MemoryStore();
    const first = await openHouse({ env: ENV, sandbox: SANDBOX, store });
    const { clock } = first;
    const second = await openHouse({ env: ENV, store, clock, upstreamUrl: first.sandbox.url });
    try {
      const others = await paidCart(first);
      const unknown = await lose(first, 'before', 'user-42');
      expect(await buy(second, others, 'user-42')).toMatchObject({ __typename: 'PurchaseReceipt' });
      await clock.pass(60_000);
      for (const house of [first, second]) {
        expect(await poll(house, unknown)).toMatchObject({ __typename: 'OutcomeUnknown' });
      }
      expect(first.sandbox.report()).toMatchObject({ purchases: 1, maxPurchasesPerCart: 1 });
    } finally {
      await second.close();
      await first.close();
    }
  });
});

describe('L5: the answer to the poll of a purchase', () => {
  let house: House;
  let cartId: string;
  beforeEach(async () => {
    house = await openHouse({ env: ENV, sandbox: SANDBOX });
    cartId = await paidCart(house, FORCE_POLLING);
  });
  afterEach(() => house.close());

  /** What comes of a purchase that polls, when its polls are answered so. */
  async function resultAfter(answer: { status: number; body: unknown }): Promise<Result> {
    const input = { cartId, expectedTotal: '50.00' };
    const pending = await askOne(house, PURCHASE, { input });
    expect(pending).toMatchObject({ __typename: 'Pending' });
    house.sandbox.setFaults([
      { route: 'poll', kind: 'json', times: 1, ...answer },
      { route: 'unredeemed', kind: 'json', body: { data: [] } },
    ]);
    const result = await follow(house, pending, POLL_CHECKOUT);
    expect(house.sandbox.report().requests).toMatchObject({ purchase: 1 });
    return result;
  }
  const refusal = (code: number) => ({ error: { code, message: 'confidential' } });

  test.each([
    ['an address that upstream does not know', { status: 404, body: '' }],
    ['a poll that it does not understand', { status: 400, body: refusal(10002) }],
    ['an address that is gone', { status: 410, body: '' }],
    ['a cart that upstream does not know any more', { status: 400, body: refusal(90003) }],
  ])('is no failure of the purchase if it refuses %s', async (_, answer) => {
    expect(await resultAfter(answer)).toMatchObject({ __typename: 'OutcomeUnknown' });
  });

  test.each([
    ['that the system is down', { status: 503, body: refusal(20001) }],
    ['a cart', { status: 200, body: { cart_id: 'x', cart: { items: [] } } }],
    ['an empty object', { status: 200, body: {} }],
  ])('is asked for again if it is %s', async (_, answer) => {
    expect(await resultAfter(answer)).toMatchObject({ __typename: 'PurchaseReceipt' });
  });

  test('is a failure if it declines the payment', async () => {
    expect(await resultAfter({ status: 400, body: refusal(20122) })).toMatchObject({
      __typename: 'PaymentDeclined',
      cart: { status: 'HELD' },
    });
  });
});

test('L5: a purchase that is answered without a receipt is not taken for bought', async () => {
  const house = await openHouse({ env: ENV, sandbox: SANDBOX });
  try {
    const cartId = await paidCart(house);
    house.sandbox.setFaults([{ route: 'purchase', kind: 'json', body: { status: 'ok' } }]);
    expect(await buy(house, cartId)).toMatchObject({ __typename: 'OutcomeUnknown' });
  } finally {
    await house.close();
  }
});

describe('a source account id', () => {
  let house: House;
  beforeEach(async () => {
    house = await openHouse({ env: ENV, sandbox: SANDBOX });
  });
  afterEach(() => house.close());

  test.each([
    ['of no characters', ''],
    ['of too many characters', 'x'.repeat(65)],
  ])('%s is refused, and nothing is bought', async (_, id) => {
    const cartId = await paidCart(house);
    expect(await buy(house, cartId, id)).toMatchObject({
      __typename: 'InvalidInput',
      issues: [{ path: 'sourceAccountId', code: 'BAD_FIELD' }],
    });
    expect(await buy(house, cartId, 'x'.repeat(64))).toMatchObject({ __typename: 'PurchaseReceipt' });
    expect(house.sandbox.report().requests.purchase).toBe(1);
  });

  test('that none was given leaves a reference of ours alone', async () => {
    expect((await lose(house, 'after')).reference).toMatch(/^[A-Za-z0-9_-]{22}$/);
  });
});
