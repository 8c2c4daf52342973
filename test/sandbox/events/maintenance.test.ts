import { Checkout } from '../support/checkout';
import { ADULT, events, SEATED } from '../support/events';
import { ManualClock } from '../support/manual-clock';
import { Partner } from '../support/partner';

let partner: Partner;
afterEach(() => partner.sandbox.close());

/** Starts at this time with all venues in this zone. */
async function startAt(time: string, timeZone: string | null = 'America/New_York', maintenance = true) {
  const venues = events().map((event) => ({ ...event, timeZone }));
  partner = await Partner.start({ events: venues, maintenance }, new ManualClock(Date.parse(time)));
}

/** The status of a reserve, 200, or the code that refuses it. */
async function reserve(): Promise<number> {
  const { status, body } = await partner.reserve({ [ADULT]: 1 });
  return status === 200 ? 200 : body.error.code;
}

describe('nightly maintenance', () => {
  it.each([
    ['2015-08-02T05:59:59.999Z', 200],
    ['2015-08-02T06:00:00Z', 20001],
    ['2015-08-02T06:59:59.999Z', 20001],
    ['2015-08-02T07:00:00Z', 200],
    // In winter the same hour is an hour later.
    ['2015-12-02T06:30:00Z', 200],
    ['2015-12-02T07:30:00Z', 20001],
  ])('is from 2 AM to 3 AM in local time: at %s %d', async (time, expected) => {
    await startAt(time);
    expect(await reserve()).toBe(expected);
  });

  it.each(['2015-03-08T06:59:59Z', '2015-03-08T07:00:00Z', '2015-03-08T07:59:59Z'])(
    'does not happen on the night when clocks skip 2 AM: %s',
    async (time) => {
      await startAt(time);
      expect(await reserve()).toBe(200);
    },
  );

  it.each([
    ['2015-10-24T23:59:59Z', 200],
    ['2015-10-25T00:00:00Z', 20001],
    ['2015-10-25T01:59:59Z', 20001],
    ['2015-10-25T02:00:00Z', 200],
  ])('happens twice on the night when 2 AM comes twice: at %s %d', async (time, expected) => {
    await startAt(time, 'Europe/Berlin');
    expect(await reserve()).toBe(expected);
  });

  it('never happens if the time zone is missing or unknown', async () => {
    for (const timeZone of [null, 'Mars/Olympus']) {
      await startAt('2015-08-02T06:30:00Z', timeZone);
      expect(await reserve()).toBe(200);
      if (timeZone === null) await partner.sandbox.close();
    }
  });

  it('refuses the delete of a cart too, and leaves event details readable', async () => {
    await startAt('2015-08-02T05:59:00Z');
    const { cart_id: cartId } = (await partner.reserve({ [ADULT]: 1 })).body;
    partner.clock.advance(60_000);
    expect(await partner.delete(cartId)).toMatchObject({ status: 400, body: { error: { code: 20001 } } });
    expect((await partner.call(`/event/${SEATED}`)).status).toBe(200);
    expect(partner.sandbox.report().openCarts).toBe(1);
  });

  it('can be disabled', async () => {
    await startAt('2015-08-02T06:30:00Z', 'America/New_York', false);
    expect(await reserve()).toBe(200);
  });

  it('ends with 20001 a polled reserve that comes due during it, and the cart with it', async () => {
    await startAt('2015-08-02T05:59:50Z');
    const { polling_url: url } = (await partner.reserve({ [ADULT]: 1 }, { poll: true })).body;
    partner.clock.advance(12_000);
    expect(await partner.get(url)).toMatchObject({ status: 400, body: { error: { code: 20001 } } });
    expect(partner.sandbox.report()).toMatchObject({ openCarts: 0, heldSeats: 0, reserves: 0 });
  });

  it('leaves a cart with the seats that it held before such a reserve', async () => {
    await startAt('2015-08-02T05:59:50Z');
    const { cart_id: cartId } = (await partner.reserve({ [ADULT]: 2 })).body;
    await partner.reserve({ [ADULT]: 1 }, { cartId, poll: true });
    partner.clock.advance(12_000);
    expect(partner.sandbox.report()).toMatchObject({
      openCarts: 1,
      heldSeats: 2,
      carts: [{ state: 'held' }],
    });
  });

  it('ends with 20001 a polled delete that comes due during it, and deletes nothing', async () => {
    await startAt('2015-08-02T05:59:50Z');
    const { cart_id: cartId } = (await partner.reserve({ [ADULT]: 1 })).body;
    const { polling_url: url } = (await partner.delete(cartId, true)).body;
    partner.clock.advance(12_000);
    expect(await partner.get(url)).toMatchObject({ status: 400, body: { error: { code: 20001 } } });
    expect(partner.sandbox.report()).toMatchObject({ openCarts: 1, heldSeats: 1, deletes: 0 });
  });

  it('ends with 20001 a polled purchase that comes due during it, and buys nothing', async () => {
    await startAt('2015-08-02T05:59:50Z');
    const checkout = await Checkout.paid(partner);
    const { polling_url: url } = (await checkout.buy('a', true)).body;
    partner.clock.advance(12_000);
    expect(await partner.get(url)).toMatchObject({ status: 400, body: { error: { code: 20001 } } });
    expect(partner.sandbox.report()).toMatchObject({ openCarts: 1, heldSeats: 1, purchases: 0 });
  });
});
