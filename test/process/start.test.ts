import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { startSandboxByDay } from '../support/by-day';
import { CREATE, TWO_TICKETS } from '../support/carts';
import { ask } from '../support/house';

const MAIN = join(__dirname, '..', '..', 'dist', 'main.js');

const started: ChildProcess[] = [];

/** The built process, with nothing in its environment but what the test gives. */
function startProcess(env: Record<string, string>, ...args: string[]) {
  return startCommand(env, process.execPath, MAIN, ...args);
}

function startCommand(env: Record<string, string>, command: string, ...args: string[]) {
  const child: ChildProcess = spawn(command, args, {
    env: { PATH: process.env['PATH'], ...env },
    // The ledger goes where the process runs.
    cwd: mkdtempSync(join(tmpdir(), 'stagedoor-')),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  started.push(child);
  let printed = '';
  child.stdout?.on('data', (chunk: Buffer) => (printed += chunk.toString()));
  child.stderr?.on('data', (chunk: Buffer) => (printed += chunk.toString()));
  return {
    child,
    printed: () => printed,
    /** The first match of `pattern` in what is printed, as soon as it is. */
    async saw(pattern: RegExp): Promise<string> {
      for (;;) {
        const found = pattern.exec(printed)?.[1];
        if (found !== undefined) return found;
        await Promise.race([once(child.stdout as NodeJS.ReadableStream, 'data'), once(child, 'exit')]);
        if (child.exitCode !== null) throw new Error(`It ended: ${printed}`);
      }
    },
    ended: async () => {
      if (child.exitCode === null) await once(child, 'exit');
      return child.exitCode;
    },
  };
}

describe('the process', () => {
  afterEach(() => started.splice(0).forEach((child) => child.kill('SIGKILL')));

  test('without credentials starts the sandbox inside, prints a query that works, and ends on SIGTERM', async () => {
    const gateway = startProcess({ PORT: '0' });
    const url = await gateway.saw(/open at (http:\S+)\/graphql/);
    const body = await gateway.saw(/-d '(\{.*\})'/);
    const { query } = JSON.parse(body) as { query: string };

    const { data } = await ask(url, query);
    expect(data.event.name).toBe('Seattle Sounders FC vs. San Jose Earthquakes');

    gateway.child.kill('SIGTERM');
    expect(await gateway.ended()).toBe(0);
  });

  test('calls the Partner API that it is told of, here a sandbox of its own process', async () => {
    const sandbox = startProcess({ SANDBOX_PORT: '0' }, 'sandbox');
    const gateway = startProcess({
      PORT: '0',
      PARTNER_API_URL: await sandbox.saw(/Partner API at (\S+)/),
      PARTNER_API_KEY: await sandbox.saw(/PARTNER_API_KEY\s+(\S+)/),
      PARTNER_API_SECRET: await sandbox.saw(/PARTNER_API_SECRET\s+(\S+)/),
    });
    const url = await gateway.saw(/open at (http:\S+)\/graphql/);
    const { data } = await ask(url, '{ event(id: "1D004F240CEB4BDE") { name } }');
    expect(data).toEqual({ event: { name: 'Donny & Marie (Touring)' } });
    expect(gateway.printed()).not.toContain('sandbox');
    for (const { child, ended } of [gateway, sandbox]) {
      child.kill('SIGINT');
      expect(await ended()).toBe(0);
    }
  });

  test('stops at a setting that cannot be used, with a sentence and no stack', async () => {
    const gateway = startProcess({ PORT: 'four thousand' });
    expect(await gateway.ended()).toBe(1);
    expect(gateway.printed()).toMatch(/^PORT cannot be used: .*\n$/);
  });

  test('stops with a sentence where its port is taken', async () => {
    const first = startProcess({ PORT: '0' });
    const url = await first.saw(/open at (http:\S+)\/graphql/);
    const second = startProcess({ PORT: new URL(url).port });
    expect(await second.ended()).toBe(1);
    expect(second.printed()).toMatch(/^PORT cannot be used: .* is taken.*\n$/);
  });

  test('stops with a sentence where its ledger is in use, or cannot be', async () => {
    const stateDir = mkdtempSync(join(tmpdir(), 'stagedoor-'));
    const first = startProcess({ PORT: '0', STATE_DIR: stateDir });
    await first.saw(/(open at)/);
    const second = startProcess({ PORT: '0', STATE_DIR: stateDir });
    expect(await second.ended()).toBe(1);
    expect(second.printed()).toMatch(/^STATE_DIR cannot be used: another process is using .*\n$/);

    const third = startProcess({ PORT: '0', STATE_DIR: MAIN });
    expect(await third.ended()).toBe(1);
    expect(third.printed()).toMatch(/^STATE_DIR cannot be used: the folder .* cannot be made .*\n$/);
  });

  test('with a full disk refuses new carts, and holds none that is not written down', async () => {
    const sandbox = await startSandboxByDay({ reservationLimit: 1000 });
    const upstream = {
      PARTNER_API_URL: sandbox.url,
      PARTNER_API_KEY: sandbox.apiKey,
      PARTNER_API_SECRET: sandbox.apiSecret,
    };
    // No file of this process may grow beyond 50 KiB.
    const gateway = startCommand(
      { PORT: '0', LOG_LEVEL: 'error', ...upstream },
      'sh',
      '-c',
      `ulimit -f 100; exec "${process.execPath}" "${MAIN}"`,
    );
    const url = await gateway.saw(/open at (http:\S+)\/graphql/);
    let held = 0;
    let refused = 0;
    while (refused === 0 && held < 100) {
      const input = { ...TWO_TICKETS, tickets: [{ ticketId: '000002040006', quantity: 1 }] };
      const { data, errors } = await ask(url, CREATE, { input });
      if (data?.createCart?.__typename === 'Cart') held += 1;
      if (errors?.[0]?.extensions.code === 'LEDGER_UNAVAILABLE') refused += 1;
    }
    expect(held).toBeGreaterThan(0);
    expect(refused).toBe(1);
    expect(sandbox.report().openCarts).toBe(held);
    await sandbox.close();
  });
});
