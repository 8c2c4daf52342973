import { execFileSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { startSandboxByDay } from '../support/by-day';
import { CREATE, TWO_TICKETS } from '../support/carts';
import { TEST_EDITION } from '../support/edition';
import { ask } from '../support/house';
import { killPrograms, startProgram } from '../support/programs';

const MAIN = join(__dirname, '..', '..', 'dist', 'main.js');

const DEFAULTS = {
  SHUTDOWN_DRAIN_SECONDS: '0',
  PARTNER_API_EDITION: TEST_EDITION,
  SANDBOX_EDITION: TEST_EDITION,
};

/** The built process, with nothing more in its environment than what the test gives. */
const startProcess = (env: Record<string, string>, ...args: string[]) =>
  startProgram(process.execPath, [MAIN, ...args], { env: { ...DEFAULTS, ...env } });

describe('the process', () => {
  afterEach(killPrograms);

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

  test('calls the configured Partner API, here a sandbox in another process', async () => {
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

  test('waits for the process that uses its ledger to end, and says so', async () => {
    const stateDir = mkdtempSync(join(tmpdir(), 'stagedoor-'));
    const first = startProcess({ PORT: '0', STATE_DIR: stateDir });
    const { port } = new URL(await first.saw(/open at (http:\S+)\/graphql/));
    // The same port is free by then.
    const second = startProcess({ PORT: port, STATE_DIR: stateDir });
    await second.saw(/(Another process is using STATE_DIR: waiting for it to end)/);
    first.child.kill('SIGTERM');
    const url = await second.saw(/open at (http:\S+)\/graphql/);
    expect((await ask(url, '{ __typename }')).data).toEqual({ __typename: 'Query' });
    expect(await first.ended()).toBe(0);
  });

  test('stops with a sentence where its ledger cannot be', async () => {
    const gateway = startProcess({ PORT: '0', STATE_DIR: MAIN });
    expect(await gateway.ended()).toBe(1);
    expect(gateway.printed()).toMatch(/^STATE_DIR cannot be used: the folder .* cannot be made .*\n$/);
  });

  test('starts beside a service called "sandbox", whose address the cluster puts into the environment', async () => {
    const gateway = startProcess({ PORT: '0', SANDBOX_PORT: 'tcp://10.43.0.1:4000' });
    const url = await gateway.saw(/open at (http:\S+)\/graphql/);
    expect((await ask(url, '{ __typename }')).data).toEqual({ __typename: 'Query' });
  });

  test('with a full disk refuses new carts and holds none unrecorded, until the disk has room again', async () => {
    const sandbox = await startSandboxByDay({ reservationLimit: 1000 });
    const gateway = startProcess({
      PORT: '0',
      LOG_LEVEL: 'fatal',
      PARTNER_API_URL: sandbox.url,
      PARTNER_API_KEY: sandbox.apiKey,
      PARTNER_API_SECRET: sandbox.apiSecret,
    });
    const url = await gateway.saw(/open at (http:\S+)\/graphql/);
    const create = async () => {
      const { data, errors } = await ask(url, CREATE, { input: TWO_TICKETS });
      return data?.createCart?.__typename ?? errors?.[0]?.extensions.code;
    };
    /** Fails every write to a file of the gateway beyond this size, as a full disk would. */
    const limitFiles = (soft: string) =>
      execFileSync('prlimit', ['--pid', String(gateway.child.pid), `--fsize=${soft}:unlimited`]);

    expect(await create()).toBe('Cart');
    limitFiles('0');
    expect([await create(), await create()]).toEqual(['LEDGER_UNAVAILABLE', 'LEDGER_UNAVAILABLE']);
    expect(sandbox.report().openCarts).toBe(1);
    limitFiles('unlimited');
    expect(await create()).toBe('Cart');
    expect(sandbox.report().openCarts).toBe(2);
    await sandbox.close();
  });
});
