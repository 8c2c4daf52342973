import type { ReserveRequest } from '../../../src/partner-api/model/reserve';
import { CALLER, EVENT_ID, type Rig, openRig } from '../rig';
import { json } from '../upstream';

let rig: Rig;
beforeEach(async () => {
  rig = await openRig();
  rig.upstream.answers(json({ cart: {} }));
});
afterEach(() => rig.close());

/** The body that a reserve sends. */
async function bodyOf(request: Partial<ReserveRequest>, cartId?: string): Promise<unknown> {
  const whole = { eventId: EVENT_ID, tickets: [], acceptBestAvailable: false, ...request };
  await rig.api.reserve(whole, { cartId }, null, CALLER);
  return JSON.parse(rig.upstream.onlyCall.body);
}

const withoutSeats = { id: EVENT_ID, tickets: [], accept_best_available: false };

describe('the body of a reserve', () => {
  it('R-RESERVE-1: holds all that is asked for, under the names of the manual, and nothing else', async () => {
    const body = await bodyOf(
      {
        tickets: [
          { ticketId: '000002040006', quantity: 2, priceId: '10', amount: '57.39' },
          { ticketId: '000002040007', quantity: 1 },
        ],
        areaIds: ['0', '7'],
        seats: { section: 'CLB234', row: 'I', firstSeat: '7', lastSeat: '9' },
        acceptBestAvailable: true,
      },
      'cart+id=',
    );
    expect(body).toEqual({
      cart_id: 'cart+id=',
      event: {
        id: EVENT_ID,
        tickets: [
          { id: '000002040006', quantity: 2, price: { id: 10, amount: 57.39 } },
          { id: '000002040007', quantity: 1 },
        ],
        areas: [{ id: 0 }, { id: 7 }],
        section: 'CLB234',
        row: 'I',
        begin_seat: '7',
        end_seat: '9',
        accept_best_available: true,
      },
    });
  });

  it('R-RESERVE-2: names no cart where no captcha has opened one', async () => {
    expect(await bodyOf({})).toEqual({ event: withoutSeats });
  });

  it('R-RESERVE-3: the ids of tickets stay text, and so keep their leading zeros', async () => {
    expect(await bodyOf({ tickets: [{ ticketId: '000000000001', quantity: 1 }] })).toEqual({
      event: { ...withoutSeats, tickets: [{ id: '000000000001', quantity: 1 }] },
    });
  });

  it.each([
    ['0', 0],
    ['10', 10],
    ['007', '007'],
    ['A1', 'A1'],
    ['1e3', '1e3'],
    ['-1', '-1'],
    ['12345678901234567890', '12345678901234567890'],
  ])(
    'R-RESERVE-4: the price and area id %j goes as %j: a number only where upstream has one',
    async (id, sent) => {
      expect(await bodyOf({ tickets: [{ ticketId: '1', quantity: 1, priceId: id }], areaIds: [id] })).toEqual(
        {
          event: {
            ...withoutSeats,
            tickets: [{ id: '1', quantity: 1, price: { id: sent } }],
            areas: [{ id: sent }],
          },
        },
      );
    },
  );

  it('R-RESERVE-4: a price may be named by its amount alone', async () => {
    expect(await bodyOf({ tickets: [{ ticketId: '1', quantity: 1, amount: '25.00' }] })).toEqual({
      event: { ...withoutSeats, tickets: [{ id: '1', quantity: 1, price: { amount: 25 } }] },
    });
  });

  it('R-RESERVE-5: seats are wanted by their places', async () => {
    expect(await bodyOf({ seats: { placeIds: ['INGEEMRQHE5E2ORRG4', '00'] } })).toEqual({
      event: { ...withoutSeats, places: ['INGEEMRQHE5E2ORRG4', '00'] },
    });
  });

  it('R-RESERVE-5: seats are wanted by a section alone, in any of its rows', async () => {
    expect(await bodyOf({ seats: { section: '207' } })).toEqual({
      event: { ...withoutSeats, section: '207' },
    });
  });
});
