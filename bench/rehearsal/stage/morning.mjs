import { setMaxListeners } from 'node:events';

import { Board } from '../people/board.mjs';
import { openClient } from '../people/client.mjs';
import { read } from '../people/reader.mjs';
import { shop } from '../people/shopper.mjs';
import { OTHER_EVENTS } from '../plan/plan.mjs';
import { openStage } from './stage.mjs';
import { startSampler } from './sampler.mjs';

/** A rehearsal that takes this many times as long as expected is ended: something does not work. */
const MOST_TIMES_AS_LONG = 4;
const MOST_EXTRA_SECONDS = 180;

/**
 * Plays the plan. Resolves to what happened: the records of the shoppers, the answers of the readers, the samples, and
 * upstream's own counts at the end.
 */
export async function playMorning(plan, options, onSample = () => {}) {
  const { nights, minutes, env } = options;
  const stage = await openStage({
    ...options,
    sale: { nights, seats: plan.seats, others: OTHER_EVENTS },
    env: { QUEUE_MAX: String(Math.max(10_000, 2 * plan.shoppers.length)), ...env },
  });
  const client = openClient(stage.gatewayUrl);
  const ending = new AbortController();
  const closing = new AbortController();
  for (const { signal } of [ending, closing]) setMaxListeners(0, signal);

  const openedAtMs = performance.now();
  const now = () => (performance.now() - openedAtMs) / 1000;
  const board = new Board();
  const sampler = startSampler({ stage, board, now, onSample });
  const mostSeconds =
    minutes > 0 ? minutes * 60 : plan.expectedSeconds * MOST_TIMES_AS_LONG + MOST_EXTRA_SECONDS;
  const alarm = setTimeout(() => ending.abort(), mostSeconds * 1000);

  const morning = { client, board, now, end: ending.signal, doorsClosed: closing.signal };
  const reading = plan.readers.map((one) => read(one, morning));
  const shoppers = await Promise.all(plan.shoppers.map((one) => shop(one, morning)));
  clearTimeout(alarm);
  closing.abort();
  const readers = (await Promise.all(reading)).flat();
  const samples = await sampler.stop();
  const counts = await stage.counts();
  await client.close();
  await stage.close();
  return { shoppers, readers, samples, counts, seconds: now(), wasStopped: ending.signal.aborted };
}
