import assert from 'node:assert/strict';

import { addressOf, drawReaders } from './rehearsal/plan/plan.mjs';
import { playMorning } from './rehearsal/stage/morning.mjs';
import { jain, waitsInTurn } from './support/fairness.mjs';
import { printTable, quantile } from './support/figures.mjs';

const SHOPPERS = 500;
const READERS = 50;
const CALLS_PER_SECOND = 20;
const POLLS = 1;
/** Shoppers arrive one after the other in so short a time that nearly all of them have to wait. */
const ARRIVALS_SECONDS = 2;
const TICKETS = 2;

/** For shoppers alone: one token, one event, and for each shopper a reserve with its polls. */
const CALLS_OF_SHOPPERS = 2 + SHOPPERS * (1 + POLLS);

/**
 * The time until 500 shoppers have their seats beside 50 readers, compared with the time that the calls that were needed
 * until then take at the quota's rate: those of the shoppers, and the reads that the readers got.
 */
export async function benchServing() {
  const shoppers = Array.from({ length: SHOPPERS }, (_, number) => ({
    number,
    address: addressOf(18, number),
    arrivesAfter: (ARRIVALS_SECONDS * number) / SHOPPERS,
    night: number % 4,
    quantity: TICKETS,
    // Not delayed by the pause between two polls.
    watches: 'stream',
    reloadsAfter: [],
    ends: 'keeps',
    leavesAfter: null,
    thinks: [],
  }));
  const plan = {
    expectedSeconds: CALLS_OF_SHOPPERS / CALLS_PER_SECOND,
    seats: 2 * TICKETS * SHOPPERS,
    shoppers,
    readers: drawReaders({ readers: READERS, seed: 1, within: ARRIVALS_SECONDS, hurry: 1 }),
  };
  const options = { nights: 4, callsPerSecond: CALLS_PER_SECOND, isStated: true, polls: POLLS, pollWait: 1 };
  const happened = await playMorning(plan, { ...options, env: { CART_LEASE_SECONDS: '3600' } });

  const { counts, readers } = happened;
  check(happened);
  const seconds = Math.max(...happened.shoppers.map(({ seats }) => seats));
  const { admitted, refusedByRate } = counts.quota;
  const bound = admitted / CALLS_PER_SECOND;
  const waits = happened.shoppers.map(({ arrived, seats }) => seats - arrived);
  const figures = {
    ratio: seconds / bound,
    refused: refusedByRate / (admitted + refusedByRate),
    jain: jain(waitsInTurn(happened.shoppers)),
  };
  const sum = (name) => readers.reduce((total, one) => total + one[name], 0);
  printTable(
    `W7: ${SHOPPERS} shoppers and ${READERS} readers at ${CALLS_PER_SECOND} calls a second`,
    ['what', 'measured', 'goal'],
    [
      ['until all shoppers have seats', `${seconds.toFixed(1)} s`, `${bound.toFixed(1)} s by the quota`],
      ['ratio', figures.ratio.toFixed(3), '≤ 1.15'],
      [
        'ratio if readers had got nothing',
        ((seconds * CALLS_PER_SECOND) / CALLS_OF_SHOPPERS).toFixed(3),
        '1.16: a tenth is for readers',
      ],
      ['429s, of all calls', `${(figures.refused * 100).toFixed(2)} % (${refusedByRate})`, '≤ 1 %'],
      ["Jain's index of the waits in turn", figures.jain.toFixed(4), '≥ 0.95'],
      [
        'waits: median, 99th percentile',
        `${quantile(waits, 0.5).toFixed(1)} s, ${quantile(waits, 0.99).toFixed(1)} s`,
        '',
      ],
      ['quota used', `${((100 * admitted) / (CALLS_PER_SECOND * happened.seconds)).toFixed(0)} %`, ''],
      [
        'readers: entries with data, with a time, failed',
        `${sum('withData')}, ${sum('later')}, ${sum('failed')}`,
        '',
      ],
      ['readers: slowest answer', `${Math.max(...readers.map(({ took }) => took)).toFixed(1)} s`, '≤ 20 s'],
    ],
  );
  return figures;
}

/** Everyone got the seats they wanted, nobody twice, and nothing was done wrong. */
function check({ shoppers, counts }) {
  const others = shoppers.filter(({ outcome }) => outcome !== 'kept');
  assert.equal(others.length, 0, `${others.length} have no seats, the first: ${JSON.stringify(others[0])}`);
  const { openCarts, reserves, heldSeats, violations } = counts;
  assert.deepEqual(
    { openCarts, reserves, heldSeats },
    { openCarts: SHOPPERS, reserves: SHOPPERS, heldSeats: TICKETS * SHOPPERS },
  );
  assert.deepEqual([...new Set(Object.values(violations))], [0], JSON.stringify(violations));
}
