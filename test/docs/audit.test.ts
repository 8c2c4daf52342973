import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ROOT = join(__dirname, '..', '..');

/** Runs the audit against a registry that says this of vulnerabilities. */
async function audit(status: number, advisories: object): Promise<{ exitCode: number; printed: string }> {
  const registry = createServer((request, response) => {
    request.resume();
    response.writeHead(request.method === 'POST' ? status : 404, { 'content-type': 'application/json' });
    response.end(JSON.stringify(request.method === 'POST' ? advisories : {}));
  });
  await new Promise<void>((resolve) => registry.listen(0, '127.0.0.1', resolve));
  // npm remembers what it worked out of an advisory, and ours are made up.
  const cache = mkdtempSync(join(tmpdir(), 'npm-cache-'));
  const child = spawn(process.execPath, ['scripts/audit.mjs'], {
    cwd: ROOT,
    env: {
      ...process.env,
      npm_config_cache: cache,
      npm_config_registry: `http://127.0.0.1:${(registry.address() as AddressInfo).port}/`,
    },
  });
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (piece: Buffer) => (printed += piece.toString()));
  }
  const [exitCode] = (await once(child, 'close')) as [number];
  rmSync(cache, { recursive: true });
  registry.closeAllConnections();
  await new Promise((resolve) => registry.close(resolve));
  return { exitCode, printed };
}

const advisory = (severity: string) => [
  { id: 1, url: 'https://example.com/1', title: 'A hole', severity, vulnerable_versions: '*' },
];

describe('the audit of the dependencies', () => {
  it('passes where nothing is known', async () => {
    expect(await audit(200, {})).toEqual({ exitCode: 0, printed: '' });
  });

  it.each(['high', 'critical'])('fails at what is %s', async (severity) => {
    const { exitCode, printed } = await audit(200, { undici: advisory(severity) });
    expect([exitCode, printed]).toEqual([1, expect.stringContaining(`${severity}: undici`)]);
  });

  it('passes what is moderate', async () => {
    expect(await audit(200, { undici: advisory('moderate') })).toEqual({ exitCode: 0, printed: '' });
  });

  it('passes what only developers install', async () => {
    expect(await audit(200, { jest: advisory('critical') })).toEqual({ exitCode: 0, printed: '' });
  });

  it('says so where the registry cannot be asked, and goes on', async () => {
    const { exitCode, printed } = await audit(405, {});
    expect([exitCode, printed]).toEqual([0, expect.stringContaining('were not audited')]);
  });
});
