import { setTimeout as timer } from 'node:timers/promises';

import { byClass } from './call-classes.mjs';

const EVERY_MS = 1000;

/** Once a second: where the shoppers are, and what upstream counted since the start. */
export function startSampler({ stage, board, now, onSample }) {
  const samples = [];
  const stopped = new AbortController();

  async function sample() {
    const { requests, quota, reserves, purchases, openCarts } = await stage.counts();
    const { inLine, beingServed, withSeats, gone, bought } = board;
    const one = {
      at: now(),
      calls: byClass(requests),
      admitted: quota.admitted,
      refused: quota.refusedByRate + quota.refusedByDay,
      ...{ reserves, purchases, openCarts, inLine, beingServed, withSeats, gone, bought },
    };
    samples.push(one);
    onSample(one);
  }

  async function run() {
    for (let next = 0; !stopped.signal.aborted; next += EVERY_MS) {
      await sample();
      const waitMs = Math.max(next + EVERY_MS - now() * 1000, 0);
      await timer(waitMs, undefined, { signal: stopped.signal }).catch(() => {});
    }
    await sample();
  }

  const running = run();
  return {
    /** Takes a last sample, and resolves to all. */
    async stop() {
      stopped.abort();
      await running;
      return samples;
    },
  };
}
