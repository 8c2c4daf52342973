import assert from 'node:assert/strict';

import { startChild } from './support/child.mjs';
import { median, printTable } from './support/figures.mjs';
import { temporaryFolder } from './support/leave-nothing.mjs';
import { askOnce, load, post } from './support/load.mjs';
import { workloads } from './support/read-workloads.mjs';

const ROUNDS = Number(process.env.ROUNDS ?? 5);
const ROUND_MS = Number(process.env.ROUND_MS ?? 1000);
const WARM_UP_MS = Number(process.env.WARM_UP_MS ?? 1000);
const CONNECTIONS = 32;

/** W1 to W3: answers a second of the gateway and of the afternoon's work, as shares of the ceiling's in the same run. */
export async function benchWarm() {
  const upstream = await startChild('./upstream-process.mjs', {});
  const ceiling = await startChild('./ceiling-process.mjs', {});
  const apollo = await startChild('./apollo-process.mjs', { url: upstream.facts.url });
  const gateway = await startChild('./gateway-process.mjs', {
    upstream: { url: upstream.facts.url, apiKey: 'bench', apiSecret: 'bench' },
    stateDir: temporaryFolder(),
  });
  const sides = [
    { title: 'ceiling: bare `node:http`', child: ceiling, numbered: false },
    { title: 'gateway, the answer is ready', child: gateway, numbered: false },
    { title: 'gateway, only the event is cached', child: gateway, numbered: true },
    { title: 'Apollo standalone + REST data source', child: apollo, numbered: false },
  ];

  const figures = new Map(sides.map((side) => [side, new Map()]));
  const sizes = [];
  for (const { name, body } of workloads) {
    const { text } = await askOnce(gateway.facts.url, body);
    await ceiling.ask({ prepare: { query: body.query, text: text.trimEnd() } });
    const expected = JSON.parse(text);
    for (const { child } of sides) {
      // Asked thrice, as compiled and kept answers come on the second and third time only.
      for (let time = 0; time < 3; time++) {
        assert.deepEqual(JSON.parse((await askOnce(child.facts.url, body)).text), expected);
      }
    }
    sizes.push(Buffer.byteLength(text));

    const rates = new Map(sides.map((side) => [side, { rates: [], cpu: [] }]));
    for (let round = 0; round <= ROUNDS; round++) {
      for (const side of sides) {
        const { url } = side.child.facts;
        const request = post(new URL(url).host, body, { numbered: side.numbered });
        const before = (await side.child.ask('cpu')).cpuMs;
        const durationMs = round === 0 ? WARM_UP_MS : ROUND_MS;
        const rate = await load(url, { next: () => request, connections: CONNECTIONS, durationMs });
        const cpu = (((await side.child.ask('cpu')).cpuMs - before) * 1000) / (rate * (durationMs / 1000));
        if (round === 0) continue;
        rates.get(side).rates.push(rate);
        rates.get(side).cpu.push(cpu);
      }
    }
    for (const side of sides) {
      figures.get(side).set(name, { rate: median(rates.get(side).rates), cpu: median(rates.get(side).cpu) });
    }
  }
  for (const child of [gateway, apollo, ceiling, upstream]) await child.stop();

  const top = figures.get(sides[0]);
  printTable(
    `Warm reads: answers a second as a share of the ceiling, and processor time for each (${ROUNDS} rounds of ${ROUND_MS} ms, ${CONNECTIONS} connections)`,
    ['side', ...workloads.map(({ name, title }, index) => `${name}: ${title} (${sizes[index]} bytes)`)],
    sides.map((side) => [
      side.title,
      ...workloads.map(({ name }) => {
        const { rate, cpu } = figures.get(side).get(name);
        return `${(rate / top.get(name).rate).toFixed(2)} (${rate.toFixed(0)}/s, ${cpu.toFixed(0)} µs)`;
      }),
    ]),
  );
}
