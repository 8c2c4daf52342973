import { Checkout, refused, settled } from '../support/checkout';
import { ADULT, FREE, GUEST } from '../support/events';
import { Partner } from '../support/partner';

let partner: Partner;
beforeEach(async () => {
  partner = await Partner.start();
});
afterEach(() => partner.sandbox.close());

const report = () => partner.sandbox.report();

describe('a purchase', () => {
  it('returns the redemption URLs, the total and the order', async () => {
    const { status, body } = await (await Checkout.paid(partner)).buy();
    expect(status).toBe(200);
    const token = body.order_token;
    expect(token.length).toBeGreaterThan(40);
    expect(body).toEqual({
      redemption_url: `https://myorder.ticketmaster.com/redeem?token=${token}`,
      tm_app_url: `ticketmaster:///partners/redeem?token=${token}`,
      grand_total: 59.89,
      order_token: token,
      order_number: expect.stringMatching(/^\d+-\d+\/LA2$/) as string,
    });
  });

  it('sells the seats permanently and ends the cart', async () => {
    const checkout = await Checkout.paid(partner, 4);
    await checkout.buy('our-7');
    expect(report()).toMatchObject({
      openCarts: 0,
      heldSeats: 0,
      purchases: 1,
      maxPurchasesPerCart: 1,
      orders: [
        {
          cartId: checkout.cartId,
          sourceAccountId: 'our-7',
          seats: ['101/A/1', '101/A/3', '101/A/5', '101/A/7'],
        },
      ],
    });
    partner.clock.advance(1_200_000);
    const left = { section: '101', row: 'A', accept_best_available: false };
    expect(await partner.reserve({ [ADULT]: 2 }, left)).toMatchObject(refused(20052));
    expect((await partner.reserve({ [ADULT]: 1 }, left)).status).toBe(200);
    expect(report().heldSeats).toBe(1);
  });

  it('allows no further call on the cart', async () => {
    const checkout = await Checkout.paid(partner);
    await checkout.buy();
    const after = [
      checkout.options(),
      checkout.ship('1'),
      checkout.certificate(),
      partner.delete(checkout.cartId),
    ];
    for (const reply of await Promise.all(after)) expect(reply).toMatchObject(refused(90003));
    expect(await partner.reserve({ [ADULT]: 1 }, { cartId: checkout.cartId })).toMatchObject(refused(90003));
    expect(report()).toMatchObject({ deletes: 0, violations: { purchaseRepeated: 0 } });
  });

  it('is refused before delivery is chosen and before the cart is paid', async () => {
    const checkout = await Checkout.start(partner);
    const invoice = { type: 'INVOICE', reference: 1 };
    await checkout.payBy(invoice, 57.39);
    expect(await checkout.buy()).toMatchObject(refused(10002));
    await checkout.ship('1');
    expect(await checkout.buy()).toMatchObject(refused(10002));
    await checkout.payBy(invoice, 57.39);
    expect((await checkout.buy()).status).toBe(200);
    expect(report().violations.purchaseRepeated).toBe(0);
  });

  it('needs no payment if there is nothing to pay', async () => {
    const checkout = await Checkout.start(partner, 2, FREE, GUEST);
    await checkout.ship('1');
    expect(await checkout.buy()).toMatchObject({ status: 200, body: { grand_total: 0 } });
  });

  it('is refused for an unknown or expired cart, and with 10002 for an invalid body', async () => {
    const checkout = await Checkout.paid(partner);
    const put = (body: unknown) => partner.call('/cart', { method: 'PUT', body });
    expect(await put({ cart_id: 'unknown' })).toMatchObject(refused(90003));
    expect(await put({})).toMatchObject(refused(10002));
    expect(await put({ cart_id: checkout.cartId, source_account_id: 7 })).toMatchObject(refused(10002));
    partner.clock.advance(299_000);
    expect(await checkout.buy()).toMatchObject(refused(90003));
    expect(report()).toMatchObject({ purchases: 0, maxPurchasesPerCart: 0 });
  });
});

