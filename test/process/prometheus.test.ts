import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';

import { type Program, installed } from '../support/programs/debian';
import { type WallClockHouse, openWallClockHouse } from '../support/wall-clock-house';

const RULES = join(__dirname, '..', '..', 'deploy', 'prometheus', 'alerts.yaml');
const program = (name: string): Program => ({
  title: 'Prometheus',
  debianPackage: 'prometheus',
  names: [name],
});

const started: ChildProcess[] = [];
let house: WallClockHouse | undefined;
afterEach(async () => {
  started.splice(0).forEach((child) => child.kill('SIGKILL'));
  await house?.close();
});

/** A port that nobody listens on. */
const freePort = () =>
  new Promise<number>((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });

/** A Prometheus that scrapes `target` once a second by our rules. Resolves to its address, once it is ready. */
async function startPrometheus(target: string): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'stagedoor-'));
  const config = join(folder, 'prometheus.yml');
  writeFileSync(
    config,
    [
      'global: { scrape_interval: 1s, evaluation_interval: 1s }',
      `rule_files: [${JSON.stringify(RULES)}]`,
      'scrape_configs:',
      `  - { job_name: stagedoor, static_configs: [{ targets: [${JSON.stringify(target)}] }] }`,
    ].join('\n'),
  );
  const port = await freePort();
  started.push(
    spawn(
      installed(program('prometheus')),
      [
        `--config.file=${config}`,
        `--storage.tsdb.path=${join(folder, 'data')}`,
        `--web.listen-address=127.0.0.1:${port}`,
      ],
      { stdio: 'ignore' },
    ),
  );
  const url = `http://127.0.0.1:${port}`;
  await until(() =>
    fetch(`${url}/-/ready`).then(
      ({ ok }) => ok,
      () => false,
    ),
  );
  return url;
}

async function until(condition: () => Promise<boolean>): Promise<void> {
  const endsAtMs = Date.now() + 60_000;
  while (!(await condition())) {
    if (Date.now() > endsAtMs) throw new Error('It did not come about in a minute.');
    await pause(200);
  }
}

describe('Prometheus itself', () => {
  it('finds the alert rules to be good', async () => {
    const { stdout } = await promisify(execFile)(installed(program('promtool')), ['check', 'rules', RULES]);
    expect(stdout).toContain('SUCCESS');
  });

  it.each([
    ['StagedoorUnexpectedErrors', 'INTERNAL_SERVER_ERROR'],
    ['StagedoorLedgerUnavailable', 'LEDGER_UNAVAILABLE'],
  ])('raises %s for the very first error, and no longer than five minutes', async (alertname, code) => {
    const folder = mkdtempSync(join(tmpdir(), 'stagedoor-'));
    const file = join(folder, 'rules-test.yml');
    const firings = (time: string, count: number) =>
      `{ expr: 'count(ALERTS{alertname="${alertname}"}) or vector(0)', eval_time: ${time}, ` +
      `exp_samples: [{ labels: '{}', value: ${count} }] }`;
    writeFileSync(
      file,
      [
        `rule_files: [${JSON.stringify(RULES)}]`,
        'evaluation_interval: 15s',
        'tests:',
        '  - interval: 15s',
        '    input_series:',
        `      - series: 'stagedoor_requests_total{operation="Buy",outcome="error",code="${code}"}'`,
        "        values: '_x40 1x80'",
        '    promql_expr_test:',
        `      - ${firings('9m', 0)}`,
        `      - ${firings('11m', 1)}`,
        `      - ${firings('16m', 0)}`,
      ].join('\n'),
    );
    const { stdout } = await promisify(execFile)(installed(program('promtool')), ['test', 'rules', file]);
    expect(stdout).toContain('SUCCESS');
  });

  it('finds nothing wrong with the page, reads it, and evaluates every rule', async () => {
    house = await openWallClockHouse();
    const page = await (await fetch(`${house.url}/metrics`)).text();
    const check = spawn(installed(program('promtool')), ['check', 'metrics'], {
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    let complaints = '';
    check.stderr.on('data', (chunk: Buffer) => (complaints += chunk.toString()));
    check.stdin.end(page);
    await new Promise((resolve) => check.once('close', resolve));
    // Some names of Node's own metrics are not as promtool would have them.
    expect(complaints.split('\n').filter((line) => line.includes('stagedoor_'))).toEqual([]);

    const url = await startPrometheus(new URL(house.url).host);
    const get = async (path: string) => (await (await fetch(url + path)).json()) as { data: never };
    const lineLength = async () => {
      const { data } = await get('/api/v1/query?query=stagedoor_line_length');
      return (data as { result: { value: [number, string] }[] }).result[0]?.value[1];
    };
    await until(async () => (await lineLength()) === '0');

    const rules = async () => {
      const { data } = await get('/api/v1/rules');
      return (
        data as { groups: { rules: { name: string; health: string; state: string }[] }[] }
      ).groups.flatMap((group) => group.rules);
    };
    await until(async () => (await rules()).every(({ health }) => health === 'ok'));
    expect((await rules()).filter(({ state }) => state !== 'inactive').map(({ name }) => name)).toEqual([]);
  });
});
