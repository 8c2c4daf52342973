import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { type Server, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';

import { Client } from 'undici';

import { HttpRequest } from '../../../src/http/request';
import { HttpResponse } from '../../../src/http/response';
import { type StaticSite, staticSite } from '../../../src/http/pages/static-site';

const SCRIPT = 'export const answer = 42;\n'.repeat(50);

let folder: string;
let server: Server<typeof HttpRequest, typeof HttpResponse>;

const write = (name: string, content: string | Buffer): void => {
  const path = join(folder, 'site', name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
};

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'stagedoor-'));
  writeFileSync(join(folder, 'secret.txt'), 'nobody else may read this');
});
afterEach(() => {
  server.close();
  rmSync(folder, { recursive: true });
});

async function open(site: Partial<StaticSite> = {}): Promise<void> {
  const serve = staticSite({ folder: join(folder, 'site'), missing: 'Build it first.', ...site });
  server = createServer(
    { IncomingMessage: HttpRequest, ServerResponse: HttpResponse },
    (incoming, response) => serve(incoming, response, incoming.url ?? '/'),
  );
  await once(server.listen(0, '127.0.0.1'), 'listening');
}

async function get(path: string, headers: Record<string, string> = {}) {
  // Not by an URL, which would straighten the path out.
  const client = new Client(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  const answer = await client.request({ path, method: 'GET', headers });
  const body = Buffer.from(await answer.body.arrayBuffer());
  await client.close();
  return { status: answer.statusCode, headers: answer.headers, body };
}

function writeSite(): void {
  write('index.html', '<!doctype html><title>The page</title>');
  write('assets/app-5Yx1.js', SCRIPT);
  write('assets/app-5Yx1.js.br', brotliCompressSync(SCRIPT));
  write('assets/app-5Yx1.js.gz', gzipSync(SCRIPT));
}

describe('a static site', () => {
  it.each([
    ['br', 'gzip, deflate, br', brotliCompressSync(SCRIPT)],
    ['gzip', 'gzip, deflate', gzipSync(SCRIPT)],
    ['gzip', 'br;q=0, gzip', gzipSync(SCRIPT)],
    ['gzip', 'br;q=0.1, gzip;q=0.9', gzipSync(SCRIPT)],
    [undefined, 'gzip;q=0', Buffer.from(SCRIPT)],
    [undefined, 'identity', Buffer.from(SCRIPT)],
  ])('is sent as it was compressed by the build: %s', async (encoding, accepted, body) => {
    writeSite();
    await open();
    const answer = await get('/assets/app-5Yx1.js', { 'accept-encoding': accepted });
    expect(answer.headers['content-encoding']).toBe(encoding);
    expect(answer.headers['content-type']).toBe('text/javascript');
    expect(answer.headers.vary).toBe('Origin, Accept-Encoding');
    expect(answer.body).toEqual(body);
  });

  it('has files whose names hold a hash kept for a year, and the page asked for again', async () => {
    writeSite();
    await open();
    const page = await get('/');
    expect(page.headers).toMatchObject({
      'cache-control': 'no-cache',
      'content-type': 'text/html;charset=utf-8',
    });
    const again = await get('/', { 'if-none-match': String(page.headers.etag) });
    expect(again).toMatchObject({ status: 304, body: Buffer.alloc(0) });
    const script = await get('/assets/app-5Yx1.js');
    expect(script.headers['cache-control']).toBe('public, max-age=31536000, immutable');
  });

  it('keeps its pages from loading anything from other hosts, and from being framed', async () => {
    writeSite();
    await open({ grants: { 'style-src': "'self' 'unsafe-inline'" } });
    const { headers } = await get('/');
    expect(headers).toMatchObject({ 'x-frame-options': 'DENY', 'referrer-policy': 'no-referrer' });
    const policy = String(headers['content-security-policy']).split('; ');
    expect(policy).toEqual(
      expect.arrayContaining([
        "default-src 'none'",
        "script-src 'self'",
        "connect-src 'self'",
        "style-src 'self' 'unsafe-inline'",
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'none'",
      ]),
    );
    expect(policy.filter((directive) => directive.startsWith('style-src'))).toHaveLength(1);
  });

  it.each(['/../secret.txt', '/%2e%2e/secret.txt', '/..%2fsecret.txt', '/assets/../../secret.txt'])(
    'gives out nothing beside its folder: %s',
    async (path) => {
      writeSite();
      await open();
      const answer = await get(path);
      expect(answer.status).toBe(404);
      expect(answer.body.toString()).not.toContain('nobody else');
    },
  );

  it('answers unknown paths with 404, which caches do not keep', async () => {
    writeSite();
    await open();
    expect(await get('/assets/none-1234.js')).toMatchObject({
      status: 404,
      headers: { 'cache-control': 'no-store' },
    });
    expect((await get('/some/where')).status).toBe(404);
  });

  it('as a single page answers every path but those of files with the page', async () => {
    writeSite();
    await open({ singlePage: true });
    expect((await get('/event/3F004CBB88958BF9')).body.toString()).toContain('The page');
    expect((await get('/assets/none-1234.js')).status).toBe(404);
  });

  it('says what to do where it is not built, and is there as soon as it is', async () => {
    await open();
    expect(await get('/')).toMatchObject({ status: 503, body: Buffer.from('Build it first.\n') });
    writeSite();
    expect((await get('/')).status).toBe(200);
  });

  it.each(['bytes=5-2', 'bytes=x-y', 'bytes=999999-'])(
    'sends all of a file for the range %s',
    async (range) => {
      writeSite();
      await open();
      const answer = await get('/assets/app-5Yx1.js', { range });
      expect(answer).toMatchObject({ status: 200, body: Buffer.from(SCRIPT) });
    },
  );
});
