import { once } from 'node:events';
import { type Server, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import { dispatcherFor } from '../../../src/partner-api/transport/dispatcher';

let proxy: Server;
beforeEach(async () => {
  proxy = createServer().listen(0, '127.0.0.1');
  await once(proxy, 'listening');
});
afterEach(() => proxy.close());

describe('the credentials of a proxy', () => {
  it.each([
    ['user:p%40ss', 'user:p@ss'],
    ['user:100%', 'user:100%'],
    ['user', 'user:'],
  ])('%s: the proxy is sent %s', async (given, sent) => {
    const { port } = proxy.address() as AddressInfo;
    let received = '';
    proxy.once('connect', ({ headers }, socket) => {
      received = headers['proxy-authorization'] ?? '';
      socket.end('HTTP/1.1 502 Bad\r\n\r\n');
    });
    const dispatcher = dispatcherFor('https://partner.example', {
      connections: 1,
      timeoutMs: 5000,
      proxyUrl: `http://${given}@127.0.0.1:${port}`,
    });
    await expect(
      dispatcher.request({ origin: 'https://partner.example', method: 'GET', path: '/' }),
    ).rejects.toThrow();
    await dispatcher.destroy();
    expect(received).toBe(`Basic ${Buffer.from(sent).toString('base64')}`);
  });
});
