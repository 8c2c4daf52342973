import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

import { type Program, installed } from './debian';
import { freePort } from './free-port';

const HAPROXY: Program = {
  title: 'HAProxy',
  debianPackage: 'haproxy',
  names: ['haproxy'],
  folders: () => ['/usr/sbin'],
};

/** How long it may take to listen, on a busy machine. */
const START_MS = 30_000;

/** A balancer that runs. */
export interface Balancer {
  readonly url: string;
  readonly stop: () => Promise<void>;
}

/**
 * Starts HAProxy with a configuration, on the loopback.
 *
 * @param configuration returns its text for the address to listen on.
 */
export async function startHaproxy(configuration: (address: string) => string): Promise<Balancer> {
  const program = installed(HAPROXY);
  const port = await freePort();
  const folder = mkdtempSync(join(tmpdir(), 'stagedoor-haproxy-'));
  const file = join(folder, 'haproxy.cfg');
  writeFileSync(file, configuration(`127.0.0.1:${port}`));
  const child = spawn(program, ['-db', '-f', file], { stdio: ['ignore', 'pipe', 'pipe'] });
  let printed = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (printed += chunk.toString()));
  process.once('exit', () => child.kill('SIGKILL'));
  const giveUpAtMs = Date.now() + START_MS;
  while (!(await listens(port))) {
    if (hasEnded(child) || Date.now() > giveUpAtMs) throw new Error(`HAProxy did not start: ${printed}`);
    await pause(20);
  }
  return {
    url: `http://127.0.0.1:${port}`,
    stop: async () => {
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const hasEnded = ({ exitCode, signalCode }: ChildProcess): boolean =>
  exitCode !== null || signalCode !== null;

const listens = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
    socket.once('connect', () => socket.destroy());
  });
