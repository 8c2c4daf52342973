// `npm run dev`: the gateway, restarted whenever `src` has been compiled again or the schema has changed, with its logs as
// readable lines. SIGINT and SIGTERM shut the gateway down as in production; this process ends after it.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { watch } from 'node:fs';
import { join } from 'node:path';

import { prepareToStart, root, toolPath } from './prepare.mjs';

/** What the compiler prints after a compilation without errors, the first one included. */
const COMPILED = 'Found 0 errors.';

await prepareToStart();
// Loaded only now: the packages may not have been installed before.
const { default: pretty } = await import('pino-pretty');
const logs = pretty({ ignore: 'pid,hostname', singleLine: true, translateTime: 'SYS:HH:MM:ss.l' });

let gateway = null;
let isRestarting = false;
let isStopping = false;

const compiler = spawn(toolPath('tsc'), ['-p', 'tsconfig.build.json', '--watch', '--preserveWatchOutput'], {
  cwd: root,
  stdio: ['ignore', 'pipe', 'inherit'],
  shell: process.platform === 'win32',
});
compiler.stdout.on('data', (chunk) => {
  process.stdout.write(chunk);
  if (chunk.includes(COMPILED)) void restart();
});
watch(join(root, 'schema'), () => void restart());
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => void stop(signal));

/** Starts the gateway, after ending the one that runs. Further changes until then need no restart of their own. */
async function restart() {
  if (isRestarting || isStopping) return;
  isRestarting = true;
  await endGateway('SIGTERM');
  if (!isStopping) startGateway();
  isRestarting = false;
}

function startGateway() {
  gateway = spawn(process.execPath, [join(root, 'dist', 'main.js')], {
    env: { ...process.env, SHUTDOWN_DRAIN_SECONDS: '0' },
    stdio: ['ignore', 'inherit', 'pipe'],
  });
  gateway.stderr.pipe(logs, { end: false });
  gateway.once('exit', () => (gateway = null));
}

async function endGateway(signal) {
  if (gateway === null) return;
  const exit = once(gateway, 'exit');
  gateway.kill(signal);
  await exit;
}

async function stop(signal) {
  isStopping = true;
  compiler.kill();
  await endGateway(signal);
  process.exit();
}
