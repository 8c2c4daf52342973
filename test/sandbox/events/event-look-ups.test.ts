import { placeId } from '../../../src/sandbox/seats/place-id';
import { catalogue } from '../../../src/sandbox/catalogue/catalogue';
import { Checkout, refused } from '../support/checkout';
import { ADULT, AREAS, FLOOR, FREE, GUEST, RETAIL_ONLY, SEATED } from '../support/events';
import { Partner, seatsOf } from '../support/partner';

let partner: Partner;
beforeEach(async () => {
  partner = await Partner.start({ restrictSingle: [SEATED] });
});
afterEach(() => partner.sandbox.close());

const availability = async (eventId: string) => (await partner.call(`/events/${eventId}/availability`)).body;

describe('the list of events', () => {
  it('contains all sellable events in their local time', async () => {
    const { status, body } = await partner.call('/events');
    expect(status).toBe(200);
    expect(body.events[0]).toMatchObject({
      eventCode: `C${SEATED}`,
      eventHost: 'LA2',
      eventId: SEATED,
      eventDate: '2015-08-04',
      eventTime: '19:30:00',
      timeZone: 'America/New_York',
    });
    expect(body.events.map(({ eventId }) => eventId)).not.toContain(RETAIL_ONLY);
    expect(body.events.find(({ eventId }) => eventId === FREE)).toMatchObject({
      eventDate: null,
      offers: [{ repName: 'Guest', ticketType: GUEST }],
    });
  });

  it('and the availability work for every event of the catalogue', async () => {
    const whole = await Partner.start({ events: catalogue(), maintenance: false });
    const { body } = await whole.call('/events');
    const sellable = catalogue().filter(({ answer }) => answer.api_transactable);
    expect(body.events).toHaveLength(sellable.length);
    const path = (id: string) => whole.call(`/events/${id}/availability`);
    const replies = await Promise.all(sellable.map(({ id }) => path(id)));
    expect(new Set(replies.map(({ status }) => status))).toEqual(new Set([200]));
    await whole.sandbox.close();
  });
});

describe('availability', () => {
  it('lists the free seats and places of each row, and the offers', async () => {
    await partner.reserve({ [ADULT]: 3 });
    const { event } = await availability(SEATED);
    expect(event).toMatchObject({ id: SEATED, restrictSingle: true, eventTicketLimit: 6 });
    expect(event.tickets).toHaveLength(1);
    expect(event.tickets[0]).toMatchObject({ available: 6, total: 9, currentTicketLimit: 6 });
    expect(event.tickets[0]?.inventory).toEqual([
      {
        section: '101',
        row: 'A',
        seats: [7, 9],
        places: ['7', '9'].map((seat) => placeId('101', 'A', seat)),
        hasEvenOddMix: false,
      },
      {
        section: '101',
        row: 'B',
        seats: [2, 4, 6, 8],
        places: ['2', '4', '6', '8'].map((seat) => placeId('101', 'B', seat)),
        hasEvenOddMix: false,
      },
    ]);
    expect(event.tickets[0]?.offers[0]).toEqual({
      charges: [
        { amount: 2.2, reason: 'face_value_tax', type: 'tax' },
        { amount: 1.1, reason: 'facility', type: 'fee' },
        { amount: 5.49, reason: 'service', type: 'fee' },
        { amount: 0.4, reason: 'service_tax2', type: 'tax' },
        { amount: 3.1, reason: 'distance', type: 'fee' },
      ],
      currency: 'USD',
      faceValue: 45.1,
      offerDescription: 'Adult',
      offerName: 'Adult',
      priceLevelId: '1',
      ticketTypeId: ADULT,
    });
  });

  it('returns seats as text if their name is not a number', async () => {
    const { event } = await availability(FREE);
    expect(event).toMatchObject({ restrictSingle: false });
    expect(event.tickets[0]?.inventory).toMatchObject([{ seats: ['A1', '02', 3, 4], hasEvenOddMix: true }]);
  });

  it('has an entry for each area with the prices of that area', async () => {
    const { tickets } = (await availability(AREAS)).event;
    expect(tickets.map(({ inventory }) => inventory.map(({ section }) => section))).toEqual([
      ['ORCH'],
      ['MEZZ'],
    ]);
    const adultLevels = tickets.map(({ offers }) =>
      offers.filter(({ ticketTypeId }) => ticketTypeId === ADULT).map(({ priceLevelId }) => priceLevelId),
    );
    expect(adultLevels).toEqual([['1'], ['2']]);
  });

  it('names neither seats nor places of general admission', async () => {
    expect((await availability(FLOOR)).event.tickets).toMatchObject([
      { available: 5, inventory: [{ section: 'GA', row: '', seats: [] }] },
    ]);
  });

  it('never includes sold seats again', async () => {
    const checkout = await Checkout.start(partner, 1, FREE, GUEST);
    await checkout.ship('1');
    await checkout.buy();
    expect((await availability(FREE)).event.tickets[0]).toMatchObject({
      available: 3,
      total: 4,
      currentTicketLimit: 3,
    });
  });

  it('lists places that a reserve accepts', async () => {
    const [, row] = (await availability(SEATED)).event.tickets[0]?.inventory ?? [];
    const places = (row?.places as string[]).slice(0, 2);
    const reply = await partner.reserve({ [ADULT]: 2 }, { places, accept_best_available: false });
    expect(seatsOf(reply)).toBe('101/B/2-4');
  });

  it('is refused for events that are unknown or not transactable', async () => {
    expect(await partner.call('/events/NOSUCHEVENT00001/availability')).toMatchObject(refused(404, 404));
    expect(await partner.call(`/events/${RETAIL_ONLY}/availability`)).toMatchObject(refused(90001, 403));
  });
});

