import { CREATE, DELETE, type Result, TWO_TICKETS, askOne, follow } from '../support/carts';
import { BUYER, PAY, POLL_CHECKOUT, PURCHASE, SHIP } from '../support/checkout';
import { type House, openHouse } from '../support/house';

const INVOICE = { buyer: BUYER, method: { invoiceReference: '4711' } };

describe('an answer that is lost on the way to the till', () => {
  let house: House;
  beforeEach(async () => {
    house = await openHouse();
  });
  afterEach(() => house.close());

  const ask = async (query: string, variables: Record<string, unknown>): Promise<Result> =>
    house.clock.until(askOne(house, query, variables));
  const ship = (cartId: string) => ask(SHIP, { input: { cartId, shippingOptionId: '4' } });
  const pay = (cartId: string) => ask(PAY, { input: { cartId, ...INVOICE } });
  const buy = (cartId: string, expectedTotal: string) => ask(PURCHASE, { input: { cartId, expectedTotal } });
  const noViolation = () =>
    expect(Object.values(house.sandbox.report().violations).every((count) => count === 0)).toBe(true);

  test.each(['resetBefore', 'resetAfter'] as const)(
    'shipping, %s: a failure to be tried again, and then it goes on',
    async (kind) => {
      const { id } = await ask(CREATE, { input: TWO_TICKETS });
      house.sandbox.setFaults([{ route: 'setShipping', kind, times: 1 }]);
      expect(await ship(id as string)).toMatchObject({ __typename: 'UpstreamFailed', retryable: true });
      expect(await ship(id as string)).toMatchObject({
        __typename: 'Cart',
        totals: { grand: { amount: '52.50' } },
      });
      expect(await pay(id as string)).toMatchObject({ __typename: 'Cart', remainingSteps: [] });
      expect(await buy(id as string, '52.50')).toMatchObject({ __typename: 'PurchaseReceipt' });
      expect(house.sandbox.report()).toMatchObject({ purchases: 1, openCarts: 0, maxConcurrentPerCart: 1 });
      noViolation();
    },
  );

  test('shipping that polls unseen: nothing else is sent until it surely is over', async () => {
    await house.close();
    house = await openHouse({ sandbox: { pollingDepth: 2 } });
    const { id } = await follow(house, await ask(CREATE, { input: TWO_TICKETS }));
    house.sandbox.setFaults([{ route: 'setShipping', kind: 'resetAfter', times: 1 }]);
    expect(await ship(id as string)).toMatchObject({ __typename: 'UpstreamFailed' });
    const again = await follow(house, await ship(id as string), POLL_CHECKOUT);
    expect(again).toMatchObject({ __typename: 'Cart', totals: { grand: { amount: '52.50' } } });
    noViolation();
  });

  test.each(['resetBefore', 'resetAfter'] as const)(
    'payment, %s: no money is taken, and it may be said again',
    async (kind) => {
      const { id } = await ask(CREATE, { input: TWO_TICKETS });
      await ship(id as string);
      house.sandbox.setFaults([{ route: 'payment', kind, times: 1 }]);
      expect(await pay(id as string)).toMatchObject({ __typename: 'UpstreamFailed', retryable: true });
      expect(await pay(id as string)).toMatchObject({ __typename: 'Cart', remainingSteps: [] });
      expect(await buy(id as string, '52.50')).toMatchObject({ __typename: 'PurchaseReceipt' });
      expect(house.sandbox.report()).toMatchObject({ purchases: 1, openCarts: 0 });
      noViolation();
    },
  );

  test('another way of delivery that is lost has to be chosen again before the cart may be bought', async () => {
    const { id } = await ask(CREATE, { input: TWO_TICKETS });
    await ship(id as string);
    await pay(id as string);
    house.sandbox.setFaults([{ route: 'setShipping', kind: 'resetAfter', times: 1 }]);
    await ask(SHIP, { input: { cartId: id, shippingOptionId: '1' } });
    expect(await buy(id as string, '52.50')).toMatchObject({
      __typename: 'InvalidInput',
      message: expect.stringContaining('shipping'),
    });
    expect(house.sandbox.report().requests.purchase).toBe(0);
    noViolation();
  });

  test('another payment that is lost has to be made again before the cart may be bought', async () => {
    const { id } = await ask(CREATE, { input: TWO_TICKETS });
    await ship(id as string);
    await pay(id as string);
    house.sandbox.setFaults([{ route: 'payment', kind: 'resetAfter', times: 1 }]);
    await pay(id as string);
    expect(await buy(id as string, '52.50')).toMatchObject({
      __typename: 'InvalidInput',
      message: expect.stringContaining('payment'),
    });
    expect(await pay(id as string)).toMatchObject({ __typename: 'Cart', remainingSteps: [] });
    expect(await buy(id as string, '52.50')).toMatchObject({ __typename: 'PurchaseReceipt' });
    noViolation();
  });

  test.each(['resetBefore', 'resetAfter'] as const)(
    'delete of a paid cart, %s: the seats go back all the same',
    async (kind) => {
      const { id } = await ask(CREATE, { input: TWO_TICKETS });
      await ship(id as string);
      await pay(id as string);
      house.sandbox.setFaults([{ route: 'deleteCart', kind, times: 1 }]);
      const deleted = await follow(house, await ask(DELETE, { input: { cartId: id } }));
      expect(deleted).toMatchObject({ __typename: 'CartDeleted' });
      expect(await buy(id as string, '52.50')).toMatchObject({
        __typename: 'CartGone',
        code: 'CART_RELEASED',
      });
      expect(house.sandbox.report()).toMatchObject({ purchases: 0, openCarts: 0 });
      noViolation();
    },
  );
});
