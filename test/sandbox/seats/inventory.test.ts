import { placeId } from '../../../src/sandbox/seats/place-id';
import { ADULT, AREAS, CHILD, FLOOR, SEATED, SINGLES } from '../support/events';
import { Partner, seatsOf } from '../support/partner';

let partner: Partner;
beforeEach(async () => {
  partner = await Partner.start();
});
afterEach(() => partner.sandbox.close());

const noSeats = { status: 400, body: { error: { code: 20052 } } };
/** The ids of these seats in row B. */
const inB = (...seats: string[]) => seats.map((seat) => placeId('101', 'B', seat));
const exactly = { accept_best_available: false };

describe('seats', () => {
  it('of several ticket types are adjacent', async () => {
    expect(seatsOf(await partner.reserve({ [ADULT]: 3, [CHILD]: 2 }))).toBe('101/A/1-9');
  });

  it('are adjacent in one block, or the reserve fails', async () => {
    expect(await partner.reserve({ [ADULT]: 2 }, { eventId: SINGLES })).toMatchObject(noSeats);
    await partner.reserve({ [ADULT]: 1 }, { begin_seat: '5' });
    expect(seatsOf(await partner.reserve({ [ADULT]: 3 }))).toBe('101/B/2-6');
    expect(await partner.reserve({ [ADULT]: 3 })).toMatchObject(noSeats);
  });

  it('are sold once, however many reserves arrive at the same time', async () => {
    const replies = await Promise.all(Array.from({ length: 12 }, () => partner.reserve({ [ADULT]: 1 })));
    const sold = replies.filter(({ status }) => status === 200).map(seatsOf);
    expect(sold).toHaveLength(9);
    expect(new Set(sold).size).toBe(9);
    expect(partner.sandbox.report()).toMatchObject({ heldSeats: 9, openCarts: 9 });
  });

  it('of general admission are only counted', async () => {
    const first = (await partner.reserve({ [ADULT]: 2 }, { eventId: FLOOR })).body.cart_id;
    await partner.reserve({ [ADULT]: 2 }, { eventId: FLOOR });
    expect(await partner.reserve({ [ADULT]: 2 }, { eventId: FLOOR })).toMatchObject(noSeats);
    await partner.delete(first);
    expect((await partner.reserve({ [ADULT]: 3 }, { eventId: FLOOR })).status).toBe(200);
    expect(partner.sandbox.report().heldSeats).toBe(5);
  });

  it('are in one of the requested areas', async () => {
    const mezzanine = { eventId: AREAS, areas: [{ id: 2 }] };
    expect(seatsOf(await partner.reserve({ [ADULT]: 3 }, mezzanine))).toBe('MEZZ/A/1-3');
    expect(await partner.reserve({ [ADULT]: 1 }, mezzanine)).toMatchObject(noSeats);
  });

  it('are in an area with the requested price', async () => {
    const tickets = [{ id: ADULT, quantity: 3, price: { id: 2 } }];
    expect(seatsOf(await partner.reserve({}, { eventId: AREAS, tickets }))).toBe('MEZZ/A/1-3');
    expect(await partner.reserve({}, { eventId: AREAS, tickets })).toMatchObject(noSeats);
  });

  it('have the price of their area if no price is requested', async () => {
    const { body } = await partner.reserve({ [ADULT]: 1 }, { eventId: AREAS, areas: [{ id: 2 }] });
    expect(body.cart.totals.grand).toBe(30.3);
  });
});

describe('a request for specific seats', () => {
  it.each([
    ['a section and row', { section: '101', row: 'B' }, '101/B/2-4'],
    ['a range', { section: '101', row: 'A', begin_seat: '5', end_seat: '7' }, '101/A/5-7'],
    ['a range in numbers', { row: 'A', begin_seat: 5, end_seat: 7 }, '101/A/5-7'],
    ['a first seat', { row: 'A', begin_seat: '3' }, '101/A/3-5'],
    ['a last seat', { row: 'A', end_seat: '7' }, '101/A/5-7'],
    ['places', { places: inB('6', '8') }, '101/B/6-8'],
  ])('finds them by %s', async (_, where, seats) => {
    expect(seatsOf(await partner.reserve({ [ADULT]: 2 }, { ...where, ...exactly }))).toBe(seats);
  });

  it.each([
    ['the section does not exist', { section: '999' }],
    ['a seat is not in the row', { row: 'B', begin_seat: '3', end_seat: '4' }],
    ['a seat is taken', { row: 'A', begin_seat: '1', end_seat: '3' }],
    ['the range is wider than the tickets', { row: 'B', begin_seat: '2', end_seat: '6' }],
    ['the row ends before the last ticket', { row: 'B', begin_seat: '8' }],
    ['the places are not adjacent', { places: inB('2', '6') }],
    ['a further place is in another row', { places: [...inB('2', '4'), placeId('101', 'A', '9')] }],
    ['there are more places than tickets', { places: inB('2', '4', '6') }],
  ])('gets exactly those seats or none if %s', async (_, where) => {
    await partner.reserve({ [ADULT]: 1 }, { row: 'A', begin_seat: '1' });
    expect(await partner.reserve({ [ADULT]: 2 }, { ...where, ...exactly })).toMatchObject(noSeats);
    expect((await partner.reserve({ [ADULT]: 2 }, where)).status).toBe(200);
  });

  it('falls back to the best available seats, but never outside the requested areas', async () => {
    const where = { eventId: AREAS, section: 'ORCH', areas: [{ id: 2 }] };
    expect(seatsOf(await partner.reserve({ [ADULT]: 2 }, where))).toBe('MEZZ/A/1-2');
    expect(await partner.reserve({ [ADULT]: 2 }, where)).toMatchObject(noSeats);
  });

  it('lists its seats in the report', async () => {
    const { body } = await partner.reserve({ [ADULT]: 2 }, { begin_seat: '5' });
    expect(partner.sandbox.report().carts).toEqual([
      {
        cartId: body.cart_id,
        eventId: SEATED,
        state: 'held',
        seats: ['101/A/5', '101/A/7'],
        holdExpiresAt: '2015-08-01T12:04:59.000Z',
      },
    ]);
  });
});

describe('a place id', () => {
  it("has the format of the manual's availability", () => {
    expect(placeId('CLB209', 'M', '17')).toBe('INGEEMRQHE5E2ORRG4');
    expect(placeId('CLB209', 'M', '4')).toBe('INGEEMRQHE5E2ORU');
  });
});
