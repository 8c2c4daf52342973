import { notable } from '../../src/sandbox/catalogue/catalogue';
import { type House, openHouse } from '../support/house';
import { fieldOf } from './shows';

const QUERY = 'query ($id: EventID!) { event(id: $id) { startsAt localDate localTime } }';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

describe('the date and time printed on the ticket', () => {
  it.each([
    ["the manual's own example", notable.manualSample, '2015-08-21T02:00:00Z', '2015-08-20', '19:00:00'],
    ['New York', notable.newYork, '2027-09-19T00:00:00Z', '2027-09-18', '20:00:00'],
    ["St. John's", notable.stJohns, '2027-07-16T22:30:00Z', '2027-07-16', '20:00:00'],
    ['Sydney in summer', notable.sydney, '2027-11-20T09:00:00Z', '2027-11-20', '20:00:00'],
    ['Lord Howe', notable.lordHowe, '2028-06-10T08:00:00Z', '2028-06-10', '18:30:00'],
    [
      'the end of a night that has no 2 AM',
      'SPRINGFORWARD001',
      '2030-03-10T07:00:00Z',
      '2030-03-10',
      '03:00:00',
    ],
    ['the first of three days', notable.dateRange, '2031-05-16T17:00:00Z', '2031-05-16', '12:00:00'],
  ])(
    'R-DATE-1: are those of the clock at the venue: %s (%s)',
    async (_what, id, startsAt, localDate, localTime) => {
      expect(await fieldOf(house, QUERY, { id })).toEqual({ startsAt, localDate, localTime });
    },
  );

  it.each([
    ['there is no venue', notable.nullVenue],
    ['the venue names no zone', notable.noTimeZone],
    ['no clock knows the zone', notable.unknownTimeZone],
  ])('R-DATE-2: are null where %s', async (_what, id) => {
    expect(await fieldOf(house, QUERY, { id })).toEqual({
      startsAt: '2031-05-18T01:00:00Z',
      localDate: null,
      localTime: null,
    });
  });

  it('R-DATE-2: are null where upstream does not say when the event begins', async () => {
    expect(await fieldOf(house, QUERY, { id: notable.bare })).toEqual({
      startsAt: null,
      localDate: null,
      localTime: null,
    });
  });
});
