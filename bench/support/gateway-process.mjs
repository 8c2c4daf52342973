// A gateway in a process of its own, as it runs in production: its ledger on disk, nothing logged. Replies to every
// message with the memory it uses. It ends when its parent does.
import { pino } from 'pino';

import { startGateway } from '../../dist/gateway.js';
import { readSettings } from '../../dist/settings.js';

const { upstream, stateDir } = JSON.parse(process.argv[2]);
const settings = readSettings({
  NODE_ENV: 'production',
  PORT: '0',
  STATE_DIR: stateDir,
  CART_LEASE_SECONDS: '3600',
});
const gateway = await startGateway(settings, upstream, pino({ level: 'silent' }));

process.on('disconnect', () => process.exit(0));
process.on('message', () => {
  globalThis.gc();
  globalThis.gc();
  const { rss, heapUsed } = process.memoryUsage();
  process.send({ rss, heapUsed });
});
process.send({ url: gateway.url });
