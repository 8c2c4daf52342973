import { notable } from '../../../src/sandbox/catalogue/catalogue';
import { closureInSeattle } from '../../support/edition';
import { type House, openHouse } from '../../support/house';
import { createCart, requests } from './shop';

const ADULTS = [{ ticketId: '000001020005', quantity: 2 }];

let house: House;
beforeEach(async () => {
  house = await openHouse();
});
afterEach(() => house.close());

describe('an event that cannot be sold is refused before upstream is asked to:', () => {
  it('R-SELECT-3: not through this API: the shopper is sent to the retail site', async () => {
    expect(await createCart(house, { eventId: notable.notTransactable, tickets: ADULTS })).toMatchObject({
      __typename: 'EventNotSellable',
      code: 'NOT_TRANSACTABLE',
      retryable: false,
      redirectUrl: `http://ticketmaster.com/event/${notable.notTransactable}`,
    });
    expect(requests(house).reserve).toBe(0);
  });

  it('an event that does not exist', async () => {
    expect(await createCart(house, { eventId: 'NOSUCHEVENT00001', tickets: ADULTS })).toMatchObject({
      __typename: 'EventNotSellable',
      code: 'UNKNOWN_EVENT',
      redirectUrl: null,
    });
    expect(requests(house).reserve).toBe(0);
  });

  it('L8: an id of another shape never reaches upstream', async () => {
    for (const eventId of ['../../oauth', 'SHORT', 'ABCDEFGHIJKLMNO/', '']) {
      await expect(createCart(house, { eventId, tickets: ADULTS })).rejects.toThrow('BAD_USER_INPUT');
    }
    expect(requests(house)).toMatchObject({ event: 0, reserve: 0 });
  });
});

describe('R-MAINT-8: an event is not sold in the hours in which its host is closed, by the clock of its venue:', () => {
  const { startsAtMs, endsAtMs } = closureInSeattle('2026-06-16');
  const text = (ms: number) => new Date(ms).toISOString().replace('.000', '');

  it('the failure states when the maintenance ends', async () => {
    house.clock.jumpTo(endsAtMs - 45 * 60_000);
    expect(await createCart(house)).toMatchObject({
      __typename: 'UnderMaintenance',
      code: 'NIGHTLY_MAINTENANCE',
      retryable: true,
      retryAfterSeconds: 45 * 60,
      upstreamCode: null,
      window: { startsAt: text(startsAtMs), endsAt: text(endsAtMs), active: true },
    });
    expect(requests(house).reserve).toBe(0);
  });

  it.each([
    ['before it begins', startsAtMs - 1, 'Cart'],
    ['when it begins', startsAtMs, 'UnderMaintenance'],
    ['before it ends', endsAtMs - 1, 'UnderMaintenance'],
    ['when it ends', endsAtMs, 'Cart'],
  ])('%s, at %d, the answer is %s', async (_, atMs, type) => {
    house.clock.jumpTo(atMs);
    expect(await createCart(house)).toMatchObject({ __typename: type });
  });

  it("another venue's maintenance has no effect", async () => {
    house.clock.jumpTo(startsAtMs + 15 * 60_000);
    expect(await createCart(house, { eventId: notable.newYork, tickets: ADULTS })).not.toMatchObject({
      __typename: 'UnderMaintenance',
    });
  });

  it('a venue without a known time zone has no maintenance window', async () => {
    for (const eventId of [notable.noTimeZone, notable.unknownTimeZone, notable.nullVenue]) {
      expect(await createCart(house, { eventId, tickets: ADULTS })).toMatchObject({ __typename: 'Cart' });
    }
  });

  it('20001 at another hour is the same failure, without a window', async () => {
    const body = { error: { code: 20001, message: 'niterun' } };
    house.sandbox.setFaults([{ route: 'reserve', kind: 'json', status: 400, body }]);
    expect(await createCart(house)).toMatchObject({
      __typename: 'UnderMaintenance',
      retryAfterSeconds: null,
      upstreamCode: 20001,
      window: null,
    });
  });
});

describe('R-SELECT-4: dates of sale are for upstream to judge:', () => {
  it.each([
    ['only a presale is open', notable.presaleOnly],
    ['no date of sale is known', notable.noOnsaleDate],
    ['the date of sale is null', notable.nullOnsaleDate],
    ['the sale is over', notable.saleOver],
    ['its status is unheard of', notable.unknownStatus],
  ])('a reserve is sent where %s', async (_, eventId) => {
    expect(await createCart(house, { eventId, tickets: ADULTS })).toMatchObject({ __typename: 'Cart' });
    expect(requests(house).reserve).toBe(1);
  });

  it.each([notable.manualSample, notable.foxwoods])(
    "a reserve is sent for the manual's %s of 2015",
    async (id) => {
      const { data } = await house.ask(
        'query Ids($id: EventID!) { event(id: $id) { tickets { ticketId } } }',
        {
          id,
        },
      );
      const tickets = [{ ticketId: data.event.tickets[0].ticketId as string, quantity: 2 }];
      expect(await createCart(house, { eventId: id, tickets })).toMatchObject({ __typename: 'Cart' });
    },
  );
});
