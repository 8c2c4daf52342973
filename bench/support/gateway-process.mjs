// A gateway in a process of its own, as it runs in production: its ledger on disk, nothing logged. Replies to
// `cpu` with the processor time it has used, and to any other message with the memory it uses. It ends when its parent does.
import { pino } from 'pino';

import { startGateway } from '../../dist/gateway.js';
import { readSettings } from '../../dist/settings.js';
import { cpuMs } from './cpu.mjs';

const { upstream, stateDir, env = {} } = JSON.parse(process.argv[2]);
const settings = readSettings({
  NODE_ENV: 'production',
  PORT: '0',
  STATE_DIR: stateDir,
  CART_LEASE_SECONDS: '3600',
  ...env,
});
const gateway = await startGateway(settings, upstream, pino({ level: 'silent' }));

process.on('disconnect', () => process.exit(0));
process.on('message', (message) => {
  if (message === 'cpu') return process.send({ cpuMs: cpuMs() });
  globalThis.gc();
  globalThis.gc();
  const { rss, heapUsed } = process.memoryUsage();
  process.send({ rss, heapUsed });
});
process.send({ url: gateway.url });
