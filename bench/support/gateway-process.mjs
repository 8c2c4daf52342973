// A gateway in a process of its own, as it runs in production: its ledger on disk, and nothing logged unless `env` says so. Replies to
// `cpu` with the processor time it has used, to `resources` with what it uses as it is, and to any other message with the memory
// it uses after a garbage collection. It ends when its parent does.
import { openSync, readdirSync, writeSync } from 'node:fs';

import { pino } from 'pino';

import { startGateway } from '../../dist/gateway.js';
import { readSettings } from '../../dist/settings/index.js';
import { cpuMs } from './cpu.mjs';

const { upstream, stateDir, env = {} } = JSON.parse(process.argv[2]);
const settings = readSettings({
  NODE_ENV: 'production',
  PORT: '0',
  STATE_DIR: stateDir,
  CART_LEASE_SECONDS: '3600',
  LOG_LEVEL: 'silent',
  ...env,
});
const nowhere = openSync('/dev/null', 'w');
const logger = pino({ level: settings.LOG_LEVEL }, { write: (line) => writeSync(nowhere, line) });
const gateway = await startGateway(settings, upstream, logger);

process.on('disconnect', () => process.exit(0));
process.on('message', (message) => {
  if (message === 'cpu') return process.send({ cpuMs: cpuMs() });
  if (message === 'resources') {
    const { rss, heapUsed } = process.memoryUsage();
    // Where there is no such folder (it is Linux's), descriptors are not counted.
    let descriptors = null;
    try {
      descriptors = readdirSync('/proc/self/fd').length;
    } catch {}
    return process.send({ rss, heapUsed, descriptors, cpuMs: cpuMs() });
  }
  globalThis.gc();
  globalThis.gc();
  const { rss, heapUsed } = process.memoryUsage();
  process.send({ rss, heapUsed });
});
process.send({ url: gateway.url });
