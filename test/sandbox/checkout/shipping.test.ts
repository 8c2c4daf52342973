import { Checkout, refused, settled } from '../support/checkout';
import { FLOOR } from '../support/events';
import { ManualClock } from '../support/manual-clock';
import { Partner } from '../support/partner';

let partner: Partner;
beforeEach(async () => {
  partner = await Partner.start();
});
afterEach(() => partner.sandbox.close());

describe('shipping options', () => {
  it("are the manual's four in the cart's currency, each with the cost of the delivery alone", async () => {
    const { status, body } = await (await Checkout.start(partner)).options();
    expect(status).toBe(200);
    const totals = (fee: number) => ({
      currency_code: 'USD',
      fee,
      grand: fee,
      merchandise: 0,
      tax: 0,
      unpaid: 0,
    });
    expect(body).toEqual({
      shipping_options: [
        ['TICKETMASTER', '1', 'ETICKET', false, 0],
        ['USPS', '2', 'MAIL', true, 0.5],
        ['USPS', '3', 'AIRMAIL', true, 0.5],
        ['TICKETMASTER', '4', 'WILLCALL', false, 2.5],
      ].map(([carrier, id, level, requiresAddress, fee]) => ({
        carrier,
        id,
        service_level: level,
        requires_address: requiresAddress,
        totals: totals(Number(fee)),
      })),
    });
  });

  it('are refused for a cart that is unknown, holds no seats, or is of another event', async () => {
    const checkout = await Checkout.start(partner);
    const session = (await partner.openCart('solved-1')).body.cart_id;
    expect(await checkout.options(checkout.eventId, 'unknown')).toMatchObject(refused(90003));
    expect(await checkout.options(checkout.eventId, session)).toMatchObject(refused(90003));
    expect(await checkout.options(FLOOR)).toMatchObject(refused(90003));
    expect(await checkout.options('NOSUCHEVENT00001')).toMatchObject(refused(404, 404));
  });
});

describe('choosing shipping', () => {
  it('adds its fee to the unpaid amount and renews the full hold time', async () => {
    const checkout = await Checkout.start(partner);
    partner.clock.advance(200_000);
    const { status, body } = await checkout.ship('4');
    expect({ status, cartId: body.cart_id }).toEqual({ status: 200, cartId: checkout.cartId });
    expect(body.cart).toMatchObject({
      hold_time: 299,
      items: [{ totals: { grand: 57.39 } }],
      totals: { delivery: 2.5, grand: 59.89, unpaid: 59.89, fee: 9.69 },
    });
    partner.clock.advance(298_999);
    expect(partner.sandbox.report()).toMatchObject({ openCarts: 1, heldSeats: 1 });
    partner.clock.advance(1);
    expect(partner.sandbox.report()).toMatchObject({ openCarts: 0, heldSeats: 0 });
  });

  it('replaces an earlier choice', async () => {
    const checkout = await Checkout.start(partner);
    await checkout.ship('4');
    expect((await checkout.ship('2')).body.cart.totals).toMatchObject({ delivery: 0.5, grand: 57.89 });
  });

  it('voids a payment, which was for another total', async () => {
    const checkout = await Checkout.paid(partner);
    const { cart } = (await checkout.ship('1')).body;
    expect(cart.totals).toMatchObject({ grand: 57.39, unpaid: 57.39 });
    expect(cart.payments).toBeUndefined();
  });

  it('is reset by another reserve', async () => {
    const checkout = await Checkout.start(partner);
    await checkout.ship('4');
    const again = await partner.reserve({ '000000010001': 2 }, { cartId: checkout.cartId });
    expect(again.body.cart.totals).toMatchObject({ delivery: 0, unpaid: 114.78 });
  });

  it('is refused with 10104 for an unknown id and with 10002 without one', async () => {
    const checkout = await Checkout.start(partner);
    expect(await checkout.ship('9')).toMatchObject(refused(10104));
    expect(await checkout.ship(4)).toMatchObject(refused(10002));
    expect(await checkout.ship(undefined)).toMatchObject(refused(10002));
  });

  it('reads the cart id from the query only', async () => {
    const { cartId, eventId } = await Checkout.start(partner);
    const body = { cart_id: cartId, shipping_id: '1' };
    const reply = await partner.call(`/events/${eventId}/cart/shipping`, { method: 'PUT', body });
    expect(reply).toMatchObject(refused(90003));
  });

  it('may poll and keeps the cart busy until it completes', async () => {
    const checkout = await Checkout.start(partner);
    const accepted = await checkout.ship('4', true);
    expect(accepted.status).toBe(202);
    expect(await checkout.options()).toMatchObject(refused(90003));
    expect(partner.sandbox.report()).toMatchObject({
      violations: { busyCart: 1 },
      carts: [{ state: 'held' }],
    });
    const { status, body } = await settled(partner, accepted);
    expect({ status, totals: body.cart.totals }).toMatchObject({ status: 200, totals: { delivery: 2.5 } });
    expect(body.cart.hold_time).toBe(299);
    expect((await checkout.options()).status).toBe(200);
  });

  it('ends with 90003 if the cart is deleted while it polls', async () => {
    const checkout = await Checkout.start(partner);
    const accepted = await checkout.ship('4', true);
    expect((await partner.delete(checkout.cartId)).status).toBe(204);
    expect(await settled(partner, accepted)).toMatchObject(refused(90003));
    expect(partner.sandbox.report()).toMatchObject({ openCarts: 0, heldSeats: 0 });
  });
});

describe('a partner with preconfigured shipping', () => {
  it('has no shipping calls and may pay and buy at once', async () => {
    const other = await Partner.start({ shipping: 'preconfigured' }, partner.clock);
    const checkout = await Checkout.start(other);
    expect(await checkout.options()).toMatchObject({ status: 404 });
    expect(await checkout.ship('4')).toMatchObject({ status: 404 });
    expect((await checkout.payBy({ type: 'INVOICE', reference: 5 }, 57.39)).status).toBe(200);
    expect((await checkout.buy()).status).toBe(200);
    await other.sandbox.close();
  });
});

describe("an event's nightly maintenance", () => {
  it('refuses every call on its carts with 20001', async () => {
    const clock = new ManualClock(Date.parse('2015-08-02T05:59:00Z'));
    const other = await Partner.start({}, clock);
    const checkout = await Checkout.paid(other);
    clock.advance(60_000);
    const steps = [
      checkout.options(),
      checkout.ship('1'),
      checkout.certificate(),
      checkout.payBy({ type: 'INVOICE', reference: 5 }, 59.89),
      checkout.buy(),
      other.call(`/events/${checkout.eventId}/availability`),
    ];
    for (const step of await Promise.all(steps)) expect(step).toMatchObject(refused(20001));
    await other.sandbox.close();
  });
});
