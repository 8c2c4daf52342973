import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';

import * as fc from 'fast-check';
import { type GraphQLObjectType, getNamedType, isObjectType, parse, validate } from 'graphql';

import { freshnessOf } from '../../src/fast-reads/field-freshness';
import { buildSchema } from '../../src/graphql/schema';
import type { CatalogueEvent } from '../../src/sandbox/catalogue/catalogue';
import { at, show, showId } from '../events/shows';
import { FakeClock } from '../support/fake-clock';
import { type House, openHouse } from '../support/house';
import { type RawAnswer, call } from '../http/call';

const NOON_MS = Date.parse('2026-06-15T12:00:00Z');
const HOUR_MS = 3_600_000;

/** Two of them go on sale and off again; none is shown stale, so that a moment has one right answer. */
const ENV = { EVENT_STALE_SECONDS: '0.001', EVENT_STALE_IF_ERROR_SECONDS: '0.001', EVENT_CACHE_MAX: '4' };
const on = (from: string, until: string) => ({
  onsale: at(from),
  offsale: at(until),
  presales: [],
  statuses: [],
});
const makeEvents = (): CatalogueEvent[] => [
  show(showId('R', 1), on('2026-06-15T12:00:30Z', '2026-06-15T12:01:10Z')),
  show(showId('R', 2), on('2020-01-01T00:00:00Z', '2026-06-15T13:00:00Z')),
  ...[3, 4, 5].map((number) => show(showId('R', number), on('2020-01-01T00:00:00Z', '2030-01-01T00:00:00Z'))),
];

/** What a client sends. */
interface Asking {
  readonly query: string;
  readonly variables: Record<string, unknown>;
  readonly operationName?: string;
}

const schema = buildSchema();

/** How deep the selections of single fields go. */
const DEEPEST = 3;

/** All fields of `type` that a reply with them may be stored, as a selection of each. */
const fieldsOf = (type: GraphQLObjectType, depth = 0): string[] =>
  Object.values(type.getFields())
    .filter(({ name }) => freshnessOf(type.name, name) !== 'live')
    .flatMap(({ name, type: of }) => {
      const below = getNamedType(of);
      if (!isObjectType(below)) return [name];
      return depth < DEEPEST ? [`${name} { ${fieldsOf(below, depth + 1).join(' ')} }`] : [];
    });

const FIELDS = [
  ...fieldsOf(schema.getType('Event') as GraphQLObjectType),
  '__typename',
  'again: name',
  '... on Event { currency }',
  '...Shown',
  'presales @include(if: $wanted) { label }',
  'onsaleAt @skip(if: true)',
];
const selection = fc
  .subarray(FIELDS, { minLength: 1, maxLength: 12 })
  .map((fields) => `{ ${fields.join(' ')} }`);
const eventId = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...makeEvents().map(({ id }) => id)) },
  // Unknown; not an id; a card number that is shaped like one.
  fc.constantFrom('UNKNOWNUNKNOWN01', '..', '4588883206000011'),
);

