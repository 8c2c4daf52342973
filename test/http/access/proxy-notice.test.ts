import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';

import { ProxyNotice, type ProxyReport } from '../../../src/http/access/proxy-notice';
import { FakeClock } from '../../support/fake-clock';
import { type House, openHouse } from '../../support/house';

const HOUR_MS = 3_600_000;

let house: House | undefined;
afterEach(async () => {
  await house?.close();
  house = undefined;
});

/** Sends a GraphQL request from `from`, one of this machine's own addresses. */
async function send(headers: Record<string, string>, from = '127.0.0.3'): Promise<void> {
  const sent = request(`${house?.gateway.url ?? ''}/graphql`, {
    method: 'POST',
    localAddress: from,
    agent: false,
    headers: { 'content-type': 'application/json', ...headers },
  });
  sent.end(JSON.stringify({ query: '{ countries { name } }' }));
  const [answer] = (await once(sent, 'response')) as [IncomingMessage];
  expect(answer.statusCode).toBe(200);
  answer.resume();
  await once(answer, 'end');
}

/** The warnings in the log about proxies. */
const warnings = () =>
  (house?.log() ?? '')
    .split('\n')
    .filter((line) => line.includes('TRUSTED_PROXIES'))
    .map((line) => JSON.parse(line) as Omit<ProxyReport, 'message'> & { msg: string; level: number });

describe('a proxy that is not trusted', () => {
  it.each([
    ['X-Forwarded-For', 'x-forwarded-for', '203.0.113.7'],
    ['Forwarded', 'forwarded', 'for=203.0.113.7'],
    ['X-Real-IP', 'x-real-ip', '203.0.113.7'],
  ])(
    'is named in the log if it sends %s, with the setting, and without the shopper',
    async (name, header, value) => {
      house = await openHouse({ env: { TRUSTED_PROXIES: '10.0.0.0/8' } });
      await send({ [header]: value });
      expect(warnings()).toMatchObject([
        { level: 40, problem: 'untrusted', from: '127.0.0.3', header: name, requests: 1 },
      ]);
      expect(warnings()[0]?.msg).toContain('set TRUSTED_PROXIES=127.0.0.3');
      expect(house.log()).not.toContain('203.0.113.7');
    },
  );

  it('is named once, and then at most once an hour, with the number of its requests', async () => {
    house = await openHouse();
    for (let times = 0; times < 5; times++) await send({ 'x-forwarded-for': '203.0.113.7' });
    house.clock.advance(HOUR_MS - 60_000);
    await send({ 'x-forwarded-for': '203.0.113.7' });
    expect(warnings().map(({ requests }) => requests)).toEqual([1]);
    house.clock.advance(60_000);
    await send({ 'x-forwarded-for': '203.0.113.7' });
    await send({ 'x-forwarded-for': '203.0.113.7' });
    expect(warnings().map(({ requests }) => requests)).toEqual([1, 7]);
  });
});

describe('a proxy that is trusted', () => {
  it('is named if it forwards no address, or only in headers that are not read', async () => {
    house = await openHouse({ env: { TRUSTED_PROXIES: '127.0.0.3' } });
    await send({});
    await send({ 'x-real-ip': '203.0.113.7' });
    expect(warnings()).toMatchObject([{ problem: 'silent', from: '127.0.0.3', header: null, requests: 1 }]);
    expect(warnings()[0]?.msg).toContain('have it send X-Forwarded-For');
  });

  it('is no news if it forwards one, nor is a client without a proxy', async () => {
    house = await openHouse({ env: { TRUSTED_PROXIES: '127.0.0.3' } });
    await send({ 'x-forwarded-for': '203.0.113.7' });
    await send({}, '127.0.0.4');
    expect(warnings()).toEqual([]);
  });
});

test('requests are counted by what is wrong with them, each problem with an hour of its own', () => {
  const clock = new FakeClock();
  const reports: ProxyReport[] = [];
  const notice = new ProxyNotice(['10.0.0.0/8', 'fd00::/8'], clock, (report) => reports.push(report));
  const look = (remoteAddress: string | undefined, headers: Record<string, string>) =>
    notice.look({ headers, socket: { remoteAddress } as IncomingMessage['socket'] });
  const forwarded = { 'x-forwarded-for': '203.0.113.7' };
  look('::ffff:192.0.2.1', forwarded);
  look('192.0.2.2', forwarded);
  look('::ffff:10.0.0.1', forwarded);
  look('::ffff:10.0.0.1', {});
  look('fd00::1', { 'x-forwarded-for': '' });
  look('192.0.2.3', {});
  look(undefined, forwarded);
  expect(notice.seen).toEqual({ untrusted: 2, silent: 2 });
  expect(reports.map(({ problem, from }) => [problem, from])).toEqual([
    ['untrusted', '192.0.2.1'],
    ['silent', '10.0.0.1'],
  ]);
});
