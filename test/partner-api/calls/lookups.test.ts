import {
  UpstreamNonsense,
  UpstreamRefused,
  UpstreamThrottled,
  UpstreamUnauthorized,
  UpstreamUnavailable,
} from '../../../src/partner-api/errors';
import sample from '../fixtures/availability.json';
import { CALLER, EVENT_ID, type Rig, failure, openRig } from '../rig';
import { type Script, gate, json, refusal } from '../upstream';

let rig: Rig;
beforeEach(async () => {
  rig = await openRig();
});
afterEach(() => rig.close());

type LookUp = () => Promise<unknown>;
const LOOK_UPS: [string, LookUp][] = [
  ['the list of events', () => rig.api.sellableEvents(CALLER)],
  ['an event by its code', () => rig.api.eventIdByCode('EPT0726E', 'LA2', CALLER)],
  ['availability', () => rig.api.availability(EVENT_ID, 'USD', CALLER)],
];

async function answered<Result>(body: unknown, lookUp: () => Promise<Result>): Promise<Result> {
  rig.upstream.answers(json(body));
  return lookUp();
}
const listOf = (...events: unknown[]) => answered({ events }, () => rig.api.sellableEvents(CALLER));
const availabilityOf = (body: unknown, currency: string | null = null) =>
  answered(body, () => rig.api.availability(EVENT_ID, currency, CALLER));
const rowsOf = async (...inventory: unknown[]) =>
  (await availabilityOf({ event: { tickets: [{ inventory }] } }))?.blocks[0]?.rows;

describe('an account that is not enabled', () => {
  it.each(LOOK_UPS)('R-LOOKUP-3: reads null for %s, at 403 of the gate and at 404', async (_what, lookUp) => {
    rig.upstream.answers(gate(403), gate(404));
    expect(await lookUp()).toBeNull();
    expect(await lookUp()).toBeNull();
    expect(rig.upstream.calls).toHaveLength(2);
  });

  const TROUBLE: [string, Script | null, Script | null, new (...args: never[]) => Error][] = [
    ['wrong credentials', gate(401), null, UpstreamUnauthorized],
    ['a token that is forbidden', null, gate(403), UpstreamUnauthorized],
    ['an exhausted quota', gate(429), null, UpstreamThrottled],
    ['another refusal', refusal(10002, 400), null, UpstreamRefused],
    ['something that is no look-up', json({ nothing: 1 }), null, UpstreamNonsense],
  ];
  it.each(TROUBLE)('R-LOOKUP-3: is not what %s is taken for', async (_what, call, token, type) => {
    for (const [, lookUp] of LOOK_UPS) {
      if (call) rig.upstream.answers(call);
      if (token) rig.upstream.answersToken(token);
      expect(await failure(rig.clock.until(lookUp()))).toBeInstanceOf(type);
    }
  });
});

describe('the list of events', () => {
  it('R-LOOKUP-1: of the manual is read whole', async () => {
    const listed = await listOf({
      eventCode: 'EPT0726E',
      eventHost: 'LA2',
      eventId: '0B004D43F86C478F',
      eventDate: '2015-07-26',
      eventTime: '18:30:00',
      timeZone: 'America/Los_Angeles',
      offers: [{ repName: 'GPAS4', ticketType: '00004C440003' }],
    });
    expect(rig.upstream.onlyCall.target).toMatch(/^\/partners\/v1\/events\?apikey=/);
    expect(listed).toEqual([
      {
        code: 'EPT0726E',
        host: 'LA2',
        eventId: '0B004D43F86C478F',
        localDate: '2015-07-26',
        localTime: '18:30:00',
        timeZone: 'America/Los_Angeles',
        offers: [{ name: 'GPAS4', ticketId: '00004C440003' }],
      },
    ]);
  });

  it('R-LOOKUP-1: leaves out what names no event, and reads null for what makes no sense', async () => {
    const odd = { eventId: EVENT_ID, eventDate: '2015-7-26', eventTime: '25:00', timeZone: 'Mars/Olympus' };
    expect(await listOf({ eventId: 'short' }, null, {}, odd)).toEqual([
      {
        eventId: EVENT_ID,
        code: null,
        host: null,
        localDate: null,
        localTime: null,
        timeZone: null,
        offers: [],
      },
    ]);
    expect(await listOf({ eventId: EVENT_ID, eventTime: '18:30' })).toMatchObject([
      { localTime: '18:30:00' },
    ]);
  });
});

