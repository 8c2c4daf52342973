import assert from 'node:assert/strict';

import { openClient } from './rehearsal/people/client.mjs';
import { CREATE, DELETE, LIST } from './rehearsal/people/operations.mjs';
import { addressOf } from './rehearsal/plan/plan.mjs';
import { nightId, ticketId } from './rehearsal/plan/shows.mjs';
import { openStage } from './rehearsal/stage/stage.mjs';
import { atOnce } from './support/at-once.mjs';
import { median, ms, printTable, quantile, ratio, timed } from './support/figures.mjs';

const LENGTHS = [1000, 10_000];
const WARM_UP = 1000;
const AT_ONCE = 32;
const CONNECTIONS = 64;
const POLLS = 500;
/** So few that the line hardly moves while it is measured. */
const CALLS_PER_SECOND = 0.2;

/**
 * What shoppers in line cost: memory of the gateway's process for each, and the time of a poll, which has to find the
 * shopper's place.
 */
export async function benchLine() {
  const stage = await openStage({
    sale: { nights: 1, seats: 100, others: 0 },
    callsPerSecond: CALLS_PER_SECOND,
    isStated: true,
    holdSeconds: 3600,
    // The event is read once, so that all calls after it are for the line.
    env: { CART_LEASE_SECONDS: '3600', EVENT_TTL_SECONDS: '3600' },
  });
  const client = openClient(stage.gatewayUrl, { connections: CONNECTIONS });
  let arrived = 0;

  /** Stands one more shopper in line. */
  async function join() {
    const address = addressOf(18, arrived++);
    const input = { eventId: nightId(0), tickets: [{ ticketId, quantity: 2 }] };
    const { result, errors } = await client.ask(address, CREATE, { input });
    assert.deepEqual(errors, []);
    assert.equal(result.__typename, 'Pending', JSON.stringify(result));
    return { address, token: result.token };
  }

  await readEvent(client);
  // What traffic as such costs is there before the line is counted.
  await atOnce(WARM_UP, AT_ONCE, 0, async () => {
    const { address, token } = await join();
    const { result } = await client.ask(address, DELETE, { input: { token } });
    // For the first in line the reserve may be under way.
    assert(['CartDeleted', 'Pending'].includes(result.__typename), JSON.stringify(result));
  });

  const before = await stage.gatewayMemory();
  const line = [];
  const rows = [];
  let heapEach;
  let shortest;
  for (const length of LENGTHS) {
    await atOnce(length - line.length, AT_ONCE, 0, async () => line.push(await join()));
    const after = await stage.gatewayMemory();
    const times = await timesOfPolls(client, line);
    shortest ??= median(times);
    const each = (name) => `${Math.round((after[name] - before[name]) / length)} bytes`;
    heapEach = (after.heapUsed - before.heapUsed) / length;
    rows.push([
      String(length),
      each('heapUsed'),
      each('rss'),
      `${ms(median(times))}, ${ms(quantile(times, 0.99))}`,
      ratio(median(times), shortest),
    ]);
  }
  await client.close();
  await stage.close();
  printTable(
    'What those in line cost',
    ['in line', 'heap for each', 'resident for each', 'a poll: median, p99', 'ratio of the medians'],
    rows,
  );
  return { heapEach };
}

/** Has the gateway read the event, which may need several tries at this rate. */
async function readEvent(client) {
  for (let tries = 0; tries < 10; tries++) {
    const { result } = await client.ask(addressOf(19, tries), LIST, { ids: [nightId(0)] });
    if (result?.[0]) return;
  }
  throw new Error('The event cannot be read.');
}

/**
 * Polls of shoppers from all over the line, one after the other. Each has to return a place that is in it; the first ones
 * may have been served meanwhile.
 */
async function timesOfPolls(client, line) {
  const times = [];
  for (let number = 0; number < POLLS; number++) {
    const { address, token } = line[Math.floor((number * line.length) / POLLS)];
    let answer;
    times.push(await timed(async () => (answer = await client.poll(address, token))));
    const { queue } = answer.result;
    if (number >= POLLS / 10) assert(queue.position >= 1 && queue.position <= line.length);
  }
  return times;
}
