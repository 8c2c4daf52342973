import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';

import { callerReader } from '../../../src/http/access/caller';
import { type House, openHouse } from '../../support/house';
import { type RecordingUpstream, startRecordingUpstream } from '../recording-upstream';

let house: House;
let upstream: RecordingUpstream;
let asked = 0;

async function open(trustedProxies = '') {
  upstream = await startRecordingUpstream();
  house = await openHouse({ upstreamUrl: upstream.url, env: { TRUSTED_PROXIES: trustedProxies } });
}

afterEach(async () => {
  await house.close();
  await upstream.close();
});

/** Has the gateway read an event on behalf of a client at `from`, and returns the headers that upstream received. */
async function headersUpstream(headers: Record<string, string | string[]> = {}, from = '127.0.0.1') {
  const id = `UNKNOWN${String(++asked).padStart(9, '0')}`;
  const sent = request(`${house.gateway.url}/graphql`, {
    method: 'POST',
    localAddress: from,
    agent: false,
    headers: { 'content-type': 'application/json', ...headers },
  });
  sent.end(JSON.stringify({ query: `{ event(id: "${id}") { id } }` }));
  const [answer] = (await once(sent, 'response')) as [IncomingMessage];
  answer.resume();
  await once(answer, 'end');
  return upstream.seen.at(-1);
}

const addressUpstream = async (headers: Record<string, string | string[]> = {}, from?: string) =>
  (await headersUpstream(headers, from))?.['true-client-ip'];

const forwarded = (value: string | string[]) => ({ 'x-forwarded-for': value });

