import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

import { onlyChildOf } from '../support/programs';

const ROOT = join(__dirname, '..', '..');
const MAIN = join(ROOT, 'dist', 'main.js');
const DRAIN_SECONDS = 3;
const LOOK_EVERY_MS = 50;

const started: ChildProcess[] = [];
const agent = new Agent({ keepAlive: true, maxSockets: 4 });
afterEach(() => {
  started.splice(0).forEach((child) => child.kill('SIGKILL'));
  agent.destroy();
});

/** Starts a gateway in some way, and resolves to it and its address. */
async function start(command: string, args: readonly string[], options: SpawnOptions = {}) {
  const child: ChildProcess = spawn(command, args, {
    ...options,
    env: {
      ...process.env,
      PORT: '0',
      STATE_DIR: mkdtempSync(join(tmpdir(), 'stagedoor-')),
      SHUTDOWN_DRAIN_SECONDS: String(DRAIN_SECONDS),
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  started.push(child);
  let printed = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => (printed += chunk.toString()));
  for (;;) {
    const url = /open at (http:\S+)\/graphql/.exec(printed)?.[1];
    if (url !== undefined) return { child, url, printed: () => printed };
    if (child.exitCode !== null) throw new Error(`It ended: ${printed}`);
    await pause(LOOK_EVERY_MS);
  }
}

interface Reply {
  readonly status: number;
  readonly connection: string | undefined;
}

/** One request; on a connection that is kept alive, or on one of its own. Rejects where it is refused or cut off. */
function get(url: string, isKeptAlive: boolean): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const sent = request(url, { agent: isKeptAlive ? agent : false }, (response) => {
      response.on('error', reject).resume();
      response.on('end', () => {
        resolve({ status: response.statusCode ?? 0, connection: response.headers.connection });
      });
    });
    sent.on('error', reject).end();
  });
}

const wantsReady = async (url: string) => (await get(`${url}/health/ready`, false)).status;

/** Sends requests, new connections and kept ones in turn, until it is stopped. Returns what failed. */
function load(url: string) {
  const failures: unknown[] = [];
  let sent = 0;
  let isOver = false;
  const run = async (isKeptAlive: boolean) => {
    while (!isOver) {
      sent++;
      await get(`${url}/health/live`, isKeptAlive).then(
        ({ status }) => status === 200 || failures.push(status),
        (error: unknown) => failures.push(error),
      );
    }
  };
  const running = [run(true), run(true), run(false), run(false)];
  return async () => {
    isOver = true;
    await Promise.all(running);
    return { failures, sent };
  };
}

/** Waits until `/health/ready` says 503. */
async function untilNotReady(url: string): Promise<void> {
  while ((await wantsReady(url)) === 200) await pause(LOOK_EVERY_MS);
}

describe('SIGTERM', () => {
  it('takes the process out of the balancer before it closes: no request is refused or cut off meanwhile', async () => {
    const { child, url } = await start(process.execPath, [MAIN]);
    const stopLoad = load(url);
    child.kill('SIGTERM');
    const signalledMs = performance.now();
    await untilNotReady(url);
    await pause((DRAIN_SECONDS * 1000) / 2);
    expect((await get(`${url}/health/live`, true)).connection).toBe('close');
    const { failures, sent } = await stopLoad();
    expect(failures).toEqual([]);
    expect(sent).toBeGreaterThan(20);
    const [code] = (await once(child, 'exit')) as [number | null];
    expect(code).toBe(0);
    expect(performance.now() - signalledMs).toBeGreaterThan(DRAIN_SECONDS * 1000 - 100);
  });

  it('a second time ends the process now', async () => {
    const { child, url } = await start(process.execPath, [MAIN]);
    child.kill('SIGTERM');
    await untilNotReady(url);
    child.kill('SIGTERM');
    expect(await once(child, 'exit')).toEqual([1, null]);
  });

  it('to `npm start` reaches the gateway, too, which does not go on without a parent', async () => {
    const { child, url } = await start('npm', ['start'], { cwd: ROOT });
    expect(await wantsReady(url)).toBe(200);
    child.kill('SIGTERM');
    await untilNotReady(url);
    // The process is not our child: only its address shows that it has ended.
    while ((await wantsReady(url).catch(() => null)) !== null) await pause(LOOK_EVERY_MS);
  });

  it('is not needed where npm is killed: the gateway notices, though the shell between them stays', async () => {
    const { child, url } = await start('npm', ['start'], { cwd: ROOT });
    child.kill('SIGKILL');
    await untilNotReady(url);
    while ((await wantsReady(url).catch(() => null)) !== null) await pause(LOOK_EVERY_MS);
  });

  it('ends the gateway where it is process 1, as in a container', async () => {
    // A namespace of its own takes root, which not everybody is: then it is an ordinary process.
    const isRoot = process.platform === 'linux' && process.getuid?.() === 0;
    const command = isRoot
      ? ['unshare', '--pid', '--fork', '--kill-child', process.execPath]
      : [process.execPath];
    const [program = '', ...args] = [...command, MAIN];
    const { child, url } = await start(program, args);
    const pid = isRoot ? onlyChildOf(child) : child.pid;
    if (pid === undefined) throw new Error('It has no process id.');
    process.kill(pid, 'SIGTERM');
    await untilNotReady(url);
    expect(await once(child, 'exit')).toEqual([0, null]);
  });
});
