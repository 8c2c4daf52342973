import { show, showId } from '../events/shows';
import { type RawAnswer, call } from '../http/call';
import { type House, openHouse } from '../support/house';

interface Request {
  readonly query: string;
  readonly variables?: Record<string, unknown>;
  readonly operationName?: string | null;
  /** Makes the request unlike all others, so that no stored reply answers it. */
  readonly extensions?: Record<string, unknown>;
}

const send = (house: House, request: Request): Promise<RawAnswer> =>
  call(house, '/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(request),
  });

const READABLE = showId('D', 1);
/** An event that upstream answers with nonsense, so that reading it fails. */
const UNREADABLE = showId('D', 2);

const openUnreadable = (): Promise<House> =>
  openHouse({
    sandbox: { events: [show(READABLE), Object.assign(show(UNREADABLE), { answer: 'nonsense' })] },
  });

/** What a gateway replies that was never asked anything before. */
async function freshReply(request: Request, open: () => Promise<House> = openHouse): Promise<string> {
  const house = await open();
  try {
    return (await send(house, request)).text;
  } finally {
    await house.close();
  }
}

const SPREAD_TWICE = `query M($a: Boolean!) { event(id: "3F004CBB88958BF9") { id ...F @include(if: $a) ...F } }
fragment F on Event { name }`;
const SPREAD_WITHIN = `query P($full: Boolean!) {
  event(id: "3F004CBB88958BF9") { ...D @include(if: $full) ...H }
}
fragment H on Event { ...N venue { name } }
fragment D on Event { ...N localDate }
fragment N on Event { name }`;
const WITH_DEFAULT = 'query ($a: Boolean = true) { event(id: "3F004CBB88958BF9") { name @include(if: $a) } }';
const WITHIN_LEFT_OUT = `query ($a: Boolean = true) {
  event(id: "3F004CBB88958BF9") { id ... @include(if: false) { name @include(if: $a) } }
}`;
const MERGED = `query ($a: Boolean!) {
  event(id: "3F004CBB88958BF9") { venue { name } venue @skip(if: $a) { timeZone } }
  event(id: "3F004CBB88958BF9") @include(if: $a) { id }
}`;
const NULL_COUNTRY =
  'query ($c: Country = CANADA) { states(country: $c) { name } event(id: "3F004CBB88958BF9") { id } }';
const DEFAULT_IDS = 'query ($ids: [EventID!]! = ["3F004CBB88958BF9"]) { events(ids: $ids) { id } }';
const TWO_OPERATIONS = 'query A { event(id: "3F004CBB88958BF9") { id } } query B { countries { name } }';
const ONE_OPERATION = 'query A { event(id: "3F004CBB88958BF9") { id } }';

it.each([
  ['a condition', WITH_DEFAULT, { a: null }],
  ['an argument', 'query ($id: EventID = "3F004CBB88958BF9") { event(id: $id) { id } }', { id: null }],
])("null for %s that has a default is the client's mistake", async (_, query, variables) => {
  const { errors } = JSON.parse(await freshReply({ query, variables })) as { errors: unknown[] };
  expect(errors).toEqual([
    expect.objectContaining({ extensions: expect.objectContaining({ code: 'BAD_USER_INPUT' }) }),
  ]);
});

describe('a reply to a read does not depend on earlier requests:', () => {
  it.each<[string, readonly Omit<Request, 'extensions'>[]]>([
    [
      'a fragment spread twice, once on a condition',
      [true, false].map((a) => ({ query: SPREAD_TWICE, variables: { a } })),
    ],
    ['the same, the other way round', [false, true].map((a) => ({ query: SPREAD_TWICE, variables: { a } }))],
    [
      'a fragment within two others',
      [true, false].map((full) => ({ query: SPREAD_WITHIN, variables: { full } })),
    ],
    [
      'null for a condition with a default',
      [{}, { a: null }, { a: false }, { a: true }].map((variables) => ({ query: WITH_DEFAULT, variables })),
    ],
    [
      'null for a condition of a field that is left out by another',
      [{}, { a: null }, { a: true }].map((variables) => ({ query: WITHIN_LEFT_OUT, variables })),
    ],
    ['merged fields on conditions', [true, false].map((a) => ({ query: MERGED, variables: { a } }))],
    [
      'null for an argument with a default',
      [{}, { c: null }, { c: 'MEXICO' }, { c: 'NOWHERE' }].map((variables) => ({
        query: NULL_COUNTRY,
        variables,
      })),
    ],
    [
      'a list with a default',
      [{}, { ids: [] }, { ids: 'UNKNOWNUNKNOWN01' }, { ids: null }].map((variables) => ({
        query: DEFAULT_IDS,
        variables,
      })),
    ],
    [
      'the name of an operation',
      ['A', 'B', '', null, 'C'].map((operationName) => ({ query: TWO_OPERATIONS, operationName })),
    ],
    [
      'no name, and an empty one',
      [null, '', 'A'].map((operationName) => ({ query: ONE_OPERATION, operationName })),
    ],
    [
      'a name that could be a part of the document',
      [
        { query: `# comment\n${ONE_OPERATION}`, operationName: 'A' },
        { query: ONE_OPERATION, operationName: 'A\n# comment' },
      ],
    ],
  ])('%s', async (_, requests) => {
    const fresh = await Promise.all(requests.map((request) => freshReply(request)));
    const house = await openHouse();
    try {
      for (let round = 0; round < 3; round++) {
        for (const [index, request] of requests.entries()) {
          for (const extensions of [{}, { round, first: true }, { round, first: false }, {}]) {
            const reply = await send(house, { ...request, extensions });
            expect({ request, text: reply.text }).toEqual({ request, text: fresh[index] });
          }
        }
      }
    } finally {
      await house.close();
    }
  });
});

describe('errors of a reply are in the order of its data, whatever was asked before:', () => {
  it.each([
    ['a list first', '{ list: events(ids: [$id, "D000000000000001", $id]) { id } event(id: $id) { name } }'],
    ['a list last', '{ event(id: $id) { name } list: events(ids: [$id, "D000000000000001", $id]) { id } }'],
    [
      'fields from a fragment that stands behind',
      `{ ...F event(id: $id) { name } } fragment F on Query {
        list: events(ids: [$id, "D000000000000001", $id]) { id } event(id: $id) { id }
      }`,
    ],
  ])('%s', async (_, selection) => {
    const query = `query ($id: EventID!) ${selection}`;
    const unreadable = { query, variables: { id: UNREADABLE } };
    const fresh = await freshReply(unreadable, openUnreadable);
    const { data, errors } = JSON.parse(fresh) as { data: object; errors: { path: unknown[] }[] };
    const paths: Readonly<Record<string, unknown[][]>> = {
      event: [['event']],
      list: [
        ['list', 0],
        ['list', 2],
      ],
    };
    expect(errors.map(({ path }) => path)).toEqual(Object.keys(data).flatMap((key) => paths[key]));

    const house = await openUnreadable();
    try {
      // The document becomes a known one, whose events are all read at once.
      for (const salt of [1, 2, 3]) {
        await send(house, { query, variables: { id: READABLE }, extensions: { salt } });
      }
      for (const salt of [1, 2, 3]) {
        expect((await send(house, { ...unreadable, extensions: { salt } })).text).toBe(fresh);
      }
    } finally {
      await house.close();
    }
  });
});
