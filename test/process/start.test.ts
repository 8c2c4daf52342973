import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { ask } from '../support/house';

const MAIN = join(__dirname, '..', '..', 'dist', 'main.js');

const started: ChildProcess[] = [];

/** The built process, with nothing in its environment but what the test gives. */
function startProcess(env: Record<string, string>, ...args: string[]) {
  const child: ChildProcess = spawn(process.execPath, [MAIN, ...args], {
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
});
