import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

import { median, ms, printTable, ratio, timed } from './support/figures.mjs';
import { startOptions } from './support/child.mjs';
import { killAtTheEnd, temporaryFolder } from './support/leave-nothing.mjs';

const ROUNDS = 5;
const MAIN = fileURLToPath(new URL('../dist/main.js', import.meta.url));
/** The least that a server can be. */
const BARE = "require('node:http').createServer().listen(0, '127.0.0.1', () => console.log('open at'))";

/** From the start of the process to the line that says it is open: bare Node, and the gateway with its sandbox inside. */
export async function benchStartUp() {
  const bare = [];
  const gateway = [];
  for (let round = 0; round < ROUNDS; round++) {
    bare.push(await untilOpen('-e', BARE));
    gateway.push(await untilOpen(...startOptions, MAIN));
  }
  printTable(
    `Start-up, median of ${ROUNDS}`,
    ['process', 'time', 'ratio'],
    [
      ['bare `node:http` server', ms(median(bare)), '1'],
      ['the gateway, sandbox inside', ms(median(gateway)), ratio(median(gateway), median(bare))],
    ],
  );
}

/** Starts Node with `args`, resolves to the milliseconds until it is open, and ends it. */
async function untilOpen(...args) {
  const cwd = temporaryFolder();
  let child;
  const openAfterMs = await timed(async () => {
    child = spawn(process.execPath, args, {
      cwd,
      env: { PATH: process.env.PATH, PORT: '0' },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    killAtTheEnd(child);
    let printed = '';
    for await (const chunk of child.stdout.iterator({ destroyOnReturn: false })) {
      printed += chunk;
      if (printed.includes('open at')) return;
    }
    throw new Error(`It ended before it was open: ${printed}`);
  });
  const exited = once(child, 'exit');
  child.kill('SIGKILL');
  await exited;
  return openAfterMs;
}
