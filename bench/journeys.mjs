import assert from 'node:assert/strict';

import { timesToDisk } from './support/disk.mjs';
import { atOnce } from './support/at-once.mjs';
import { median, ms, printTable, quantile, ratio, timed } from './support/figures.mjs';
import { openHouse } from './support/house.mjs';

const ROUNDS = 5;
const CARTS_PER_ROUND = 200;
const WARM_UP_CARTS = 100;
const DISK_WRITES_PER_ROUND = 50;

/** `polls` is how often a create and a delete poll; `atATime`, how many shoppers there are at once. */
const MODES = [
  { title: 'nothing polls', polls: 0, pollWaitSeconds: 1, atATime: 16 },
  { title: 'create and delete poll once, 0.25 s each', polls: 1, pollWaitSeconds: 0.25, atATime: 32 },
];

/** A thousand carts from create to delete: directly, and through the gateway. */
export async function benchJourneys() {
  const rows = [];
  for (const mode of MODES) rows.push(await benchMode(mode));
  printTable(
    `${ROUNDS * CARTS_PER_ROUND} carts through create → poll → delete, writes to disk included`,
    ['mode', 'side', 'median', 'p99', 'ratio of medians', 'ratio of p99', 'added (median, p99)', 'carts/s'],
    rows.flat(),
  );
}

async function benchMode({ title, polls, pollWaitSeconds, atATime }) {
  const house = await openHouse({ polls, pollWaitSeconds });
  const spreadMs = 2 * polls * pollWaitSeconds * 1000;

  /** The carts of one round, each timed; `rate` is carts per second. */
  async function round(shopper, carts) {
    const times = [];
    const wholeMs = await timed(() =>
      atOnce(carts, atATime, spreadMs, async (index) => {
        const eventId = house.eventIds[index % house.eventIds.length];
        times.push(await timed(async () => shopper.delete(await shopper.create(eventId))));
      }),
    );
    return { times, rate: (carts * 1000) / wholeMs };
  }

  const sides = [
    { shopper: house.direct, rounds: [] },
    { shopper: house.throughGateway, rounds: [] },
  ];
  const diskTimes = [];
  // The first rounds warm up and do not count. Who goes first changes, and so what else runs here hits both.
  for (const { shopper } of sides) await round(shopper, WARM_UP_CARTS);
  for (let number = 0; number < ROUNDS; number++) {
    const inTurn = number % 2 === 0 ? sides : sides.toReversed();
    for (const side of inTurn) side.rounds.push(await round(side.shopper, CARTS_PER_ROUND));
    diskTimes.push(...timesToDisk(DISK_WRITES_PER_ROUND));
  }
  checkReport(await house.report(), sides.length * (WARM_UP_CARTS + ROUNDS * CARTS_PER_ROUND), polls);
  await house.close();

  const [direct, gateway] = sides.map(({ rounds }) => {
    const times = rounds.flatMap(({ times }) => times);
    return {
      median: median(times),
      p99: quantile(times, 0.99),
      rate: median(rounds.map(({ rate }) => rate)),
    };
  });
  const rate = (side) => side.rate.toFixed(0);
  return [
    [`${title}, ${atATime} at once`, 'direct', ms(direct.median), ms(direct.p99), '1', '1', '', rate(direct)],
    [
      '',
      'gateway',
      ms(gateway.median),
      ms(gateway.p99),
      ratio(gateway.median, direct.median),
      ratio(gateway.p99, direct.p99),
      `${ms(gateway.median - direct.median)}, ${ms(gateway.p99 - direct.p99)}`,
      rate(gateway),
    ],
    ['', 'one write to this disk', ms(median(diskTimes)), ms(quantile(diskTimes, 0.99)), '', '', '', ''],
  ];
}

/** Every cart was reserved and deleted once and polled as often as upstream wanted, and nothing was done wrong. */
function checkReport({ openCarts, heldSeats, requests, violations }, carts, polls) {
  assert.deepEqual({ openCarts, heldSeats }, { openCarts: 0, heldSeats: 0 });
  assert.deepEqual([...new Set(Object.values(violations))], [0], JSON.stringify(violations));
  const { reserve, deleteCart, poll } = requests;
  assert.deepEqual(
    { reserve, deleteCart, poll },
    { reserve: carts, deleteCart: carts, poll: 2 * polls * carts },
  );
}
