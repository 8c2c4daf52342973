import assert from 'node:assert/strict';

import { startChild } from './support/child.mjs';
import { inTurns, medianOf, medianRatio, printTable } from './support/figures.mjs';
import { temporaryFolder } from './support/leave-nothing.mjs';
import { NUMBER, askOnce, load, post } from './support/load.mjs';
import { small } from './support/read-workloads.mjs';

const CONNECTIONS = 64;
const UPSTREAM_LATENCY_MS = 20;
const STAMPEDE = 500;

/** An event that nobody has asked for before. */
const UNSEEN = small(`COLD${NUMBER}XY`);

/**
 * W4: the processor time of a cold read, against that of a bare proxy, which understands nothing of it. W5: a stampede
 * on one event that nobody has asked for before.
 *
 * @param pace `rounds` of `roundMs` each, and as many before that do not count: V8 goes on compiling for 15,000 reads.
 */
export async function benchCold({ rounds, roundMs }) {
  const upstream = await startChild('./upstream-process.mjs', { latencyMs: UPSTREAM_LATENCY_MS });
  const { url } = upstream.facts;
  const start = async (name, title, options) => ({ title, child: await startChild(name, options) });
  const gateway = await start('./gateway-process.mjs', 'gateway', {
    upstream: { url, apiKey: 'bench', apiSecret: 'bench' },
    stateDir: temporaryFolder(),
  });
  const sides = [
    await start('./proxy-process.mjs', 'bare proxy over `undici`', { url }),
    gateway,
    await start('./mercurius-process.mjs', 'Mercurius with JIT + LRU + DataLoader', { url }),
    await start('./apollo-process.mjs', 'Apollo standalone + REST data source', { url }),
  ];
  await stampede(gateway.child, upstream);

  const sizes = [];
  for (const { child } of sides.slice(1))
    sizes.push(Buffer.byteLength((await askOnce(child.facts.url, UNSEEN)).text));
  sizes.unshift(upstream.facts.eventBytes);
  const taken = await inTurns(sides, { rounds, warmUp: rounds }, async ({ child }, index) => {
    await upstream.ask('reads');
    const before = await child.ask('cpu');
    const { answers, rate } = await load(child.facts.url, {
      request: post(child.facts.url, UNSEEN),
      connections: CONNECTIONS,
      durationMs: roundMs,
      sizes: [sizes[index]],
    });
    const cpuUs = (((await child.ask('cpu')).cpuMs - before.cpuMs) * 1000) / answers;
    assert.equal((await upstream.ask('reads')).reads, answers);
    return { rate, cpuUs };
  });
  for (const { child } of sides) await child.stop();
  await upstream.stop();

  printTable(
    `W4: cold reads, ${CONNECTIONS} at once, upstream answers after ${UPSTREAM_LATENCY_MS} ms (${rounds} rounds of ${roundMs} ms)`,
    ['side', 'processor time of a read', 'ratio', 'reads a second'],
    sides.map(({ title }, index) => [
      title,
      `${medianOf(taken[index], 'cpuUs').toFixed(0)} µs`,
      `${medianRatio(taken[index], taken[0], 'cpuUs').toFixed(2)}×`,
      medianOf(taken[index], 'rate').toFixed(0),
    ]),
  );
}

/** Five hundred clients ask for the same unseen event at once. */
async function stampede(gateway, upstream) {
  await askOnce(gateway.facts.url, small('WARMTOKEN0000001'));
  await upstream.ask('reads');
  const answers = await Promise.all(
    Array.from({ length: STAMPEDE }, () => askOnce(gateway.facts.url, small('STAMPEDE00000001'))),
  );
  for (const { data } of answers) assert.deepEqual(data, answers[0].data);
  assert.equal(answers[0].data.event.id, 'STAMPEDE00000001');
  const { reads } = await upstream.ask('reads');
  assert.equal(reads, 1);
  printTable(
    `W5: ${STAMPEDE} clients ask for one unseen event`,
    ['right answers', 'upstream calls'],
    [[String(answers.length), String(reads)]],
  );
}
