import { notable } from '../../src/sandbox/catalogue/catalogue';
import type { Fault } from '../../src/sandbox/sandbox';
import { type GraphQLAnswer, type House, openHouse } from '../support/house';

const EVENT = 'query ($id: EventID!) { event(id: $id) { name } }';
let house: House;
afterEach(() => house.close());

/** The clock runs, for time-outs and for the pauses between the tries of a read. */
const askEvent = (id: string = notable.manualSample) => house.clock.until(house.ask(EVENT, { id }));

/** Whether something that belongs inside has come out: in the answer, or anywhere in the log. */
function expectNoSecrets(answer: GraphQLAnswer) {
  const out = JSON.stringify(answer) + house.log();
  const { apiKey, apiSecret, url, origin } = house.sandbox;
  const basic = Buffer.from(`${apiKey}:${apiSecret}`).toString('base64');
  for (const secret of [apiKey, apiSecret, basic, url, origin, 'Bearer', '/partners/v1', 'apikey']) {
    expect(out).not.toContain(secret);
  }
  expect(JSON.stringify(answer)).not.toMatch(/stack|node_modules|\.ts:\d|\n\s+at /);
}

type Weather = Omit<Fault, 'route'>;

const EVENT_WEATHER: [string, Weather, string][] = [
  ['answers 500', { kind: 'status', status: 500 }, 'UPSTREAM_UNAVAILABLE'],
  ['answers 502 with a page', { kind: 'html' }, 'UPSTREAM_UNAVAILABLE'],
  ['answers 503', { kind: 'status', status: 503 }, 'UPSTREAM_UNAVAILABLE'],
  ['breaks the connection', { kind: 'resetBefore' }, 'UPSTREAM_UNAVAILABLE'],
  ['breaks off in the midst of its answer', { kind: 'truncated' }, 'UPSTREAM_UNAVAILABLE'],
  ['never answers', { kind: 'hang' }, 'UPSTREAM_TIMEOUT'],
  ['answers too late', { kind: 'latency', delayMs: 60_000 }, 'UPSTREAM_TIMEOUT'],
  ['is throttling', { kind: 'status', status: 429, headers: { 'Retry-After': '70' } }, 'UPSTREAM_QUOTA'],
  ['refuses the token', { kind: 'status', status: 401 }, 'UPSTREAM_UNAUTHORIZED'],
  ['forbids the call', { kind: 'status', status: 403 }, 'UPSTREAM_UNAUTHORIZED'],
  ['answers 200 with a page', { kind: 'html', status: 200 }, 'UPSTREAM_UNEXPECTED'],
  ['answers 200 with nothing', { kind: 'empty' }, 'UPSTREAM_UNEXPECTED'],
  ['answers 200 with far too much', { kind: 'huge' }, 'UPSTREAM_UNEXPECTED'],
  ['answers 200 with null', { kind: 'json', body: null }, 'UPSTREAM_UNEXPECTED'],
  ['answers 200 with a list', { kind: 'json', body: [[]] }, 'UPSTREAM_UNEXPECTED'],
  ['answers 200 with something else', { kind: 'json', body: { cart: { id: 1 } } }, 'UPSTREAM_UNEXPECTED'],
  ['answers 200 with half of JSON', { kind: 'json', body: '{"event": {' }, 'UPSTREAM_UNEXPECTED'],
  [
    'answers 400 with a number',
    { kind: 'status', status: 400, body: { error: { code: 20001 } } },
    'UPSTREAM_UNEXPECTED',
  ],
  [
    'sends us elsewhere',
    { kind: 'status', status: 302, headers: { Location: 'http://127.0.0.1:9/' } },
    'UPSTREAM_UNEXPECTED',
  ],
];