describe('a repeated purchase', () => {
  it('is refused and counted, however late, and buys nothing', async () => {
    const checkout = await Checkout.paid(partner);
    await checkout.buy();
    expect(await checkout.buy()).toMatchObject(refused(90003));
    partner.clock.advance(1_800_000);
    expect(await checkout.buy()).toMatchObject(refused(90003));
    expect(report()).toMatchObject({
      purchases: 1,
      maxPurchasesPerCart: 1,
      violations: { purchaseRepeated: 2 },
    });
  });

  it('is counted while the first one polls', async () => {
    const checkout = await Checkout.paid(partner);
    const first = await checkout.buy('a', true);
    expect(await checkout.buy('a')).toMatchObject(refused(90003));
    expect(report().violations.purchaseRepeated).toBe(1);
    expect((await settled(partner, first)).status).toBe(200);
    expect(report().purchases).toBe(1);
  });
});

describe('a polled purchase', () => {
  it('completes on its own, whether or not anyone reads the result', async () => {
    const checkout = await Checkout.paid(partner);
    const { status, body } = await checkout.buy('a', true);
    expect(status).toBe(202);
    expect(new URL(body.polling_url).pathname).toContain('/polling/cart/PUT/');
    expect(report()).toMatchObject({ purchases: 0, carts: [{ state: 'purchasing' }] });
    partner.clock.advance(12_000);
    expect(report()).toMatchObject({ purchases: 1, openCarts: 0, heldSeats: 0 });
    const twice = [await partner.get(body.polling_url), await partner.get(body.polling_url)];
    expect(twice.map((reply) => reply.body.order_number)).toEqual([
      report().orders[0]?.orderNumber,
      report().orders[0]?.orderNumber,
    ]);
  });

  it('keeps the cart busy', async () => {
    const checkout = await Checkout.paid(partner);
    await checkout.buy('a', true);
    expect(await checkout.ship('1')).toMatchObject(refused(90003));
    expect(report().violations).toMatchObject({ busyCart: 1, purchaseRepeated: 0 });
  });

  it('buys nothing if the hold ends first or the cart is deleted', async () => {
    const late = await Checkout.paid(partner);
    partner.clock.advance(295_000);
    const tooLate = await late.buy('a', true);
    const deleted = await Checkout.paid(partner);
    const called = await deleted.buy('b', true);
    await partner.delete(deleted.cartId);
    expect(await settled(partner, tooLate)).toMatchObject(refused(90003));
    expect(await settled(partner, called)).toMatchObject(refused(90003));
    expect(report()).toMatchObject({ purchases: 0, openCarts: 0, heldSeats: 0 });
  });
});

describe('a purchase whose response is lost', () => {
  it('is carried out with resetAfter and statusAfter', async () => {
    partner.sandbox.setFaults([{ route: 'purchase', kind: 'resetAfter', times: 1 }]);
    await expect((await Checkout.paid(partner)).buy('first')).rejects.toThrow();
    partner.sandbox.setFaults([
      { route: 'purchase', kind: 'statusAfter', times: 1 },
      { route: 'purchase', kind: 'statusAfter', times: 1, status: 504, body: 'gone' },
    ]);
    expect(await (await Checkout.paid(partner)).buy('second')).toMatchObject(refused(500, 500));
    expect(await (await Checkout.paid(partner)).buy('third')).toMatchObject({ status: 504, text: 'gone' });
    expect(report().orders.map((order) => order.sourceAccountId)).toEqual(['first', 'second', 'third']);
  });

  it('is not carried out with status', async () => {
    partner.sandbox.setFaults([{ route: 'purchase', kind: 'status', status: 500, times: 1 }]);
    const checkout = await Checkout.paid(partner);
    expect((await checkout.buy()).status).toBe(500);
    expect(report().purchases).toBe(0);
    expect((await checkout.buy()).status).toBe(200);
  });
});
