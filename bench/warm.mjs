import assert from 'node:assert/strict';

import { startChild } from './support/child.mjs';
import { median, printTable } from './support/figures.mjs';
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
  const gateway = await startChild('./gateway-process.mjs', {
    upstream: { url, apiKey: 'bench', apiSecret: 'bench' },
    stateDir: temporaryFolder(),
  });
  const sides = [
    { title: 'ceiling: bare `node:http`', child: ceiling, extra: {} },
    { title: 'gateway, the answer is ready', child: gateway, extra: {} },
    // Nobody reads these extensions, but no two requests are the same: no whole answer is ready.
    { title: 'gateway, only the event is cached', child: gateway, extra: { extensions: { n: NUMBER } } },
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
    await takeTurns(sides, { body, sizes: [bytes, bytes + 1], rounds, roundMs });
  }
  for (const child of [gateway, apollo, ceiling, upstream]) await child.stop();

  const [top] = sides;
  printTable(
    `Warm reads: answers a second as a share of the ceiling, and processor time for each (${rounds} rounds of ` +
      `${roundMs} ms, ${CONNECTIONS} connections)`,
    ['side', ...heads],
    sides.map(({ title, figures }) => [
      title,
      ...figures.map(({ rate, cpuUs }, index) => {
        const share = (rate / top.figures[index].rate).toFixed(3);
        return `**${share}** (${rate.toFixed(0)}/s, ${cpuUs.toFixed(0)} µs)`;
      }),
    ]),
  );
}

/** Loads one side after the other, round by round; the first round warms up. Puts the medians to `figures`. */
async function takeTurns(sides, { body, sizes, rounds, roundMs }) {
  const taken = sides.map(() => []);
  for (let round = 0; round <= rounds; round++) {
    for (const [index, { child, extra }] of sides.entries()) {
      const { url } = child.facts;
      const before = await child.ask('cpu');
      const { answers, rate } = await load(url, {
        request: post(url, { ...body, ...extra }),
        connections: CONNECTIONS,
        durationMs: roundMs,
        sizes,
      });
      const cpuUs = (((await child.ask('cpu')).cpuMs - before.cpuMs) * 1000) / answers;
      if (round > 0) taken[index].push({ rate, cpuUs });
    }
  }
  for (const [index, { figures }] of sides.entries()) {
    figures.push({
      rate: median(taken[index].map(({ rate }) => rate)),
      cpuUs: median(taken[index].map(({ cpuUs }) => cpuUs)),
    });
  }
}
