import { ADULT, SEATED } from '../support/events';
import { Partner } from '../support/partner';

let partner: Partner;
afterEach(() => partner.sandbox.close());

describe('the limit of simultaneous reservations', () => {
  it('makes further reserves poll until one is free', async () => {
    partner = await Partner.start({ reservationLimit: 1 });
    const first = (await partner.reserve({ [ADULT]: 1 })).body.cart_id;
    const waiting = await partner.reserve({ [ADULT]: 1 });
    expect(waiting.status).toBe(202);
    let url = waiting.body.polling_url;
    for (let round = 0; round < 5; round += 1) {
      partner.clock.advance(4000);
      const reply = await partner.get(url);
      expect(reply).toMatchObject({ status: 202, body: { wait: 4 } });
      url = reply.body.polling_url;
    }
    expect(partner.sandbox.report()).toMatchObject({ openCarts: 2, heldSeats: 1 });
    await partner.delete(first);
    partner.clock.advance(4000);
    expect((await partner.get(url)).status).toBe(200);
    expect(partner.sandbox.report()).toMatchObject({ openCarts: 1, heldSeats: 1 });
  });

  it('is never exceeded, and reserves that wait follow one by one', async () => {
    partner = await Partner.start({ reservationLimit: 2, holdSeconds: 60 });
    await Promise.all(Array.from({ length: 6 }, () => partner.reserve({ [ADULT]: 1 })));
    for (let second = 0; second < 240; second += 1) {
      partner.clock.advance(1000);
      expect(partner.sandbox.report().heldSeats).toBeLessThanOrEqual(2);
    }
    expect(partner.sandbox.report()).toMatchObject({ reserves: 6, openCarts: 0 });
  });

  it('does not count a cart against its own second reserve', async () => {
    partner = await Partner.start({ reservationLimit: 1 });
    const { cart_id: cartId } = (await partner.reserve({ [ADULT]: 1 })).body;
    expect((await partner.reserve({ [ADULT]: 2 }, { cartId })).status).toBe(200);
  });

  it('counts pending reserves', async () => {
    partner = await Partner.start({ reservationLimit: 1 });
    await partner.reserve({ [ADULT]: 1 }, { poll: true });
    expect((await partner.reserve({ [ADULT]: 1 })).status).toBe(202);
    expect(partner.sandbox.report().carts).toMatchObject([{ eventId: SEATED }, { eventId: SEATED }]);
  });

  it('can refuse further reserves with 429 instead, behind the gate and without a cart', async () => {
    partner = await Partner.start({ reservationLimit: 1, overReservationLimit: 'refuse' });
    const { cart_id: cartId } = (await partner.reserve({ [ADULT]: 1 })).body;
    for (const poll of [false, true]) {
      const refused = await partner.reserve({ [ADULT]: 1 }, { poll });
      expect(refused).toMatchObject({ status: 429, body: { error: { code: 429 } } });
      expect(refused.body.fault).toBeUndefined();
    }
    expect((await partner.reserve({ [ADULT]: 2 }, { cartId })).status).toBe(200);
    expect(partner.sandbox.report()).toMatchObject({ openCarts: 1, quota: { refusedByRate: 0 } });
    await partner.delete(cartId);
    expect((await partner.reserve({ [ADULT]: 1 })).status).toBe(200);
  });
});
