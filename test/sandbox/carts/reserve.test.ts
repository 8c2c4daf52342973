import { ADULT, BOX, CHILD, FLOOR, GROUP, PAIRS, RETAIL_ONLY, SEATED, SOLD_OUT } from '../support/events';
import { Checkout } from '../support/checkout';
import { Partner, seatsOf } from '../support/partner';

let partner: Partner;
beforeEach(async () => {
  partner = await Partner.start();
});
afterEach(() => partner.sandbox.close());

/** The reply to a refused call. */
const refused = (status: number, code: number) => ({ status, body: { error: { code } } });

function put(body: unknown) {
  return partner.call('/cart/tickets', { method: 'PUT', body });
}

describe('the body of a reserve', () => {
  const ticket = { id: ADULT, quantity: 1 };
  it.each([
    ['is not JSON', '{"event":'],
    ['is missing', undefined],
    ['has no event', {}],
    ['has no tickets', { event: { id: SEATED } }],
    ['has an empty list of tickets', { event: { id: SEATED, tickets: [] } }],
    ['has a ticket id that is a number', { event: { id: SEATED, tickets: [{ ...ticket, id: 10001 }] } }],
    ['has a quantity that is text', { event: { id: SEATED, tickets: [{ ...ticket, quantity: '1' }] } }],
    ['has a fractional quantity', { event: { id: SEATED, tickets: [{ ...ticket, quantity: 1.5 }] } }],
    ['has a cart id that is a number', { cart_id: 1, event: { id: SEATED, tickets: [ticket] } }],
    ['has areas that are not objects', { event: { id: SEATED, tickets: [ticket], areas: [1] } }],
    ['has text for a boolean', { event: { id: SEATED, tickets: [ticket], accept_best_available: 'yes' } }],
  ])('is refused with 10002 if it %s', async (_, body) => {
    expect(await put(body)).toMatchObject(refused(400, 10002));
  });
});

describe('a reserve', () => {
  it('is refused for an unknown cart', async () => {
    expect(await partner.reserve({ [ADULT]: 1 }, { cartId: 'unknown' })).toMatchObject(refused(400, 90003));
  });

  it('is 404 for an unknown event', async () => {
    expect(await partner.reserve({ [ADULT]: 1 }, { eventId: 'NOSUCHEVENT00001' })).toMatchObject(
      refused(404, 404),
    );
  });

  it('is refused for an event that this API does not sell', async () => {
    expect(await partner.reserve({ [ADULT]: 1 }, { eventId: RETAIL_ONLY })).toMatchObject(
      refused(403, 90001),
    );
  });

  it('is refused for a ticket type that the event does not have', async () => {
    expect(await partner.reserve({ '10001': 1 })).toMatchObject(refused(400, 20046));
  });

  it('is refused for a price that the ticket type does not have', async () => {
    const priced = (price: unknown) =>
      put({ event: { id: SEATED, tickets: [{ id: ADULT, quantity: 1, price }] } });
    expect(await priced({ id: 9 })).toMatchObject(refused(400, 20046));
    expect(await priced({ amount: 49.99 })).toMatchObject(refused(400, 20046));
    for (const price of [{ id: 2 }, { id: '2' }, { amount: 30.3 }]) {
      expect((await priced(price)).body.cart.totals.grand).toBe(30.3);
    }
  });

  it.each([
    ['below 1', { [CHILD]: 0 }],
    ['not the exact one', { [BOX]: 3 }],
    ['below the minimum', { [GROUP]: 2 }],
    ['not a multiple', { [PAIRS]: 3 }],
  ])('is refused with 10002 for a quantity that is %s', async (_, tickets) => {
    expect(await partner.reserve(tickets)).toMatchObject(refused(400, 10002));
  });

  it.each([
    ['the limit of the ticket type', { [ADULT]: 5 }],
    ['the limit of the event, all types together', { [ADULT]: 4, [CHILD]: 3 }],
  ])('is refused with 10161 over %s', async (_, tickets) => {
    expect(await partner.reserve(tickets)).toMatchObject(refused(400, 10161));
  });

  it('is refused for a sold-out event', async () => {
    expect(await partner.reserve({ [ADULT]: 1 }, { eventId: SOLD_OUT })).toMatchObject(refused(400, 20052));
  });

  it("returns the cart in the manual's shape", async () => {
    const { status, body } = await partner.reserve({ [CHILD]: 2 });
    expect(status).toBe(200);
    const money = { fee: 0, grand: 20.2, merchandise: 20.2, tax: 0 };
    expect(body).toEqual({
      cart_id: expect.stringMatching(/=$/) as string,
      cart: {
        hold_time: 299,
        items: [
          {
            section: '101',
            row: 'A',
            start_seat_number: '1',
            end_seat_number: '3',
            num_seats: 2,
            event_id: SEATED,
            tickets: [
              {
                id: CHILD,
                description: 'Child',
                quantity: 2,
                charges: [{ type: 'face_value', price: 10.1, quantity: 2, tax: 0 }],
              },
            ],
            totals: { currency_code: 'USD', ...money },
          },
        ],
        totals: { delivery: 0, upsell: 0, unpaid: 20.2, ...money },
      },
    });
  });

  it('computes exact totals, one for each kind of charge', async () => {
    const { text, body } = await partner.reserve({ [ADULT]: 3, [CHILD]: 1 });
    expect(body.cart.totals).toEqual({
      merchandise: 145.4,
      fee: 29.07,
      tax: 7.8,
      grand: 182.27,
      unpaid: 182.27,
      delivery: 0,
      upsell: 0,
    });
    expect(text).toContain('"grand":182.27,');
    expect(text).toContain('{"price":5.49,"quantity":3,"tax":0,"type":"service"}');
  });

  it('has no row and no seat numbers for general admission', async () => {
    expect(seatsOf(await partner.reserve({ [ADULT]: 3 }, { eventId: FLOOR }))).toBe('GA//-');
  });
});

