import assert from 'node:assert/strict';

import { atOnce } from './support/at-once.mjs';
import { printTable } from './support/figures.mjs';
import { openHouse } from './support/house.mjs';

const OPEN_CARTS = [1000, 5000];
const WARM_UP_CARTS = 1000;
const AT_ONCE = 16;

/** What the gateway's process holds in memory for carts that are open. */
export async function benchMemory() {
  const house = await openHouse({ polls: 0, pollWaitSeconds: 1 });
  const shopper = house.throughGateway;
  const eventOf = (index) => house.eventIds[index % house.eventIds.length];
  // What traffic as such costs (compiled code, sockets, LevelDB's buffers) is there before carts are counted.
  await atOnce(WARM_UP_CARTS, AT_ONCE, 0, async (index) =>
    shopper.delete(await shopper.create(eventOf(index))),
  );

  const before = await house.gatewayMemory();
  const rows = [];
  let open = 0;
  for (const carts of OPEN_CARTS) {
    const opened = open;
    await atOnce(carts - opened, AT_ONCE, 0, (index) => shopper.create(eventOf(opened + index)));
    open = carts;
    const after = await house.gatewayMemory();
    assert.equal((await house.report()).openCarts, carts);
    rows.push([
      String(carts),
      perCart(before.heapUsed, after.heapUsed, carts),
      `${mebibytes(before.heapUsed)} → ${mebibytes(after.heapUsed)}`,
      perCart(before.rss, after.rss, carts),
      `${mebibytes(before.rss)} → ${mebibytes(after.rss)}`,
    ]);
  }
  await house.close();
  printTable(
    'Memory for each open cart',
    ['open carts', 'heap per cart', 'heap', 'resident per cart', 'resident'],
    rows,
  );
}

const perCart = (before, after, carts) => `${Math.round((after - before) / carts)} bytes`;
const mebibytes = (bytes) => `${(bytes / 2 ** 20).toFixed(1)} MiB`;
