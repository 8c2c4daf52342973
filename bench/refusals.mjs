// What a bomb costs whom it is thrown at: refusing each kind, as a ratio to answering a plain small query.
import assert from 'node:assert/strict';

import { Pool } from 'undici';

import { median, ms, printTable, ratio, timed } from './support/figures.mjs';
import { openHouse } from './support/house.mjs';

const ROUNDS = 30;
const WARM_UP_ROUNDS = 10;
const TIMES_PER_ROUND = 5;
const MOST_RATIO = 5;

const times = (count, piece) => Array.from({ length: count }, (_, index) => piece(index)).join(' ');
const nested = (count, open) =>
  `${open.repeat(count)}id${'}'.repeat(open.split('{').length - 1).repeat(count)}`;
const ofEvent = (eventId, selection) => `{ event(id: "${eventId}") { ${selection} } }`;

/** Bombs, each as large as lets it get as far as it can. */
const documents = (eventId) => ({
  'tokens: 60 KB': `{ ${times(30_000, () => 'a')} }`,
  depth: ofEvent(eventId, nested(320, 'priceLevels{areas{')),
  aliases: `{ ${times(330, (index) => `a${index}: countries { name }`)} }`,
  'the same field': ofEvent(
    eventId,
    times(1980, () => 'name'),
  ),
  'the same fields in the same fields': ofEvent(
    eventId,
    times(12, () => `priceLevels { ${times(12, () => `areas { ${times(10, () => 'areaId')} }`)} }`),
  ),
  'root fields, in operations': times(250, (index) => `query Q${index} { countries { name } }`),
  directives: `{ countries { name ${times(320, () => '@include(if: true)')} } }`,
  'fragments that fan out': `${ofEvent(eventId, '...f0')} ${times(150, (index) => `fragment f${index} on Event { ...f${index + 1} ...f${index + 1} }`)} fragment f150 on Event { id }`,
  'inline fragments': ofEvent(
    eventId,
    times(160, () => '... { venue { address { line1 city } } }'),
  ),
  'a list': `{ events(ids: [${times(1900, () => '"x"')}]) { id } }`,
  'lists in lists': ofEvent(eventId, nested(6, 'priceLevels{areas{')),
  introspection: `{ __schema { types { ${times(28, (index) => `a${index}: fields { args { type { name } } type { name } }`)} } } }`,
});

const bodies = (eventId) => ({
  ...Object.fromEntries(
    Object.entries(documents(eventId)).map(([kind, query]) => [kind, JSON.stringify({ query })]),
  ),
  'a body too large': JSON.stringify({ query: 'x'.repeat(70_000) }),
  'JSON depth': `{"query":"{ countries { name } }","variables":${'['.repeat(30_000)}${']'.repeat(30_000)}}`,
  'a list in a variable': JSON.stringify({
    query: 'query ($ids: [EventID!]!) { events(ids: $ids) { id } }',
    variables: { ids: Array(10_000).fill('x') },
  }),
});

const house = await openHouse({ polls: 0, pollWaitSeconds: 1 });
const [eventId] = house.eventIds;
const pool = new Pool(house.gatewayUrl, { connections: 1 });

/** Sends `body`, and resolves to the status. */
async function send(body) {
  const answer = await pool.request({
    method: 'POST',
    path: '/graphql',
    // Here a document that is refused has a status of its own.
    headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json' },
    body,
  });
  await answer.body.dump();
  return answer.statusCode;
}

/** Makes each plain query a document that nobody has sent before: else its answer would be ready. */
let asked = 0;

const kinds = [
  {
    kind: 'a plain small query',
    body: () => JSON.stringify({ query: `${ofEvent(eventId, 'name')} #${++asked}` }),
    refused: false,
  },
  ...Object.entries(bodies(eventId)).map(([kind, body]) => ({ kind, body: () => body, refused: true })),
].map((each) => ({ ...each, times: [] }));

// In every round each kind has its turn, and so what else runs here hits all of them.
for (let round = 0; round < WARM_UP_ROUNDS + ROUNDS; round++) {
  for (const { body, refused, times: took } of kinds) {
    for (let time = 0; time < TIMES_PER_ROUND; time++) {
      let status;
      const sent = body();
      const tookMs = await timed(async () => (status = await send(sent)));
      assert.equal(status >= 400, refused, `${status}: ${sent.slice(0, 100)}`);
      if (round >= WARM_UP_ROUNDS) took.push(tookMs);
    }
  }
}
await pool.close();
await house.close();

const plainMs = median(kinds[0].times);
printTable(
  `Refusing a bomb; ratio to ${kinds[0].kind}, none above ${MOST_RATIO}`,
  ['what is sent', 'bytes', 'median', 'ratio'],
  kinds.map(({ kind, body, times: took }) => [
    kind,
    String(body().length),
    ms(median(took)),
    ratio(median(took), plainMs),
  ]),
);
const dearest = Math.max(...kinds.map(({ times: took }) => median(took) / plainMs));
assert(dearest <= MOST_RATIO, `Refusing costs up to ${dearest.toFixed(2)} times a plain small query.`);