describe('an event by its code', () => {
  it('R-LOOKUP-2: is asked for in two segments that nothing steps out of', async () => {
    rig.upstream.answers(json({ event: { id: EVENT_ID } }));
    expect(await rig.api.eventIdByCode('E/../1', 'L?2', CALLER)).toBe(EVENT_ID);
    expect(rig.upstream.onlyCall.target).toMatch(
      /^\/partners\/v1\/events\/code\/E%2F\.\.%2F1\/L%3F2\?apikey=/,
    );
  });

  it('R-LOOKUP-2: is nonsense where the id could name no event', async () => {
    rig.upstream.answers(json({ event: { id: '../../oauth/tok' } }));
    expect(await failure(rig.api.eventIdByCode('E', 'L', CALLER))).toBeInstanceOf(UpstreamNonsense);
  });
});

describe('availability', () => {
  it('R-AVAIL-1: of the manual is read whole', async () => {
    const availability = await availabilityOf(sample);
    expect(rig.upstream.onlyCall.target).toMatch(
      /^\/partners\/v1\/events\/3F004CBB88958BF9\/availability\?apikey=/,
    );
    expect(availability).toMatchObject({ ticketLimit: 10, restrictSingle: true });
    expect(
      availability?.blocks.map(({ remaining, total, ticketLimit }) => [remaining, total, ticketLimit]),
    ).toEqual([
      [5034, 10345, 4],
      [43, 108, 6],
    ]);
    expect(availability?.blocks[0]?.rows[1]).toEqual({
      section: '208',
      row: 'A',
      seats: ['1', '2'],
      placeIds: ['INGEEMRQHE5E2ORU', 'INGEEMRQHE5E2ORV'],
      hasEvenOddMix: true,
    });
    expect(availability?.blocks[1]).toMatchObject({
      rows: [{ seats: ['2', '4', '6', '8', '10', '12', '16'], placeIds: [] }],
      offers: [
        {
          ticketId: '00000407000C',
          name: 'GPAS2',
          description: 'GPAS2',
          priceLevelId: '1',
          faceValue: { amount: '50.00', currency: 'USD' },
          charges: [{ reason: 'facility', kind: 'fee', amount: { amount: '5.00', currency: 'USD' } }],
        },
      ],
    });
  });

  it('R-AVAIL-1: reads null, false or empty for what upstream does not say', async () => {
    expect(await availabilityOf({ event: {} })).toEqual({
      ticketLimit: null,
      restrictSingle: false,
      blocks: [],
    });
    expect(await availabilityOf({ event: { tickets: [{ available: -1 }, 7] } })).toMatchObject({
      blocks: [{ remaining: null, total: null, ticketLimit: null, rows: [], offers: [] }],
    });
  });

  it('R-AVAIL-1: takes 0 for "no limit" of the event, and for "none at present" of a block', async () => {
    const event = { eventTicketLimit: 0, tickets: [{ currentTicketLimit: 0 }] };
    expect(await availabilityOf({ event })).toMatchObject({
      ticketLimit: null,
      blocks: [{ ticketLimit: 0 }],
    });
  });

  it("R-AVAIL-1: counts in the offer's currency, else in the event's, else in none", async () => {
    const body = (currency?: string) => ({
      event: { tickets: [{ offers: [{ currency, faceValue: 25, charges: [{ amount: 3 }] }] }] },
    });
    const money = async (own?: string, event: string | null = null) => {
      const offer = (await availabilityOf(body(own), event))?.blocks[0]?.offers[0];
      return [offer?.faceValue?.currency, offer?.charges[0]?.amount?.currency];
    };
    expect(await money('CAD', 'USD')).toEqual(['CAD', 'CAD']);
    expect(await money(undefined, 'USD')).toEqual(['USD', 'USD']);
    expect(await money()).toEqual(['XXX', 'XXX']);
  });

  it.each([
    ['a seat that makes no sense', [1, null, '7A'], ['a', 'b', 'c'], ['1', '7A'], ['a', 'c']],
    ['a place that makes no sense', [1, 2], ['a', null], ['1', '2'], []],
    ['fewer places than seats', [1, 2], ['a'], ['1', '2'], []],
    ['more places than seats', [1], ['a', 'b'], ['1'], []],
    ['no seats at all', undefined, ['a'], [], []],
  ])(
    'R-AVAIL-2: a place never stands beside the seat of another: %s',
    async (_, seats, places, ours, placeIds) => {
      expect(await rowsOf({ seats, places })).toMatchObject([{ seats: ours, placeIds }]);
    },
  );

  it('R-AVAIL-5: is null for an event that is not sold through this API', async () => {
    rig.upstream.answers(refusal(90001, 403));
    expect(await rig.api.availability(EVENT_ID, null, CALLER)).toBeNull();
  });

  it('R-AVAIL-5: is not available, rather than null, while the ticketing system is down', async () => {
    rig.upstream.answers(refusal(20001, 400));
    const error = await failure(rig.api.availability(EVENT_ID, null, CALLER));
    expect(error).toBeInstanceOf(UpstreamUnavailable);
    expect(error).toMatchObject({ upstreamCode: 20001, retryable: true });
    expect(rig.upstream.calls).toHaveLength(1);
  });
});