describe('a hold', () => {
  it('ends by the clock, frees its seats and makes the cart stale', async () => {
    const { cart_id: cartId } = (await partner.reserve({ [ADULT]: 4 })).body;
    partner.clock.advance(298_999);
    expect(partner.sandbox.report()).toMatchObject({ heldSeats: 4, openCarts: 1 });
    partner.clock.advance(1);
    expect(partner.sandbox.report()).toMatchObject({ heldSeats: 0, openCarts: 0, carts: [] });
    expect(await partner.delete(cartId)).toMatchObject(refused(400, 90003));
    expect(await partner.reserve({ [ADULT]: 1 }, { cartId })).toMatchObject(refused(400, 90003));
  });

  it('is replaced by a second reserve on the same cart', async () => {
    const { cart_id: cartId } = (await partner.reserve({ [ADULT]: 4 })).body;
    partner.clock.advance(100_000);
    expect(seatsOf(await partner.reserve({ [ADULT]: 2 }, { cartId, section: '101', row: 'B' }))).toBe(
      '101/B/2-4',
    );
    expect(partner.sandbox.report()).toMatchObject({ heldSeats: 2, openCarts: 1, reserves: 2 });
    partner.clock.advance(298_999);
    expect(partner.sandbox.report().heldSeats).toBe(2);
  });

  it('that ends while a second reserve polls leaves the cart open', async () => {
    const { cart_id: cartId } = (await partner.reserve({ [ADULT]: 4 })).body;
    partner.clock.advance(290_000);
    await partner.reserve({ [ADULT]: 2 }, { cartId, poll: true });
    partner.clock.advance(9000);
    expect(partner.sandbox.report()).toMatchObject({ openCarts: 1, heldSeats: 0 });
    partner.clock.advance(3000);
    expect(partner.sandbox.report()).toMatchObject({ openCarts: 1, heldSeats: 2, orphanedByEarlyDelete: 0 });
  });

  it('is kept if a second reserve finds no seats', async () => {
    const { cart_id: cartId } = (await partner.reserve({ [ADULT]: 4 })).body;
    const second = await partner.reserve({ [ADULT]: 1 }, { cartId, eventId: SOLD_OUT });
    expect(second).toMatchObject(refused(400, 20052));
    expect(partner.sandbox.report()).toMatchObject({ heldSeats: 4, openCarts: 1 });
    expect((await partner.delete(cartId)).status).toBe(204);
    expect(partner.sandbox.report().heldSeats).toBe(0);
  });

  it('keeps its event until a polled reserve for another one completes', async () => {
    const checkout = await Checkout.start(partner);
    const other = { cartId: checkout.cartId, eventId: SOLD_OUT, poll: true };
    await partner.reserve({ [ADULT]: 1 }, other);
    expect(partner.sandbox.report().carts).toMatchObject([{ eventId: SEATED, seats: ['101/A/1'] }]);
    partner.clock.advance(12_000);
    expect((await checkout.options()).status).toBe(200);
  });
});
