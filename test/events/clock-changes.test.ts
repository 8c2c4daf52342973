import { notable } from '../../src/sandbox/catalogue/catalogue';
import { type House, openHouse } from '../support/house';
import { fieldOf } from './shows';

const QUERY =
  'query ($id: EventID!) { event(id: $id) { id sellable maintenance { startsAt endsAt active } } }';

/** One for each edition: their hours differ. */
const houses = new Map<string, House>();
let house: House;

beforeAll(async () => {
  for (const edition of ['2015', '2018'] as const)
    houses.set(edition, await openHouse({ sandbox: { edition } }));
});
beforeEach(() => useEdition('2015'));
afterAll(() => Promise.all([...houses.values()].map((one) => one.close())));

function useEdition(edition: '2015' | '2018'): void {
  house = houses.get(edition) as House;
}

/** The event as the gateway sees it at this instant. */
function seenAt(instant: string | number, id: string) {
  house.clock.jumpTo(typeof instant === 'string' ? Date.parse(instant) : instant);
  return fieldOf(house, QUERY, { id });
}

describe('the night on which the clocks go forward', () => {
  it.each([
    ['New York', notable.newYork, '2027-03-14T06:00:00Z', '2027-03-15T06:00:00Z', '2027-03-15T07:00:00Z'],
    ["St. John's", notable.stJohns, '2027-03-14T04:30:00Z', '2027-03-15T04:30:00Z', '2027-03-15T05:30:00Z'],
    ['Sydney', notable.sydney, '2026-10-03T15:00:00Z', '2026-10-04T15:00:00Z', '2026-10-04T16:00:00Z'],
    ['Auckland', notable.auckland, '2026-09-26T13:00:00Z', '2026-09-27T13:00:00Z', '2026-09-27T14:00:00Z'],
  ])(
    'R-MAINT-5: has no closure in %s (%s): at %s, an hour before, the next one is from %s to %s',
    async (_city, id, oneInTheMorning, startsAt, endsAt) => {
      for (let minutes = 0; minutes <= 180; minutes += 15) {
        expect(await seenAt(Date.parse(oneInTheMorning) + minutes * 60_000, id)).toEqual({
          id,
          sellable: true,
          maintenance: { startsAt, endsAt, active: false },
        });
      }
    },
  );

  it.each([
    ['Lord Howe, from half past two', notable.lordHowe, '2026-10-03T15:30:00Z', '2026-10-03T16:00:00Z'],
    ['Chatham, until a quarter to three', notable.chatham, '2026-09-26T13:15:00Z', '2026-09-26T14:00:00Z'],
  ])('R-MAINT-5: has a short closure in %s (%s): from %s to %s', async (_city, id, startsAt, endsAt) => {
    const [startMs, endMs] = [Date.parse(startsAt), Date.parse(endsAt)];
    expect(await seenAt(startMs - 1, id)).toMatchObject({
      sellable: true,
      maintenance: { startsAt, endsAt },
    });
    for (const within of [startMs, endMs - 1]) {
      expect(await seenAt(within, id)).toMatchObject({
        sellable: false,
        maintenance: { startsAt, endsAt, active: true },
      });
    }
    expect(await seenAt(endMs, id)).toMatchObject({ sellable: true, maintenance: { active: false } });
  });
});

describe('the night on which the clocks go back', () => {
  it.each([
    [
      "New York, where one o'clock comes twice",
      notable.newYork,
      '2026-11-01T07:00:00Z',
      '2026-11-01T08:00:00Z',
    ],
    [
      'Lord Howe, where half past one comes twice',
      notable.lordHowe,
      '2027-04-03T15:30:00Z',
      '2027-04-03T16:30:00Z',
    ],
    ["Sydney, where two o'clock comes twice", notable.sydney, '2027-04-03T15:00:00Z', '2027-04-03T17:00:00Z'],
    [
      "Auckland, where two o'clock comes twice",
      notable.auckland,
      '2027-04-03T13:00:00Z',
      '2027-04-03T15:00:00Z',
    ],
  ])('R-MAINT-6: has one closure in %s (%s): from %s to %s', async (_city, id, startsAt, endsAt) => {
    const [startMs, endMs] = [Date.parse(startsAt), Date.parse(endsAt)];
    const tonight = { startsAt, endsAt };
    for (const before of [startMs - 3_600_000, startMs - 1]) {
      expect(await seenAt(before, id)).toEqual({
        id,
        sellable: true,
        maintenance: { ...tonight, active: false },
      });
    }
    for (let within = startMs; within < endMs; within += 15 * 60_000) {
      expect(await seenAt(within, id)).toEqual({
        id,
        sellable: false,
        maintenance: { ...tonight, active: true },
      });
    }
    expect(await seenAt(endMs - 1, id)).toMatchObject({ sellable: false });
    expect(await seenAt(endMs, id)).toMatchObject({ sellable: true, maintenance: { active: false } });
  });

  it('R-MAINT-6: has two closures in Chatham, where a quarter to three comes twice, after three', async () => {
    const closures = [
      { startsAt: '2027-04-03T12:15:00Z', endsAt: '2027-04-03T13:15:00Z' },
      { startsAt: '2027-04-03T14:00:00Z', endsAt: '2027-04-03T14:15:00Z' },
    ];
    let openSince = '2027-04-03T11:00:00Z';
    for (const closure of closures) {
      expect(await seenAt(openSince, notable.chatham)).toMatchObject({
        sellable: true,
        maintenance: { ...closure, active: false },
      });
      expect(await seenAt(Date.parse(closure.endsAt) - 1, notable.chatham)).toMatchObject({
        sellable: false,
        maintenance: { ...closure, active: true },
      });
      openSince = closure.endsAt;
    }
    expect(await seenAt(openSince, notable.chatham)).toMatchObject({
      sellable: true,
      maintenance: { startsAt: '2027-04-04T13:15:00Z', active: false },
    });
  });
});

describe('the nights on which the clocks change, from midnight to two', () => {
  it.each([
    ['New York, forward after it', notable.newYork, '2027-03-14T05:00:00Z', '2027-03-14T07:00:00Z'],
    [
      "New York, where one o'clock comes twice",
      notable.newYork,
      '2026-11-01T04:00:00Z',
      '2026-11-01T07:00:00Z',
    ],
    ['Lord Howe, forward after it', notable.lordHowe, '2026-10-03T13:30:00Z', '2026-10-03T15:30:00Z'],
    [
      'Lord Howe, where half past one comes twice',
      notable.lordHowe,
      '2027-04-03T13:00:00Z',
      '2027-04-03T15:30:00Z',
    ],
    ['Sydney, back after it', notable.sydney, '2027-04-03T13:00:00Z', '2027-04-03T15:00:00Z'],
    ['Auckland, back after it', notable.auckland, '2027-04-03T11:00:00Z', '2027-04-03T13:00:00Z'],
  ])('have one closure in %s (%s): from %s to %s', async (_city, id, startsAt, endsAt) => {
    useEdition('2018');
    const [startMs, endMs] = [Date.parse(startsAt), Date.parse(endsAt)];
    const tonight = { startsAt, endsAt };
    expect(await seenAt(startMs - 1, id)).toMatchObject({
      sellable: true,
      maintenance: { ...tonight, active: false },
    });
    for (let within = startMs; within < endMs; within += 15 * 60_000)
      expect(await seenAt(within, id)).toMatchObject({
        sellable: false,
        maintenance: { ...tonight, active: true },
      });
    for (const after of [endMs, endMs + 3_600_000])
      expect(await seenAt(after, id)).toMatchObject({ sellable: true, maintenance: { active: false } });
  });
});
