import assert from 'node:assert/strict';

import { atOnce } from './support/at-once.mjs';
import { startChild } from './support/child.mjs';
import { median, printTable, ratio } from './support/figures.mjs';
import { temporaryFolder } from './support/leave-nothing.mjs';
import { NUMBER, askOnce, load, numberText, post } from './support/load.mjs';
import { list, small } from './support/read-workloads.mjs';

const CONNECTIONS = 32;
const FEW = 1000;
const PER_REQUEST = 50;

/** An event of which there are as many as anybody wants. */
const eventOf = (number) => `MANY${number}XY`;

/**
 * What reads cost as things grow, of events that are cached: a list of 50 beside one of 20; one event with many in memory beside one with few; and
 * the memory of an event that is kept.
 *
 * @param pace `rounds` of `roundMs` each; `events` are kept in memory.
 */
export async function benchGrowth({ rounds, roundMs, events }) {
  const upstream = await startChild('./upstream-process.mjs', {});
  const gateway = await startChild('./gateway-process.mjs', {
    upstream: { url: upstream.facts.url, apiKey: 'bench', apiSecret: 'bench' },
    stateDir: temporaryFolder(),
    env: {
      EVENT_CACHE_MAX: String(2 * events),
      EVENT_TTL_SECONDS: '3600',
      // Room for nothing but events: else with few of them most answers would be ready.
      READY_ANSWERS_MAX_BYTES: '1',
    },
  });
  const { url } = gateway.facts;

  /** The processor time of `requests`, each in microseconds, measured in turns. */
  async function costs(...requests) {
    const taken = requests.map(() => []);
    for (let round = 0; round <= rounds; round++) {
      for (const [index, { request, sizes }] of requests.entries()) {
        const before = await gateway.ask('cpu');
        const { answers } = await load(url, {
          request,
          connections: CONNECTIONS,
          durationMs: roundMs,
          sizes,
        });
        const cpuUs = (((await gateway.ask('cpu')).cpuMs - before.cpuMs) * 1000) / answers;
        if (round > 0) taken[index].push(cpuUs);
      }
    }
    return taken.map(median);
  }

  async function listOf(count) {
    const body = list(count);
    const { data, text } = await askOnce(url, body);
    assert.equal(data.events.filter((event) => event !== null).length, count);
    await askOnce(url, body);
    return { request: post(url, body), sizes: [Buffer.byteLength(text)] };
  }

  /** Reads of so many different events, one after the other. */
  async function readsOf(count) {
    const body = small(eventOf(NUMBER));
    const { text } = await askOnce(url, body);
    const reads = { request: post(url, body, { upTo: count }), sizes: [Buffer.byteLength(text)] };
    // The first response that shows a part of an event has it read from the JSON.
    await load(url, { ...reads, connections: CONNECTIONS, durationMs: count / 5 });
    return reads;
  }

  const keep = (from, to) =>
    atOnce((to - from) / PER_REQUEST, 8, 0, async (index) => {
      const first = from + index * PER_REQUEST;
      const ids = Array.from({ length: PER_REQUEST }, (_, offset) => eventOf(numberText(first + offset)));
      const { data } = await askOnce(url, { ...list(0), variables: { ids } });
      assert.equal(data.events.filter((event) => event !== null).length, PER_REQUEST);
    });

  const [short, long] = await costs(await listOf(20), await listOf(50));
  await keep(0, FEW);
  const [few] = await costs(await readsOf(FEW));
  const before = await gateway.ask('memory');
  await keep(FEW, events);
  const after = await gateway.ask('memory');
  const [many] = await costs(await readsOf(events));
  await gateway.stop();
  await upstream.stop();

  const us = (value) => `${value.toFixed(0)} µs`;
  printTable(
    'As things grow: processor time of a read, events in memory',
    ['what', 'smaller', 'larger', 'ratio'],
    [
      ['a list of 20 events, and one of 50', us(short), us(long), ratio(long, short)],
      [`one event, with ${FEW} in memory, and with ${events}`, us(few), us(many), ratio(many, few)],
    ],
  );
  const perEvent = (after.heapUsed - before.heapUsed) / (events - FEW);
  process.stdout.write(`\nAn event like the manual's takes ${Math.round(perEvent)} bytes in memory.\n`);
}
