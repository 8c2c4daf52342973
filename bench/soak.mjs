// `node bench/soak.mjs --minutes 15`: readers and shoppers of every kind for so long. At the end nothing may be held upstream,
// nothing may have been refused, and memory and descriptors have to be flat. Fails otherwise. Not part of `npm run bench`.
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';

import { openClient } from './rehearsal/people/client.mjs';
import { openStage } from './rehearsal/stage/stage.mjs';
import { judge } from './soak/flat.mjs';
import { read, shop } from './soak/people.mjs';
import { printTable } from './support/figures.mjs';

const { values } = parseArgs({ options: { minutes: { type: 'string', default: '15' } } });
const MINUTES = Number(values.minutes);
if (!(MINUTES > 0)) throw new Error('Give a number of minutes: --minutes 15');

const READERS = 16;
const SHOPPERS = 32;
const SAMPLES = 60;
const LEASE_SECONDS = 10;
/** Holds of reserves whose answer nobody waits for end by themselves at the latest. */
const HOLD_SECONDS = 60;
const SALE = { nights: 50, seats: 300_000, others: 20_000 };

const stage = await openStage({
  sale: SALE,
  callsPerSecond: 0,
  isStated: true,
  polls: 1,
  holdSeconds: HOLD_SECONDS,
  env: { CART_LEASE_SECONDS: String(LEASE_SECONDS) },
});
const clients = { readers: openClient(stage.gatewayUrl, { connections: READERS }) };
clients.shoppers = openClient(stage.gatewayUrl, { connections: 2 * SHOPPERS });

const counts = new Map();
const refusals = new Map();
const add = (map, name) => map.set(name, (map.get(name) ?? 0) + 1);
const tally = {
  count: (name) => add(counts, name),
  refused: (what, { result, errors }) =>
    add(
      refusals,
      `${what}: ${JSON.stringify(errors.length > 0 ? errors[0].message : result)?.slice(0, 200)}`,
    ),
};

const startedAt = performance.now();
const isOver = () => performance.now() - startedAt >= MINUTES * 60_000;
const people = [
  ...Array.from({ length: READERS }, () => () => read(clients.readers, SALE, tally)),
  ...Array.from({ length: SHOPPERS }, () => () => shop(clients.shoppers, SALE, tally)),
].map(async (act) => {
  while (!isOver()) await act();
});

const samples = [];
const sampling = (async () => {
  while (!isOver()) {
    await pause((MINUTES * 60_000) / SAMPLES);
    samples.push({ ...(await stage.gatewayResources()), atMs: performance.now() });
  }
})();
await Promise.all([...people, sampling]);

// A shopper who vanished is silent for the length of the lease. Then the seats are given back.
let upstream = await stage.counts();
for (let waits = 0; waits < LEASE_SECONDS + HOLD_SECONDS + 30; waits++) {
  if (upstream.openCarts === 0 && upstream.heldSeats === 0) break;
  await pause(1000);
  upstream = await stage.counts();
}
const live = await stage.gatewayMemory();
const after = await stage.gatewayResources();
await Promise.all(Object.values(clients).map((client) => client.close()));
await stage.close();

const mb = (bytes) => `${Math.round(bytes / 1e6)} MB`;
const { rss, descriptors, isFlat } = judge(samples);
/** How busy the gateway was in each half of the samples. */
const shareOf = (list) =>
  `${Math.round((100 * (list.at(-1).cpuMs - list[0].cpuMs)) / (list.at(-1).atMs - list[0].atMs))}%`;
const busy = [samples.slice(0, SAMPLES / 2), samples.slice(SAMPLES / 2)].map(shareOf);
printTable(
  `${MINUTES} minutes of readers and shoppers`,
  ['what', 'how many'],
  [...counts].sort().map(([name, count]) => [name, String(count)]),
);
printTable(
  'What the gateway used',
  ['', 'first half', 'second half', 'at the end'],
  [
    ['resident memory, at most', ...rss.map(mb), mb(after.rss)],
    ['descriptors, at most', ...descriptors.map(String), String(after.descriptors)],
    ['processor time, of one processor', ...busy, ''],
    ['live heap, after a garbage collection', '', '', mb(live.heapUsed)],
  ],
);
const violations = Object.entries(upstream.violations).filter(([, count]) => count > 0);
printTable(
  'What upstream says',
  ['', ''],
  [
    ['reserves', String(upstream.reserves)],
    ['purchases', String(upstream.purchases)],
    ['open carts at the end', String(upstream.openCarts)],
    ['held seats at the end', String(upstream.heldSeats)],
    ['violations', violations.length === 0 ? 'none' : JSON.stringify(violations)],
  ],
);
const faults = [
  ...[...refusals].map(([what, count]) => `${count} × ${what}`),
  ...(upstream.openCarts > 0 || upstream.heldSeats > 0 ? ['Something is held upstream.'] : []),
  ...(violations.length > 0 ? ['Upstream would punish something.'] : []),
  ...(isFlat ? [] : ['Memory or descriptors are not flat.']),
];
if (faults.length > 0) {
  process.stderr.write(`\n${faults.join('\n')}\n`);
  process.exitCode = 1;
}