/** Reads of public data in every shape that is answered in its own way, and some that are refused. */
const asking: fc.Arbitrary<Asking> = fc
  .record({
    fields: selection,
    more: selection,
    one: eventId,
    // Together with `one`, no more than the catalogue keeps. More would evict each other when they are read again.
    several: fc.array(eventId, { maxLength: 3 }),
    wanted: fc.boolean(),
    shape: fc.constantFrom(
      'one',
      'list',
      'both',
      'literal',
      'fragment',
      'twice',
      'named',
      'states',
      'introspection',
    ),
  })
  .map(({ fields, more, one, several, wanted, shape }) => {
    const roots: Record<string, string> = {
      one: `event(id: $one) ${fields}`,
      list: `events(ids: $several) ${fields}`,
      both: `first: event(id: $one) ${fields} events(ids: $several) ${more}`,
      literal: `events(ids: ["${several.join('", "')}"]) ${fields} event(id: "${one}") ${more}`,
      fragment: `...Root`,
      twice: `event(id: $one) ${fields} event(id: $one) ${more}`,
      named: `event(id: $one) ${fields}`,
      states: `states(country: CANADA) { name postalAbbreviation } event(id: $one) ${fields}`,
      introspection: `__schema { queryType { name } } event(id: $one) ${fields}`,
    };
    const root = roots[shape] ?? '';
    const uses = (text: string) =>
      (root + (shape === 'fragment' ? `event(id: $one) ${fields}` : '')).includes(text);
    const declared = [
      ...(uses('$one') ? ['$one: EventID!'] : []),
      ...(uses('$several') ? ['$several: [EventID!]!'] : []),
      ...(uses('$wanted') ? ['$wanted: Boolean!'] : []),
    ].join(', ');
    const fragments = [
      ...(uses('...Shown') ? ['fragment Shown on Event { name sellable typeId }'] : []),
      ...(shape === 'fragment' ? [`fragment Root on Query { event(id: $one) ${fields} }`] : []),
      ...(shape === 'named' ? ['query Other { countries { isoCode } }'] : []),
    ].join(' ');
    return {
      query: `query Asked${declared && `(${declared})`} { ${root} } ${fragments}`,
      variables: { one, several, wanted },
      ...(shape === 'named' && { operationName: 'Asked' }),
    };
  });

/** Time goes by, also backwards, an event changes, or something is asked. */
type Step =
  | { readonly kind: 'pass'; readonly ms: number }
  | { readonly kind: 'change'; readonly index: number; readonly name: string; readonly onsale: string }
  | { readonly kind: 'ask'; readonly which: number; readonly byGet: boolean };

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('ask' as const),
      which: fc.nat(2),
      byGet: fc.boolean(),
    }),
  },
  fc.record({
    kind: fc.constant('pass' as const),
    ms: fc.oneof(
      fc.integer({ min: 1, max: 40_000 }),
      fc.constantFrom(60_000, 60_001, 10_000, 10_001, 30_000, 70_000, 21 * HOUR_MS, -20_000, -5 * HOUR_MS),
    ),
  }),
  fc.record({
    kind: fc.constant('change' as const),
    index: fc.nat(4),
    name: fc.string({ minLength: 1, unit: 'grapheme' }),
    onsale: fc.constantFrom('2026-06-15T12:00:45Z', '2026-06-15T11:59:00Z', '2027-01-01T00:00:00Z'),
  }),
);

/** Asks in such a way that the answer may be ready. */
function ask(house: House, asked: Asking, byGet: boolean): Promise<RawAnswer> {
  if (!byGet) return post(house, asked);
  const search = new URLSearchParams({ query: asked.query, variables: JSON.stringify(asked.variables) });
  if (asked.operationName) search.set('operationName', asked.operationName);
  return call(house, `/graphql?${search.toString()}`, { headers: { 'apollo-require-preflight': 'true' } });
}