describe('an event that upstream does not answer for', () => {
  it.each(EVENT_WEATHER)(
    'R-READ-1: is null with a code of its own when upstream %s, and there again afterwards',
    async (_what, weather, code) => {
      house = await openHouse();
      house.sandbox.setFaults([{ route: 'event', ...weather }]);
      const answer = await askEvent();
      expect(answer).toMatchObject({ status: 200, data: { event: null } });
      expect(answer.errors).toEqual([
        {
          message: expect.stringMatching(/^[A-Z][^{}<>]*\.$/),
          locations: [expect.anything()],
          path: ['event'],
          extensions: {
            code,
            retryable: expect.any(Boolean),
            ...(code === 'UPSTREAM_QUOTA' && { retryAfterSeconds: 70 }),
          },
        },
      ]);
      // The time-out of one call bounds the whole read: one that ran out of it is not sent again.
      if (code === 'UPSTREAM_TIMEOUT') expect(house.sandbox.report().requests.event).toBe(1);
      expectNoSecrets(answer);

      house.sandbox.setFaults([]);
      if (code === 'UPSTREAM_QUOTA') house.clock.advance(70_000);
      expect(await askEvent()).toMatchObject({ data: { event: { name: expect.any(String) } } });
    },
  );

  it('L10: does no harm to other events of the same request, nor to other requests', async () => {
    house = await openHouse();
    house.sandbox.setFaults([{ route: 'event', kind: 'hang', eventId: notable.fees }]);
    const hanging = askEvent(notable.fees);
    const both = house.ask('query ($ids: [EventID!]!) { events(ids: $ids) { id } }', {
      ids: [notable.fees, notable.family],
    });
    expect(await askEvent(notable.family)).toMatchObject({ data: { event: { name: expect.any(String) } } });
    expect((await both).data.events).toEqual([null, { id: notable.family }]);
    expect((await hanging).errors).toHaveLength(1);
  });
});

describe('a token that upstream does not grant', () => {
  it.each<[string, Weather, string]>([
    ['answers 500', { kind: 'status', status: 500 }, 'UPSTREAM_UNAVAILABLE'],
    ['breaks the connection', { kind: 'resetBefore' }, 'UPSTREAM_UNAVAILABLE'],
    ['never answers', { kind: 'hang' }, 'UPSTREAM_TIMEOUT'],
    ['refuses the credentials', { kind: 'status', status: 401 }, 'UPSTREAM_UNAUTHORIZED'],
    ['answers 400', { kind: 'status', status: 400 }, 'UPSTREAM_UNAUTHORIZED'],
    ['is throttling', { kind: 'status', status: 429, headers: { 'Retry-After': '70' } }, 'UPSTREAM_QUOTA'],
    ['answers with a page', { kind: 'html', status: 200 }, 'UPSTREAM_UNAVAILABLE'],
    ['answers with nothing', { kind: 'empty' }, 'UPSTREAM_UNAVAILABLE'],
    ['grants none', { kind: 'json', body: { status: 'approved' } }, 'UPSTREAM_UNAVAILABLE'],
  ])('R-READ-2: is a code of its own too when upstream %s', async (_what, weather, code) => {
    house = await openHouse();
    house.sandbox.setFaults([{ route: 'token', ...weather }]);
    const answer = await askEvent();
    expect(answer).toMatchObject({ data: { event: null }, errors: [{ extensions: { code } }] });
    expect(house.sandbox.report().requests.event).toBe(0);
    expectNoSecrets(answer);

    house.sandbox.setFaults([]);
    if (code === 'UPSTREAM_QUOTA') house.clock.advance(70_000);
    expect(await askEvent()).toMatchObject({ data: { event: { name: expect.any(String) } } });
  });
});

describe('an upstream that is not there at all', () => {
  it('R-READ-1: is UPSTREAM_UNAVAILABLE, and the gateway stays alive', async () => {
    house = await openHouse({ upstreamUrl: 'http://127.0.0.1:1/partners/v1' });
    const answer = await askEvent();
    expect(answer.errors?.[0]?.extensions.code).toBe('UPSTREAM_UNAVAILABLE');
    expectNoSecrets(answer);
    expect((await house.ask('{ countries { name } }')).errors).toBeUndefined();
  });
});

describe('more calls than the gateway allows itself', () => {
  it('L10: are OVERLOADED at once, and those before them answered', async () => {
    house = await openHouse({ env: { UPSTREAM_CONNECTIONS: '1', UPSTREAM_MAX_WAITING: '2' } });
    await askEvent();
    house.sandbox.setFaults([{ route: 'event', kind: 'latency', delayMs: 30 }]);
    const ids = [
      notable.newYork,
      notable.phoenix,
      notable.sydney,
      notable.fees,
      notable.family,
      notable.maori,
    ];
    const { data, errors = [] } = await house.ask('query ($ids: [EventID!]!) { events(ids: $ids) { id } }', {
      ids,
    });
    const answered = (data.events as unknown[]).filter((event) => event !== null);
    expect(answered.length).toBeGreaterThanOrEqual(2);
    expect(errors).toHaveLength(ids.length - answered.length);
    expect(new Set(errors.map(({ extensions }) => extensions.code))).toEqual(new Set(['OVERLOADED']));
  });
});
