// `npm run bench`: every bench, one after the other, from a bare clone on. How to read the tables: docs/benchmarks.md.
import { spawn } from 'node:child_process';
import { once } from 'node:events';

import { prepareGateway, root } from './prepare.mjs';

await prepareGateway();
for (const bench of ['reads', 'watched', 'due', 'carts', 'refusals', 'connections', 'sale-morning']) {
  const child = spawn(process.execPath, [`${root}/bench/${bench}.mjs`], { stdio: 'inherit' });
  // The bench cleans up after itself, so it has to hear of an interruption.
  const passOn = (signal) => child.kill(signal);
  process.on('SIGINT', passOn).on('SIGTERM', passOn);
  const [status] = await once(child, 'exit');
  process.off('SIGINT', passOn).off('SIGTERM', passOn);
  if (status !== 0) process.exit(status ?? 1);
}
