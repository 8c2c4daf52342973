import assert from 'node:assert/strict';

import { startChild } from './support/child.mjs';
import { inTurns, medianOf, medianRatio, printTable } from './support/figures.mjs';
import { temporaryFolder } from './support/leave-nothing.mjs';
import { NUMBER, askOnce, load, post } from './support/load.mjs';
import { workloads } from './support/read-workloads.mjs';

const CONNECTIONS = 32;

/**
 * W1 to W3: answers a second of the gateway and of the afternoon's work, as shares of the ceiling's in the same run.
 *
 * @param pace `rounds` of `roundMs` each.
 */
export async function benchWarm({ rounds, roundMs }) {
  const upstream = await startChild('./upstream-process.mjs', {});
  const { url } = upstream.facts;
  const ceiling = await startChild('./ceiling-process.mjs', {});
  const apollo = await startChild('./apollo-process.mjs', { url });
  const mercurius = await startChild('./mercurius-process.mjs', { url });
  const gateway = await startChild('./gateway-process.mjs', {
    upstream: { url, apiKey: 'bench', apiSecret: 'bench' },
    stateDir: temporaryFolder(),
  });
  const sides = [
    { title: 'ceiling: bare `node:http`', child: ceiling, extra: {} },
    { title: 'gateway, the response is cached', child: gateway, extra: {} },
    // Nobody reads these extensions, but no two requests are the same: no whole answer is ready.
    { title: 'gateway, only the event is cached', child: gateway, extra: { extensions: { n: NUMBER } } },
    { title: 'Mercurius with JIT + LRU + DataLoader', child: mercurius, extra: {} },
    { title: 'Apollo standalone + REST data source', child: apollo, extra: {} },
  ].map((side) => ({ ...side, figures: [] }));

  const heads = [];
  for (const { name, title, body } of workloads) {
    const { text } = await askOnce(gateway.facts.url, body);
    await ceiling.ask({ prepare: { query: body.query, text } });
    for (const { child, extra } of sides) {
      // Three times, since compiled code and kept answers come with the second and third only.
      for (let time = 0; time < 3; time++) {
        const answer = await askOnce(child.facts.url, { ...body, ...extra });
        assert.deepEqual(answer.data, JSON.parse(text).data);
      }
    }
    // Whether a newline ends the text is a matter of taste.
    const bytes = Buffer.byteLength(text.trimEnd());
    heads.push(`${name}: ${title} (${bytes} bytes)`);
    const taken = await loadInTurns(sides, { body, sizes: [bytes, bytes + 1], rounds, roundMs });
    for (const [index, { figures }] of sides.entries()) {
      figures.push({
        share: medianRatio(taken[index], taken[0], 'rate'),
        rate: medianOf(taken[index], 'rate'),
        cpuUs: medianOf(taken[index], 'cpuUs'),
      });
    }
  }
  for (const child of [gateway, mercurius, apollo, ceiling, upstream]) await child.stop();

  printTable(
    `Warm reads: answers a second as a share of the ceiling, and processor time for each (${rounds} rounds of ` +
      `${roundMs} ms, ${CONNECTIONS} connections)`,
    ['side', ...heads],
    sides.map(({ title, figures }) => [
      title,
      ...figures.map(
        ({ share, rate, cpuUs }) => `**${share.toFixed(3)}** (${rate.toFixed(0)}/s, ${cpuUs.toFixed(0)} µs)`,
      ),
    ]),
  );
}

/** How `sides` answer `body`, measured in turns. */
const loadInTurns = (sides, { body, sizes, rounds, roundMs }) =>
  inTurns(sides, { rounds }, async ({ child, extra }) => {
    const { url } = child.facts;
    const before = await child.ask('cpu');
    const { answers, rate } = await load(url, {
      request: post(url, { ...body, ...extra }),
      connections: CONNECTIONS,
      durationMs: roundMs,
      sizes,
    });
    const cpuUs = (((await child.ask('cpu')).cpuMs - before.cpuMs) * 1000) / answers;
    return { rate, cpuUs };
  });
