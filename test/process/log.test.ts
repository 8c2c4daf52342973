import { type ChildProcess, type StdioOptions, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, openSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

import { ask } from '../support/house';

const MAIN = join(__dirname, '..', '..', 'dist', 'main.js');
/** Every write to it fails for want of room. */
const fullDisk = openSync('/dev/full', 'w');

let gateway: ChildProcess;
afterEach(() => gateway.kill('SIGKILL'));

/** A port that nobody listens on. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
}

/** The built gateway, which logs every call. Its output may be closed, so the port is chosen first. */
async function startProcess(stdio: StdioOptions): Promise<string> {
  const port = await freePort();
  gateway = spawn(process.execPath, [MAIN], {
    env: { PATH: process.env['PATH'], PORT: String(port), LOG_LEVEL: 'debug', SHUTDOWN_DRAIN_SECONDS: '0' },
    cwd: mkdtempSync(join(tmpdir(), 'stagedoor-')),
    stdio,
  });
  return `http://127.0.0.1:${port}`;
}

async function untilOpen(url: string): Promise<void> {
  while (gateway.exitCode === null) {
    const isOpen = await fetch(`${url}/health/live`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (isOpen) return;
    await pause(50);
  }
  throw new Error('It ended.');
}

/** Asks twice what is logged, and sees the process end as it should. */
async function expectToServe(url: string): Promise<void> {
  for (const id of ['3F004CBB88958BF9', '1D004F240CEB4BDE']) {
    const { data } = await ask(url, `{ event(id: "${id}") { id } }`);
    expect(data.event.id).toBe(id);
  }
  gateway.kill('SIGTERM');
  const [code] = (await once(gateway, 'exit')) as [number | null];
  expect(code).toBe(0);
}

describe('logging and printing never take the gateway down:', () => {
  it.each<[string, StdioOptions]>([
    ['the log', ['ignore', 'ignore', fullDisk]],
    ['what it prints', ['ignore', fullDisk, 'ignore']],
  ])('not where the disk under %s is full', async (_, stdio) => {
    const url = await startProcess(stdio);
    await untilOpen(url);
    await expectToServe(url);
  });

  it('not where nobody reads the log any more', async () => {
    const url = await startProcess(['ignore', 'ignore', 'pipe']);
    await untilOpen(url);
    gateway.stderr?.destroy();
    await expectToServe(url);
  });

  it('not where nobody reads what it prints', async () => {
    const url = await startProcess(['ignore', 'pipe', 'ignore']);
    gateway.stdout?.destroy();
    await untilOpen(url);
    await expectToServe(url);
  });
});
