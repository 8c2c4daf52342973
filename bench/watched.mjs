// What logs and metrics cost where they weigh most: the processor time of a ready answer (W1), with both and with neither.
// They may cost a tenth. With `--check`, only whether all answers are right.
import { startChild } from './support/child.mjs';
import { inTurns, medianOf, medianRatio, printTable } from './support/figures.mjs';
import { temporaryFolder } from './support/leave-nothing.mjs';
import { askOnce, load, post } from './support/load.mjs';
import { workloads } from './support/read-workloads.mjs';

const CONNECTIONS = 32;
const { rounds, roundMs } = process.argv.includes('--check')
  ? { rounds: 1, roundMs: 100 }
  : { rounds: 21, roundMs: 250 };

const [{ name, title, body }] = workloads;
const upstream = await startChild('./upstream-process.mjs', {});
const startGateway = (env) =>
  startChild('./gateway-process.mjs', {
    upstream: { url: upstream.facts.url, apiKey: 'bench', apiSecret: 'bench' },
    stateDir: temporaryFolder(),
    env,
  });
const sides = [
  { title: 'neither', child: await startGateway({}) },
  { title: 'metrics', child: await startGateway({ METRICS: 'true' }) },
  {
    title: 'logs (`LOG_LEVEL=info`) and metrics',
    child: await startGateway({ METRICS: 'true', LOG_LEVEL: 'info' }),
  },
];
let bytes = 0;
for (const { child } of sides) {
  // Three times, so that the answer is stored.
  for (let time = 0; time < 3; time++) bytes = Buffer.byteLength((await askOnce(child.facts.url, body)).text);
}
const taken = await inTurns(sides, { rounds }, async ({ child }) => {
  const { url } = child.facts;
  const before = await child.ask('cpu');
  const { answers, rate } = await load(url, {
    request: post(url, body),
    connections: CONNECTIONS,
    durationMs: roundMs,
    sizes: [bytes],
  });
  const after = await child.ask('cpu');
  return { rate, cpuUs: ((after.cpuMs - before.cpuMs) * 1000) / answers };
});
for (const { child } of [...sides, { child: upstream }]) await child.stop();

printTable(
  `${name}: ${title}, ready, with logs and metrics (${rounds} rounds of ${roundMs} ms, ${CONNECTIONS} connections)`,
  ['side', 'processor time of an answer', 'share of the first'],
  sides.map(({ title: side }, index) => [
    side,
    `${medianOf(taken[index], 'cpuUs').toFixed(1)} µs (${medianOf(taken[index], 'rate').toFixed(0)}/s)`,
    `**${medianRatio(taken[index], taken[0], 'cpuUs').toFixed(3)}**`,
  ]),
);
