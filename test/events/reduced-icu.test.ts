import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';

import { ask } from '../support/house';

const MAIN = join(__dirname, '..', '..', 'dist', 'main.js');
const REDUCED_ICU = join(__dirname, 'reduced-icu.cjs');

let gateway: ChildProcess;
afterEach(() => gateway.kill('SIGKILL'));

/** The built gateway on a Node that lacks ICU data. */
function start(reduced: 'languages' | 'zones' | 'intl'): ChildProcess {
  gateway = spawn(process.execPath, ['--require', REDUCED_ICU, MAIN], {
    env: { PATH: process.env['PATH'], PORT: '0', REDUCED: reduced },
    cwd: mkdtempSync(join(tmpdir(), 'stagedoor-')),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  return gateway;
}

/** Where it is open. */
async function opened({ stdout }: ChildProcess): Promise<string> {
  let printed = '';
  for await (const chunk of stdout ?? []) {
    printed += String(chunk);
    const url = /open at (http:\S+)\/graphql/.exec(printed)?.[1];
    if (url !== undefined) return url;
  }
  throw new Error(`It ended: ${printed}`);
}

describe('on a Node with reduced ICU data', () => {
  it('that knows no language but English, local times and maintenance are right', async () => {
    const url = await opened(start('languages'));
    const { data, errors } = await ask(
      url,
      '{ event(id: "3F004CBB88958BF9") { localDate localTime sellable maintenance { startsAt endsAt } } }',
    );
    expect(errors).toBeUndefined();
    expect(data.event).toMatchObject({ localDate: '2015-08-20', localTime: '19:00:00' });
    const { startsAt, endsAt } = data.event.maintenance as Record<'startsAt' | 'endsAt', string>;
    expect(Date.parse(endsAt) - Date.parse(startsAt)).toBe(3_600_000);
    expect(Date.parse(endsAt)).toBeGreaterThan(Date.now());
  });

  it.each(['zones', 'intl'] as const)(
    'that lacks %s, it does not start, and names the remedy',
    async (what) => {
      const { stderr } = start(what);
      expect(stderr && (await text(stderr))).toMatch(/^This Node lacks time zones.*NODE_ICU_DATA.*\n$/);
    },
  );
});
