// A sandbox in a process of its own, with a sale and many other events. Replies to every message with its counts, which
// stay small however long the morning is. It ends when its parent does.
import { startSandbox } from '../../../dist/sandbox/sandbox.js';
import { shows } from '../plan/shows.mjs';

const { sale, ...options } = JSON.parse(process.argv[2]);
const sandbox = await startSandbox({ events: shows(sale), ...options });
const { url, origin, apiKey, apiSecret } = sandbox;

function counts() {
  const { requests, quota, openCarts, heldSeats, reserves, purchases, maxPurchasesPerCart, violations } =
    sandbox.report();
  return { requests, quota, openCarts, heldSeats, reserves, purchases, maxPurchasesPerCart, violations };
}

process.on('disconnect', () => process.exit(0));
process.on('message', () => process.send(counts()));
process.send({ url, origin, apiKey, apiSecret });
