import { type ChildProcess, spawn } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { type IncomingMessage, type Server, createServer, request as forward } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { type AddressInfo, connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { md, pki } from 'node-forge';

import type { Sandbox } from '../../src/sandbox/sandbox';
import { startSandboxByDay } from '../support/by-day';
import { TEST_EDITION } from '../support/edition';
import { CREATE, TWO_TICKETS } from '../support/carts';
import { ask } from '../support/house';

const MAIN = join(__dirname, '..', '..', 'dist', 'main.js');
/** A name that only the proxy can reach. */
const PARTNER = 'partner.example';

const closing: (() => void)[] = [];
afterEach(() => closing.splice(0).forEach((close) => close()));

/** A certificate for `PARTNER` that it has signed itself. */
function selfSigned(): { key: string; cert: string } {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const key = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  const forgeKey = pki.privateKeyFromPem(key);
  const certificate = pki.createCertificate();
  certificate.publicKey = pki.rsa.setPublicKey(forgeKey.n, forgeKey.e);
  certificate.serialNumber = '01';
  certificate.validity.notBefore = new Date(Date.now() - 86_400_000);
  certificate.validity.notAfter = new Date(Date.now() + 86_400_000);
  const name = [{ name: 'commonName', value: PARTNER }];
  certificate.setSubject(name);
  certificate.setIssuer(name);
  certificate.setExtensions([{ name: 'subjectAltName', altNames: [{ type: 2, value: PARTNER }] }]);
  certificate.sign(forgeKey, md.sha256.create());
  return { key, cert: pki.certificateToPem(certificate) };
}

async function listening(server: Server): Promise<number> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  closing.push(() => {
    server.close();
    server.closeAllConnections();
  });
  return (server.address() as AddressInfo).port;
}

/** The sandbox, by TLS under the name of the partner. */
async function behindTls(sandbox: Sandbox, identity: { key: string; cert: string }): Promise<number> {
  return listening(
    createTlsServer(identity, (request, response) => {
      const { method, url, headers } = request;
      request.pipe(
        forward(`${sandbox.origin}${url ?? ''}`, { method, headers }, (answer) => {
          response.writeHead(answer.statusCode ?? 500, answer.headers);
          answer.pipe(response);
        }),
      );
    }),
  );
}

/** A proxy that tunnels everything to `port`, until it is to refuse. */
async function openProxy(port: number) {
  const seen: IncomingMessage[] = [];
  const tunnels = new Set<() => void>();
  let refuses = false;
  const server = createServer((_, response) => response.writeHead(405).end());
  server.on('connect', (request: IncomingMessage, client) => {
    seen.push(request);
    client.on('error', () => {});
    if (refuses) return void client.end('HTTP/1.1 407 No\r\n\r\n');
    const upstream = connect(port, '127.0.0.1', () => {
      client.write('HTTP/1.1 200 OK\r\n\r\n');
      upstream.pipe(client).pipe(upstream);
    });
    upstream.on('error', () => client.destroy());
    tunnels.add(() => upstream.destroy());
    closing.push(() => upstream.destroy());
  });
  return {
    url: `http://user:pass%20word@127.0.0.1:${await listening(server)}`,
    seen,
    refuse: () => {
      refuses = true;
      for (const end of tunnels) end();
    },
  };
}

async function startGatewayProcess(env: Record<string, string>) {
  const child: ChildProcess = spawn(process.execPath, [MAIN], {
    env: { PATH: process.env['PATH'], PORT: '0', PARTNER_API_EDITION: TEST_EDITION, ...env },
    cwd: mkdtempSync(join(tmpdir(), 'stagedoor-')),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  closing.push(() => child.kill('SIGKILL'));
  let printed = '';
  child.stderr?.on('data', (chunk: Buffer) => (printed += chunk.toString()));
  child.stdout?.on('data', (chunk: Buffer) => (printed += chunk.toString()));
  for (;;) {
    const url = /open at (http:\S+)\/graphql/.exec(printed)?.[1];
    if (url !== undefined) return { url, printed: () => printed };
    await Promise.race([once(child.stdout as NodeJS.ReadableStream, 'data'), once(child, 'exit')]);
    if (child.exitCode !== null) throw new Error(`It ended: ${printed}`);
  }
}

describe('behind a proxy', () => {
  let sandbox: Sandbox;
  let env: Record<string, string>;
  let port: number;
  beforeEach(async () => {
    sandbox = await startSandboxByDay();
    closing.push(() => void sandbox.close());
    const identity = selfSigned();
    port = await behindTls(sandbox, identity);
    const certificate = join(mkdtempSync(join(tmpdir(), 'stagedoor-')), 'partner.pem');
    writeFileSync(certificate, identity.cert);
    env = {
      PARTNER_API_URL: `https://${PARTNER}/partners/v1`,
      PARTNER_API_KEY: sandbox.apiKey,
      PARTNER_API_SECRET: sandbox.apiSecret,
      NODE_EXTRA_CA_CERTS: certificate,
    };
  });

  it('calls the Partner API through it, with its user and password, and says so at start', async () => {
    const proxy = await openProxy(port);
    const gateway = await startGatewayProcess({ ...env, HTTPS_PROXY: proxy.url });
    const { data } = await ask(gateway.url, '{ event(id: "3F004CBB88958BF9") { name } }');
    expect(data.event.name).toContain('Seattle Sounders');
    expect((await ask(gateway.url, CREATE, { input: TWO_TICKETS })).data.createCart.__typename).toBe('Cart');
    expect(new Set(proxy.seen.map(({ url }) => url))).toEqual(new Set([`${PARTNER}:443`]));
    expect(proxy.seen[0]?.headers['proxy-authorization']).toBe(
      `Basic ${Buffer.from('user:pass word').toString('base64')}`,
    );
    expect(gateway.printed()).toContain('go through the proxy 127.0.0.1:');
    expect(gateway.printed()).not.toContain('pass');
  });

  it('that refuses a connection, has sent nothing: the reserve may be retried', async () => {
    const proxy = await openProxy(port);
    const gateway = await startGatewayProcess({ ...env, HTTPS_PROXY: proxy.url });
    await ask(gateway.url, '{ event(id: "3F004CBB88958BF9") { name } }');
    proxy.refuse();
    expect((await ask(gateway.url, CREATE, { input: TWO_TICKETS })).data.createCart).toMatchObject({
      __typename: 'UpstreamFailed',
      retryable: true,
    });
    expect(sandbox.report().requests.reserve).toBe(0);
  });

  it('that is set for plain HTTP only, is reported as unused', async () => {
    const gateway = await startGatewayProcess({ ...env, HTTP_PROXY: 'http://user:hunter2@proxy.example' });
    expect(gateway.printed()).toContain('HTTP_PROXY is not used');
    expect(gateway.printed()).not.toContain('hunter2');
  });
});
