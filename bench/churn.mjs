// Ten minutes (or as many as the first argument says) at full speed, while events come, go out of date and are pushed out:
// memory has to stay flat. Not part of `npm run bench`.
import { setTimeout as pause } from 'node:timers/promises';

import { startChild } from './support/child.mjs';
import { printTable } from './support/figures.mjs';
import { temporaryFolder } from './support/leave-nothing.mjs';
import { NUMBER, askOnce, load, post } from './support/load.mjs';
import { small, workloads } from './support/read-workloads.mjs';

const MINUTES = Number(process.argv[2] ?? 10);
const SAMPLES = 10;

const upstream = await startChild('./upstream-process.mjs', {});
const gateway = await startChild('./gateway-process.mjs', {
  upstream: { url: upstream.facts.url, apiKey: 'bench', apiSecret: 'bench' },
  stateDir: temporaryFolder(),
  env: { EVENT_TTL_SECONDS: '2', EVENT_CACHE_MAX: '5000' },
});
const { url } = gateway.facts;
const churn = small(`CHURN${NUMBER}Z`);
const [, , list] = workloads;

/** Everybody asks for the same list, and some for one of twenty thousand events. */
async function loadFor(durationMs) {
  const size = async (body) => [Buffer.byteLength((await askOnce(url, body)).text)];
  const [hot, cold] = await Promise.all([
    load(url, { request: post(url, list.body), connections: 8, durationMs, sizes: await size(list.body) }),
    load(url, {
      request: post(url, churn, { upTo: 20_000 }),
      connections: 24,
      durationMs,
      sizes: await size(churn),
    }),
  ]);
  return hot.rate + cold.rate;
}

const rows = [];
for (let sample = 1; sample <= SAMPLES; sample++) {
  const rate = await loadFor((MINUTES * 60_000) / SAMPLES);
  await pause(100);
  const { heapUsed, rss } = await gateway.ask('memory');
  const mebibytes = (bytes) => `${(bytes / 2 ** 20).toFixed(0)} MiB`;
  rows.push([
    ((sample * MINUTES) / SAMPLES).toFixed(1),
    rate.toFixed(0),
    mebibytes(heapUsed),
    mebibytes(rss),
  ]);
}
await gateway.stop();
await upstream.stop();
printTable('Full speed, with events that change', ['minutes', 'answers a second', 'heap', 'resident'], rows);