describe("the user's address, as sent upstream", () => {
  it('L9: is that of the socket', async () => {
    await open();
    expect(await addressUpstream()).toBe('127.0.0.1');
    expect(await addressUpstream({}, '127.0.0.9')).toBe('127.0.0.9');
  });

  it.each([
    ['X-Forwarded-For', 'x-forwarded-for'],
    ['True-Client-IP', 'true-client-ip'],
    ['X-Real-IP', 'x-real-ip'],
    ['Forwarded', 'forwarded'],
    ['CF-Connecting-IP', 'cf-connecting-ip'],
  ])('L9: is not what a client claims in %s', async (_name, header) => {
    await open();
    expect(await addressUpstream({ [header]: '203.0.113.7' })).toBe('127.0.0.1');
  });

  it('L9: is not what a client claims when it is no trusted proxy, although there is one', async () => {
    await open('127.0.0.1');
    expect(await addressUpstream(forwarded('203.0.113.7'), '127.0.0.9')).toBe('127.0.0.9');
  });

  it.each([
    ['an address', '203.0.113.7', '203.0.113.7'],
    ['IPv6', '2001:db8::7', '2001:db8::7'],
    ['IPv6, written out', '2001:0DB8:0:0:0:0:0:7', '2001:db8::7'],
    ['IPv4 in IPv6 clothes', '::ffff:203.0.113.7', '203.0.113.7'],
    ['IPv6 with a zone', 'fe80::7%eth0', 'fe80::7'],
    ['a list: the last, which the proxy itself has seen', '198.51.100.1, 203.0.113.7', '203.0.113.7'],
    ['a list with an invented beginning', 'evil, 127.0.0.1, 203.0.113.7', '203.0.113.7'],
    [
      'a list that ends in trusted proxies: the last before them',
      '198.51.100.1, 203.0.113.7, 127.0.0.1',
      '203.0.113.7',
    ],
    ['spaces around it', '  203.0.113.7  ', '203.0.113.7'],
    ['an address with its port', '203.0.113.7:4711', '203.0.113.7'],
    ['IPv6 in brackets', '[2001:db8::7]', '2001:db8::7'],
    ['IPv6 with its port', '[2001:db8::7]:4711', '2001:db8::7'],
    ['IPv4 in IPv6 clothes with its port', '[::ffff:203.0.113.7]:4711', '203.0.113.7'],
    ['a list with ports', '198.51.100.1:1, 203.0.113.7:2, 127.0.0.1:3', '203.0.113.7'],
    ['a list that ends in a trusted proxy in IPv6 clothes', '203.0.113.7, ::ffff:127.0.0.1', '203.0.113.7'],
    ['a list of many', `${'198.51.100.1, '.repeat(500)}203.0.113.7`, '203.0.113.7'],
    ['a private address', '10.0.0.7', '10.0.0.7'],
  ])('L9: is what a trusted proxy forwards: %s', async (_what, value, expected) => {
    await open('127.0.0.1');
    expect(await addressUpstream(forwarded(value))).toBe(expected);
  });

  it.each([
    'unknown',
    '999.1.1.1',
    '203.0.113.7:x',
    '203.0.113.7:4711:4711',
    '203.0.113.7:471100',
    '[203.0.113.7',
    '203.0.113.7]',
    '[]',
    '[]:4711',
    ':4711',
    '2001:db8::7:g',
    '2001:db8:::7',
    '1:2:3:4:5:6:7:8:9',
    '::ffff:999.1.1.1',
    '203.29959',
    '0xcb.0.113.7',
    '3405803783',
    '203.0.113.007',
    '203.0.113.7/32',
    '203.0.113.7 198.51.100.1',
    'for=203.0.113.7',
    '"203.0.113.7"',
    '<script>',
    '203.0.113.7, garbage',
    ', , ,',
    ',',
    '',
  ])('L9: is that of the trusted proxy where what it forwards is no address: %p', async (value) => {
    await open('127.0.0.1');
    expect(await addressUpstream(forwarded(value))).toBe('127.0.0.1');
  });

  it('L9: is the last of several headers of a trusted proxy', async () => {
    await open('127.0.0.1');
    expect(await addressUpstream(forwarded(['198.51.100.1', '203.0.113.7']))).toBe('203.0.113.7');
  });

  it('L9: is believed from a range of trusted proxies', async () => {
    await open('10.0.0.0/8, 127.0.0.8/30');
    expect(await addressUpstream(forwarded('203.0.113.7'), '127.0.0.9')).toBe('203.0.113.7');
    expect(await addressUpstream(forwarded('203.0.113.7'), '127.0.0.12')).toBe('127.0.0.12');
  });

  it.each([
    ['::ffff:203.0.113.7', [], '203.0.113.7'],
    ['::ffff:127.0.0.1', ['127.0.0.1'], '198.51.100.1'],
    ['2001:db8::7', [], '2001:db8::7'],
    ['fe80::7%eth0', [], 'fe80::7'],
    [undefined, [], '0.0.0.0'],
  ])(
    'L9: is plain where a socket says %s and %p is trusted: %s',
    (remoteAddress, trustedProxies, expected) => {
      const read = callerReader({ trustedProxies, forcePollingAllowed: false });
      const received = { socket: { remoteAddress }, headers: forwarded('198.51.100.1') };
      expect(read(received as unknown as IncomingMessage).ip).toBe(expected);
    },
  );
});

describe('what else of the user is sent upstream', () => {
  it('R-HEADER-1: is the user agent and id, unchanged', async () => {
    await open();
    const seen = await headersUpstream({ 'user-agent': 'Shop/1.0 (iPhone)', 'original-user-id': 'user-17' });
    expect(seen).toMatchObject({ 'user-agent': 'Shop/1.0 (iPhone)', 'original-user-id': 'user-17' });
  });

  it.each([
    ['too long', 'x'.repeat(600)],
    ['not ASCII', Buffer.from('größe').toString('latin1')],
  ])('is left out where it is %s', async (_what, value) => {
    await open();
    const seen = await headersUpstream({ 'user-agent': value, 'original-user-id': value });
    expect(seen?.['original-user-id']).toBeUndefined();
    expect(seen?.['user-agent']).toBeUndefined();
  });

  it('L1: is no cookie, no credential and no other header', async () => {
    await open();
    const seen = await headersUpstream({ cookie: 'a=b', authorization: 'Basic eA==', 'x-shop-secret': 'y' });
    expect(seen?.authorization).toBe('Bearer token');
    expect(seen).not.toHaveProperty('cookie');
    expect(seen).not.toHaveProperty('x-shop-secret');
  });
});