describe('an event with restrictSingle', () => {
  const inRow = (row: string) => ({ section: '101', row, accept_best_available: false });

  it('refuses a reserve that would leave a single seat', async () => {
    expect(await partner.reserve({ [ADULT]: 4 }, inRow('A'))).toMatchObject(refused(20052));
    const inTheMiddle = { ...inRow('A'), begin_seat: '3' };
    expect(await partner.reserve({ [ADULT]: 2 }, inTheMiddle)).toMatchObject(refused(20052));
    expect(await partner.reserve({ [ADULT]: 3 }, inRow('B'))).toMatchObject(refused(20052));
    expect((await partner.reserve({ [ADULT]: 3 }, inRow('A'))).status).toBe(200);
  });

  it('chooses other seats that leave no single seat', async () => {
    expect(seatsOf(await partner.reserve({ [ADULT]: 4 }))).toBe('101/B/2-8');
  });

  it('is by default only the one with one row of five', async () => {
    const whole = await Partner.start({ events: catalogue() });
    const { tickets, id } = (await whole.call('/event/LASTROWOFFIVE001')).body.event as unknown as {
      id: string;
      tickets: { id: string }[];
    };
    const four = { [tickets[0]?.id ?? '']: 4 };
    expect(await whole.reserve(four, { eventId: id })).toMatchObject(refused(20052));
    await whole.sandbox.close();
    const plain = await Partner.start();
    expect(seatsOf(await plain.reserve({ [ADULT]: 4 }))).toBe('101/A/1-7');
    await plain.sandbox.close();
  });
});

describe("a venue's own code and host", () => {
  it('find the event or return 404', async () => {
    expect(await partner.call(`/events/code/C${FLOOR}/LA2`)).toMatchObject({
      status: 200,
      body: { event: { id: FLOOR } },
    });
    expect(await partner.call(`/events/code/C${FLOOR}/NYC`)).toMatchObject(refused(404, 404));
    expect(await partner.call('/events/code/nothing/LA2')).toMatchObject(refused(404, 404));
  });
});

describe('an account without look-ups', () => {
  it("is refused in the gate's own shape", async () => {
    const other = await Partner.start({ lookups: false });
    for (const path of ['/events', `/events/${SEATED}/availability`, `/events/code/C${SEATED}/LA2`]) {
      const { status, body } = await other.call(path);
      expect({ status, error: body.error, type: typeof body.fault.faultstring }).toEqual({
        status: 403,
        error: undefined,
        type: 'string',
      });
    }
    expect((await other.call(`/events/${SEATED}`)).status).toBe(200);
    await other.sandbox.close();
  });
});
