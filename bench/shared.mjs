// Many processes on one PostgreSQL: what a cart costs in statements, what more processes bring, and whether due carts are
// found as fast among a million.
import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';

import { PostgresStore } from '../dist/storage/postgres/postgres-store.js';
import { atOnce } from './support/at-once.mjs';
import { startChild } from './support/child.mjs';
import { median, ms, printTable, quantile, ratio, timed } from './support/figures.mjs';
import { temporaryFolder } from './support/leave-nothing.mjs';
import { query, startPostgres } from './support/postgres.mjs';
import { gatewayShopper } from './support/shoppers.mjs';

const PROCESSES = [1, 2, 3];
const ROUNDS = 4;
const CARTS_PER_ROUND = 200;
const WARM_UP_CARTS = 200;
const AT_ONCE = 32;
/** PostgreSQL writes its own counts down after so long. */
const STATISTICS_MS = 1500;

const COUNTS = [1000, 100_000, 1_000_000];
const DUE = 100;
const CLAIMS = 30;
const CLAIM_MS = 60_000;
const NOW_MS = 1e12;

const server = await startPostgres();
try {
  await benchJourneys();
  await benchDue();
} finally {
  await server.stop();
}

/** Carts from create to delete, each created at one process and deleted at another. */
async function benchJourneys() {
  const rows = [];
  for (const count of PROCESSES) rows.push(await journeysAt(count));
  const [{ rate: alone }] = rows;
  printTable(
    `${ROUNDS * CARTS_PER_ROUND} carts through create → delete, ${AT_ONCE} at once; all processes and the database on one machine`,
    ['processes', 'carts/s', 'of one process', 'median', 'p99', 'statements a cart'],
    rows.map(({ count, rate, times, statements }) => [
      String(count),
      rate.toFixed(0),
      ratio(rate, alone),
      ms(median(times)),
      ms(quantile(times, 0.99)),
      statements.toFixed(1),
    ]),
  );
}

async function journeysAt(count) {
  const url = await server.newDatabase();
  const sandbox = await startChild('./sandbox-process.mjs', { pollingDepth: 0 });
  const { url: upstreamUrl, apiKey, apiSecret, eventIds } = sandbox.facts;
  const env = { DATABASE_URL: url, PARTNER_API_CALLS_PER_SECOND: '0' };
  const upstream = { url: upstreamUrl, apiKey, apiSecret };
  const gateways = [];
  for (let at = 0; at < count; at++)
    gateways.push(await startChild('./gateway-process.mjs', { upstream, stateDir: temporaryFolder(), env }));
  const shoppers = gateways.map(({ facts }) =>
    gatewayShopper({ gatewayUrl: facts.url, facts: sandbox.facts }),
  );

  const round = async (carts) => {
    const times = [];
    const wholeMs = await timed(() =>
      atOnce(carts, AT_ONCE, 0, async (index) => {
        const [one, other] = [shoppers[index % count], shoppers[(index + 1) % count]];
        const eventId = eventIds[index % eventIds.length];
        times.push(await timed(async () => other.delete(await one.create(eventId))));
      }),
    );
    return { times, rate: (carts * 1000) / wholeMs };
  };
  await round(WARM_UP_CARTS);
  const before = await transactions(url);
  const rounds = [];
  for (let number = 0; number < ROUNDS; number++) rounds.push(await round(CARTS_PER_ROUND));
  const statements = ((await transactions(url)) - before) / (ROUNDS * CARTS_PER_ROUND);

  const { openCarts, violations } = await sandbox.ask('report');
  assert.equal(openCarts, 0);
  assert.deepEqual([...new Set(Object.values(violations))], [0], JSON.stringify(violations));
  await Promise.all(shoppers.map((shopper) => shopper.close()));
  for (const gateway of gateways) await gateway.stop();
  await sandbox.stop();
  return {
    count,
    rate: median(rounds.map(({ rate }) => rate)),
    times: rounds.flatMap(({ times }) => times),
    statements,
  };
}

/** Each statement is a transaction of its own. */
async function transactions(url) {
  await pause(STATISTICS_MS);
  const [{ count }] = await query(
    url,
    'SELECT xact_commit AS count FROM pg_stat_database WHERE datname = current_database()',
  );
  return Number(count);
}

/** Claims of due carts among many that are not. */
async function benchDue() {
  const figures = [];
  for (const count of COUNTS) figures.push({ count, took: await claimsAmong(count) });
  const [smallest] = figures;
  printTable(
    `Claiming ${DUE} due documents of N in PostgreSQL and finding the next due time`,
    ['N', 'median', 'of the smallest'],
    figures.map(({ count, took }) => [count.toLocaleString('en-US'), ms(took), ratio(took, smallest.took)]),
  );
}

async function claimsAmong(count) {
  const url = await server.newDatabase();
  const store = await PostgresStore.open({ url, connections: 2 });
  // As much as the record of a cart with two seats. The first hundred are due.
  await query(
    url,
    `INSERT INTO stagedoor.documents (id, body, due_at_ms, next_at_ms)
     SELECT 'cart-' || n, '{"state":"HELD","text":"' || repeat('x', 1500) || '"}', at, at
     FROM generate_series(1, ${count}) AS n,
          LATERAL (SELECT CASE WHEN n <= ${DUE} THEN ${NOW_MS} - n ELSE ${NOW_MS} + 1e11 + n END AS at) AS due`,
  );
  await query(url, 'VACUUM ANALYZE stagedoor.documents');
  const times = [];
  let nowMs = NOW_MS;
  for (let round = -CLAIMS / 5; round < CLAIMS; round++) {
    nowMs += CLAIM_MS + 1;
    const took = await timed(async () => {
      const ids = await store.claimDue(nowMs, DUE, CLAIM_MS);
      assert.equal(new Set(ids).size, DUE);
      assert.equal(await store.nextDueAtMs(), nowMs + CLAIM_MS);
    });
    if (round >= 0) times.push(took);
  }
  await store.close();
  return median(times);
}
