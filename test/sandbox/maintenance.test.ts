import { ADULT, events, SEATED } from './events';
import { ManualClock } from './manual-clock';
import { Partner } from './partner';

let partner: Partner;
afterEach(() => partner.sandbox.close());

/** A partner at this moment, with venues in this zone. */
async function startAt(time: string, timeZone: string | null = 'America/New_York', maintenance = true) {
  const venues = events().map((event) => ({ ...event, timeZone }));
  partner = await Partner.start({ events: venues, maintenance }, new ManualClock(Date.parse(time)));
}

/** What a reserve answers: 200, or the code that refuses it. */
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
  ])('is from 2 AM to 3 AM by the clock of the venue: at %s %d', async (time, expected) => {
    await startAt(time);
    expect(await reserve()).toBe(expected);
  });

  it.each(['2015-03-08T06:59:59Z', '2015-03-08T07:00:00Z', '2015-03-08T07:59:59Z'])(
    'does not exist on the night when 2 AM does not: %s',
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
  ])('comes twice on the night when 2 AM comes twice: at %s %d', async (time, expected) => {
    await startAt(time, 'Europe/Berlin');
    expect(await reserve()).toBe(expected);
  });

  it('is never where the event states no time zone or one that nobody knows', async () => {
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

  it('can be switched off', async () => {
    await startAt('2015-08-02T06:30:00Z', 'America/New_York', false);
    expect(await reserve()).toBe(200);
  });
});
