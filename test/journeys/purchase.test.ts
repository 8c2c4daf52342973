import { CREATE, DELETE, FORCE_POLLING, type Result, TWO_TICKETS, askOne, follow } from '../support/carts';
import {
  BUYER,
  CERTIFICATE,
  PAY,
  POLL_CHECKOUT,
  PURCHASE,
  SHIPPING_OPTIONS,
  SHIP,
  TEST_CARD,
  encrypted,
} from '../support/checkout';
import { type House, openHouse } from '../support/house';

describe('L5: from a held cart to a bought one', () => {
  let house: House;
  afterEach(() => house.close());

  const pay = async (
    cartId: string,
    card: { number: string; securityCode: string } = TEST_CARD,
  ): Promise<Result> => {
    const certificate = await askOne(house, CERTIFICATE, { cartId });
    const pem = certificate.pem as string;
    return askOne(house, PAY, {
      input: {
        cartId,
        buyer: BUYER,
        method: {
          card: {
            number: encrypted(pem, card.number),
            securityCode: encrypted(pem, card.securityCode),
            certificateId: certificate.certificateId,
            expiryMonth: 12,
            expiryYear: card === TEST_CARD ? 2020 : 2030,
          },
        },
      },
    });
  };

  test.each([
    ['at once', {}],
    ['with polling forced on every call that may poll', FORCE_POLLING],
  ])('the whole journey, %s: totals exact at every step, and a receipt', async (_, headers) => {
    house = await openHouse();
    const ask = async (query: string, variables: Record<string, unknown>) =>
      follow(house, await askOne(house, query, variables, headers), POLL_CHECKOUT);

    const cart = await ask(CREATE, { input: TWO_TICKETS });
    expect(cart).toMatchObject({ __typename: 'Cart', totals: { grand: { amount: '50.00' } } });
    const { shippingOptions, remainingSteps } = await askOne(house, SHIPPING_OPTIONS, { id: cart.id });
    expect(remainingSteps).toEqual(['SHIPPING', 'PAYMENT']);
    expect(shippingOptions).toContainEqual({
      shippingOptionId: '4',
      carrier: 'TICKETMASTER',
      serviceLevel: 'WILLCALL',
      requiresAddress: false,
      fee: { amount: '2.50' },
    });

    const shipped = await ask(SHIP, { input: { cartId: cart.id, shippingOptionId: '4' } });
    expect(shipped).toMatchObject({
      __typename: 'Cart',
      remainingSteps: ['PAYMENT'],
      totals: { delivery: { amount: '2.50' }, grand: { amount: '52.50' }, unpaid: { amount: '52.50' } },
    });
    expect(await pay(cart.id as string)).toMatchObject({
      __typename: 'Cart',
      remainingSteps: [],
      payments: [{ kind: 'CARD', lastFour: '0011', amount: { amount: '52.50' } }],
      totals: { unpaid: { amount: '0.00' } },
    });
    const receipt = await ask(PURCHASE, { input: { cartId: cart.id, expectedTotal: '52.50' } });
    expect(receipt).toMatchObject({
      __typename: 'PurchaseReceipt',
      grandTotal: { amount: '52.50', currency: 'USD' },
      cart: { status: 'PURCHASED', leaseExpiresAt: null },
    });
    expect(receipt.orderToken).toBeTruthy();

    const again = await ask(PURCHASE, { input: { cartId: cart.id, expectedTotal: '52.50' } });
    expect(again.orderToken).toBe(receipt.orderToken);
    expect(await ask(DELETE, { input: { cartId: cart.id } })).toMatchObject({ code: 'CART_PURCHASED' });
    expect(house.sandbox.report()).toMatchObject({ purchases: 1, maxPurchasesPerCart: 1, openCarts: 0 });
    expect(Object.values(house.sandbox.report().violations)).toEqual(
      Object.values(house.sandbox.report().violations).map(() => 0),
    );
  });

  test('a total that is not what the shopper saw is refused before upstream is asked', async () => {
    house = await openHouse({
      env: { SHIPPING_PRECONFIGURED: 'true' },
      sandbox: { shipping: 'preconfigured' },
    });
    const cart = await askOne(house, CREATE, { input: TWO_TICKETS });
    await pay(cart.id as string);
    const refused = await askOne(house, PURCHASE, { input: { cartId: cart.id, expectedTotal: '49.99' } });
    expect(refused).toMatchObject({ __typename: 'TotalChanged', code: 'TOTAL_CHANGED' });
    expect(house.sandbox.report().requests.purchase).toBe(0);
    expect(await askOne(house, PURCHASE, { input: { cartId: cart.id, expectedTotal: '50' } })).toMatchObject({
      __typename: 'PurchaseReceipt',
    });
  });

  test('ten purchases at once buy once, and all get the same receipt', async () => {
    house = await openHouse({
      env: { SHIPPING_PRECONFIGURED: 'true' },
      sandbox: { shipping: 'preconfigured' },
    });
    const cart = await askOne(house, CREATE, { input: TWO_TICKETS });
    await pay(cart.id as string);
    const results = await Promise.all(
      Array.from({ length: 10 }, () =>
        askOne(house, PURCHASE, { input: { cartId: cart.id, expectedTotal: '50.00' } }),
      ),
    );
    expect(new Set(results.map(({ orderToken }) => orderToken)).size).toBe(1);
    expect(house.sandbox.report()).toMatchObject({ purchases: 1, requests: { purchase: 1 } });
  });

  test.each([
    ['before it was processed', 'resetBefore', 0],
    ['after it was processed', 'resetAfter', 1],
    ['after it was processed, in a 500', 'statusAfter', 1],
  ] as const)(
    'a purchase whose answer is lost %s is never sent again nor called a failure',
    async (_, kind, bought) => {
      house = await openHouse({
        env: { SHIPPING_PRECONFIGURED: 'true' },
        sandbox: { shipping: 'preconfigured' },
      });
      const cart = await askOne(house, CREATE, { input: TWO_TICKETS });
      await pay(cart.id as string);
      house.sandbox.setFaults([{ route: 'purchase', kind, times: 1 }]);
      const input = { cartId: cart.id, expectedTotal: '50.00', sourceAccountId: 'order-1' };
      const unknown = await askOne(house, PURCHASE, { input });
      expect(unknown).toMatchObject({
        __typename: 'OutcomeUnknown',
        reference: expect.stringMatching(/^order-1~/),
        retryable: false,
      });

      await house.clock.pass(10_000);
      const later = await askOne(house, PURCHASE, { input });
      expect(later).toMatchObject(
        bought === 1
          ? { __typename: 'PurchaseReceipt', orderToken: null, grandTotal: { amount: '50.00' } }
          : { __typename: 'OutcomeUnknown' },
      );
      expect(house.sandbox.report()).toMatchObject({ purchases: bought, requests: { purchase: 1 } });
    },
  );

  test.each([
    ['20122', '4000000000000002', 'DECLINED'],
    ['20129', '4000000000009995', 'NO_FUNDS'],
    ['20152', '4000000000000127', 'SECURITY_CODE_INVALID'],
  ])('a card that upstream answers with %s is declined, and another may pay', async (_, number, code) => {
    house = await openHouse();
    const cart = await askOne(house, CREATE, { input: TWO_TICKETS });
    expect(await pay(cart.id as string, { number, securityCode: '123' })).toMatchObject({
      __typename: 'PaymentDeclined',
      code,
      cart: { id: cart.id, status: 'HELD' },
    });
    expect(await pay(cart.id as string)).toMatchObject({ __typename: 'Cart', remainingSteps: ['SHIPPING'] });
  });
});