const post = (house: House, body: unknown) =>
  call(house, '/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });

/** Asks so that Apollo Server answers: a request that registers a persisted query is never served from the cache. */
function askApollo(house: House, asked: Asking): Promise<RawAnswer> {
  const sha256Hash = createHash('sha256').update(asked.query).digest('hex');
  return post(house, { ...asked, extensions: { persistedQuery: { version: 1, sha256Hash } } });
}

/** A read is answered by Apollo, then by parts, then wholly kept, and then from what was kept. */
const UNTIL_READY = 4;

/** A body made by `bodyOf` of letters that give it the checksum `wanted`. */
function withChecksum(wanted: number, bodyOf: (letters: string) => string): string {
  const letters = Array.from({ length: 64 }, () => 'a');
  const plain = crc32(bodyOf(letters.join('')));
  // A letter changes the checksum in the same way whatever the others are. By the highest bit that a change changes:
  const changes = new Map<number, { readonly bits: number; readonly at: readonly number[] }>();
  const reduce = (from: number, at: number[]): { bits: number; at: number[] } => {
    let bits = from;
    for (
      let known = changes.get(Math.clz32(bits));
      bits !== 0 && known;
      known = changes.get(Math.clz32(bits))
    ) {
      bits ^= known.bits;
      at.push(...known.at);
    }
    return { bits, at };
  };
  for (const index of letters.keys()) {
    const change = reduce(plain ^ crc32(bodyOf(letters.with(index, 'b').join(''))), [index]);
    if (change.bits !== 0) changes.set(Math.clz32(change.bits), change);
  }
  const { at } = reduce(plain ^ wanted, []);
  return bodyOf(
    letters.map((_, index) => (at.filter((one) => one === index).length % 2 ? 'b' : 'a')).join(''),
  );
}

const essence = ({ status, headers, text }: RawAnswer) => ({ status, type: headers['content-type'], text });

/** Why a query is not valid; that an id in it is none is meant so. */
const flawsIn = (query: string): string[] =>
  validate(schema, parse(query))
    .map(({ message }) => message)
    .filter((message) => !message.includes('EventID: an event id'));

describe('an answer that was ready', () => {
  let house: House;
  afterEach(() => house.close());

  const BY_GET = { headers: { 'apollo-require-preflight': 'true' } };
  const nameOf = (number: number) =>
    `/graphql?query=${encodeURIComponent(`{ event(id: "${showId('R', number)}") { name } }`)}`;

  it('goes with the event that it shows, when others push that out', async () => {
    const [first, ...others] = makeEvents();
    house = await openHouse({
      sandbox: { events: first ? [first, ...others] : [] },
      env: { ...ENV, EVENT_CACHE_MAX: '1' },
    });
    for (let time = 0; time < UNTIL_READY; time++) await call(house, nameOf(1), BY_GET);
    await call(house, nameOf(2), BY_GET);
    Object.assign(first?.answer.event ?? {}, { name: 'New' });
    expect((await call(house, nameOf(1), BY_GET)).text).toContain('New');
  });

  it('goes when what it says of the time of day is over, also where it was put together of parts', async () => {
    house = await openHouse({
      clock: new FakeClock(NOON_MS),
      sandbox: { events: makeEvents() },
      env: ENV,
    });
    const query = `{ event(id: "${showId('R', 1)}") { sellable } }`;
    for (const [sellable, untilMs] of [
      [false, 30_000],
      [true, 40_000],
    ] as const) {
      for (let time = 0; time < UNTIL_READY; time++) {
        expect((await post(house, { query })).text).toBe(`{"data":{"event":{"sellable":${sellable}}}}\n`);
      }
      house.clock.advance(untilMs);
    }
  });

  it('may be kept by browsers and CDNs for as long as it is sure to be true, when it was asked for by GET', async () => {
    house = await openHouse({ sandbox: { events: makeEvents() }, env: ENV });
    const first = await call(house, nameOf(2), BY_GET);
    // An event is fresh for 60 seconds, to the last of them.
    expect(first.headers).toMatchObject({ 'cache-control': 'public, max-age=60', etag: expect.any(String) });
    house.clock.advance(12_500);
    const again = await call(house, nameOf(2), {
      headers: { ...BY_GET.headers, 'if-none-match': `"other", W/${first.headers.etag}` },
    });
    expect(again).toMatchObject({
      status: 304,
      text: '',
      headers: { 'cache-control': 'public, max-age=47' },
    });
    expect(again.headers['x-request-id']).not.toBe(first.headers['x-request-id']);
    const other = await call(house, nameOf(2), {
      headers: { ...BY_GET.headers, 'if-none-match': '"other"' },
    });
    expect(other).toMatchObject({ status: 200, text: first.text });
  });

  it("is nobody else's to keep when it was posted, has an error in it, or is not public", async () => {
    house = await openHouse({ sandbox: { events: makeEvents() }, env: ENV });
    const query = `{ event(id: "${showId('R', 2)}") { name } }`;
    const sold = '/graphql?query={sellableEvents{event{name}}}';
    const wrong = '/graphql?query={event(id:"UNKNOWN"){name}}';
    for (const answer of [
      await post(house, { query }),
      await post(house, { query }),
      await call(house, sold, BY_GET),
      await call(house, wrong, BY_GET),
    ]) {
      expect(answer.headers).toMatchObject({ 'cache-control': 'no-store' });
      expect(answer.headers).not.toHaveProperty('etag');
    }
  });

  it('comes in the form that each client accepts, and with the right of its own origin to read it', async () => {
    house = await openHouse({
      sandbox: { events: makeEvents() },
      env: { ...ENV, ALLOWED_ORIGINS: 'https://a.example' },
    });
    const types = [
      ['application/json', 'application/json'],
      ['application/graphql-response+json', 'application/graphql-response+json'],
      // As long as the one before.
      ['application/json, image/xxxxxxxxx', 'application/json'],
    ] as const;
    for (const [accept, type] of [...types, ...types, ...types, ...types]) {
      const answer = await call(house, nameOf(2), { headers: { ...BY_GET.headers, accept } });
      expect(answer.headers['content-type']).toBe(`${type}; charset=utf-8`);
      expect(answer.headers['vary']).toBe('Origin, Accept, Accept-Encoding, x-frontend-key');
    }
    for (const [origin, allowed] of [
      ['https://a.example', 'https://a.example'],
      ['https://b.example', undefined],
    ]) {
      const answer = await call(house, nameOf(2), { headers: { ...BY_GET.headers, origin: origin ?? '' } });
      expect(answer.headers['access-control-allow-origin']).toBe(allowed);
    }
  });

  it('comes in the form that each client accepts also where it is posted, however it was made', async () => {
    house = await openHouse({ sandbox: { events: makeEvents() }, env: ENV });
    const query = `{ event(id: "${showId('R', 2)}") { name } }`;
    for (let time = 0; time < UNTIL_READY; time++) {
      for (const type of ['application/graphql-response+json', 'application/json']) {
        const answer = await call(house, '/graphql', {
          method: 'POST',
          headers: { 'content-type': 'application/json', accept: type },
          body: JSON.stringify({ query }),
        });
        expect(answer.headers['content-type']).toBe(`${type}; charset=utf-8`);
      }
    }
  });

  it('is not given to another request of the same checksum', async () => {
    house = await openHouse({ sandbox: { events: makeEvents() }, env: ENV });
    const asking = (number: number) => (letters: string) =>
      JSON.stringify({ query: `{ event(id: "${showId('R', number)}") { id } }`, extensions: { letters } });
    const bodies = new Map([[2, asking(2)('a'.repeat(64))]]);
    bodies.set(3, withChecksum(crc32(bodies.get(2) ?? ''), asking(3)));
    expect(new Set([...bodies.values()].map((body) => crc32(body))).size).toBe(1);
    for (const number of [2, 2, 2, 2, 3, 3, 3, 3, 2, 3, 2, 3]) {
      const answer = await call(house, '/graphql', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: bodies.get(number) ?? '',
      });
      expect(answer.text).toBe(`{"data":{"event":{"id":"${showId('R', number)}"}}}\n`);
    }
  });

  it('is the one that would be made at this moment, byte for byte', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(asking, { minLength: 3, maxLength: 3 }),
        fc.array(step, { minLength: 6, maxLength: 30 }),
        async (askings, steps) => {
          for (const { query } of askings) expect(flawsIn(query)).toEqual([]);
          const events = makeEvents();
          house = await openHouse({ clock: new FakeClock(NOON_MS), sandbox: { events }, env: ENV });
          try {
            for (const taken of steps) {
              if (taken.kind === 'pass') house.clock.jumpTo(house.clock.now() + taken.ms);
              if (taken.kind === 'change') {
                Object.assign(events[taken.index]?.answer.event ?? {}, {
                  name: taken.name,
                  onsale: at(taken.onsale),
                });
              }
              const asked = taken.kind === 'ask' ? askings[taken.which] : undefined;
              if (!asked || taken.kind !== 'ask') continue;
              const expected = essence(await askApollo(house, asked));
              for (let time = 0; time < UNTIL_READY; time++) {
                expect(essence(await ask(house, asked, taken.byGet))).toEqual(expected);
              }
            }
          } finally {
            await house.close();
          }
        },
      ),
      { numRuns: 30 },
    );
  });
});
