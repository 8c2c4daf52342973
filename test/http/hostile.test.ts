import { CREATE, TWO_TICKETS } from '../support/carts';
import { type House, openHouse } from '../support/house';
import { SMALL_QUERY, call } from './call';
import { converse, requestText } from './socket';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
// Whatever was sent: the process lives, nothing was a surprise to it, and nothing reached upstream.
afterAll(async () => {
  expect((await call(house, '/health/live')).status).toBe(200);
  expect(house.log()).not.toContain('unexpected error');
  expect(house.sandbox.report().requests.reserve).toBe(0);
  await house.close();
});

const JSON_TYPE = 'content-type: application/json';
const post = (body: string | Buffer, ...headers: string[]) =>
  requestText('POST /graphql', [JSON_TYPE, `content-length: ${Buffer.byteLength(body)}`, ...headers], body);
const QUERY = JSON.stringify({ query: SMALL_QUERY });
const MUTATION = JSON.stringify({ query: CREATE, variables: { input: TWO_TICKETS } });
const asUrl = (params: Record<string, string>) => `/graphql?${new URLSearchParams(params).toString()}`;

const statusOf = (answer: string) => Number(/^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1]);
const codeIn = (answer: string) => /"code":"(\w+)"/.exec(answer)?.[1];

describe('a request that is hardly one', () => {
  it.each([
    ['no HTTP at all', 'hello\r\n\r\n', 400],
    ['TLS where there is none', Buffer.from([0x16, 0x03, 0x01, 0x02, 0x00, 0x01, 0x00]), 400],
    ['a line of HTTP/2', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n', 400],
    ['without a host', 'GET /health/live HTTP/1.1\r\nconnection: close\r\n\r\n', 400],
    ['a header without a colon', requestText('GET /health/live', ['nonsense']), 400],
    ['a space before the colon', requestText('GET /health/live', ['x-a : b']), 400],
    ['a NUL in a header', requestText('GET /health/live', ['x-a: \0']), 400],
    ['a header that goes on in the next line', requestText('GET /health/live', ['x-a: b', ' c']), 400],
    ['headers of 17 KiB', requestText('GET /health/live', [`x-a: ${'a'.repeat(17 * 1024)}`]), 431],
    ['an address of 17 KiB', requestText(`GET /${'a'.repeat(17 * 1024)}`), 431],
    ['an unknown method', requestText('BREW /graphql'), 400],
    ['an unknown expectation', requestText('POST /graphql', ['expect: a-miracle']), 417],
  ])('L10: is answered and cut off: %s', async (_what, bytes, status) => {
    expect(statusOf(await converse(house, bytes))).toBe(status);
  });

  it('L10: is answered where it has fifteen thousand bytes of headers, which is still allowed', async () => {
    const many = Array.from({ length: 300 }, (_, index) => `x-${index}: ${'a'.repeat(40)}`);
    expect(statusOf(await converse(house, requestText('GET /health/live', many)))).toBe(200);
  });
});

describe('a request that two servers could read as two different ones', () => {
  const smuggled = 'POST /carts/x/release HTTP/1.1\r\nhost: x\r\n\r\n';

  it.each([
    ['two lengths', [`content-length: ${QUERY.length}`, 'content-length: 0']],
    ['a length and chunks', [`content-length: ${QUERY.length}`, 'transfer-encoding: chunked']],
    ['chunks, and then again', ['transfer-encoding: chunked', 'transfer-encoding: chunked']],
    ['chunks that are not last', ['transfer-encoding: chunked, identity']],
    ['a length with a sign', [`content-length: +${QUERY.length}`]],
    ['a length in hex', ['content-length: 0x20']],
    ['a length below nothing', ['content-length: -1']],
    ['two lengths in one', [`content-length: ${QUERY.length}, ${QUERY.length}`]],
  ])('is refused, and what follows it is not read: %s', async (_what, headers) => {
    const answer = await converse(
      house,
      requestText('POST /graphql', [JSON_TYPE, ...headers], `0\r\n\r\n${smuggled}`),
    );
    expect(statusOf(answer)).toBe(400);
    expect(answer.match(/HTTP\/1\.1 /g)).toHaveLength(1);
  });

  it.each([
    ['a size that is none', 'zz\r\n{}\r\n0\r\n\r\n'],
    ['a size too large to count', 'fffffffffffffffff\r\n{}\r\n0\r\n\r\n'],
    ['a chunk longer than it says', '1\r\n{}\r\n0\r\n\r\n'],
  ])('is cut off where its chunks make no sense: %s', async (_what, chunks) => {
    const headers = [JSON_TYPE, 'transfer-encoding: chunked'];
    expect(await converse(house, requestText('POST /graphql', headers, chunks))).toMatch(
      /^(HTTP\/1\.1 400 |$)/,
    );
  });
});

describe('a GraphQL request of an odd form', () => {
  it.each([
    ['PUT', 'PUT /graphql', 405],
    ['DELETE', 'DELETE /graphql', 405],
    ['PATCH', 'PATCH /graphql', 405],
    ['TRACE', 'TRACE /graphql', 405],
    ['PROPFIND', 'PROPFIND /graphql', 405],
    ['OPTIONS that is no preflight', 'OPTIONS /graphql', 405],
  ])('is 405 and says what is allowed: %s', async (_what, start, status) => {
    const answer = await converse(house, requestText(start));
    expect(statusOf(answer)).toBe(status);
    expect(answer).toMatch(/^allow: GET, HEAD, POST\r$/m);
  });

  it('is answered without GraphQL where it asks for a tunnel', async () => {
    expect(await converse(house, requestText('CONNECT gateway:443'))).toBe('');
  });

  it('is answered as HTTP where it would rather speak something else', async () => {
    const headers = ['connection: upgrade, close', 'upgrade: h2c'];
    const answer = await converse(
      house,
      `GET /health/live HTTP/1.1\r\nhost: x\r\n${headers.join('\r\n')}\r\n\r\n`,
    );
    expect(statusOf(answer)).toBe(200);
  });

  it('is answered where it is HTTP/1.0', async () => {
    const answer = await converse(
      house,
      `POST /graphql HTTP/1.0\r\n${JSON_TYPE}\r\ncontent-length: ${QUERY.length}\r\n\r\n${QUERY}`,
    );
    expect(statusOf(answer)).toBe(200);
    expect(answer).toContain('isoCode');
  });

  it('is answered where it waits for leave to send its body', async () => {
    const answer = await converse(house, post(QUERY, 'expect: 100-continue'));
    expect(answer).toMatch(/^HTTP\/1\.1 100 Continue\r\n\r\nHTTP\/1\.1 200 /);
  });

  it.each([
    ['a whole address', `GET http://elsewhere${asUrl({ query: SMALL_QUERY })}`, 200],
    ['no address', 'GET *', 404],
    ['an address that is none', 'GET http://[', 404],
    ['a broken percentage', 'GET /graphql?query=%', 200],
    ['steps upwards', 'GET /health/../graphql/../../etc/passwd', 404],
    ['encoded steps upwards', 'GET /%2e%2e/%2e%2e/etc/passwd', 404],
    ['a NUL', 'GET /graphql%00', 404],
    ['backslashes', 'GET /\\elsewhere', 404],
  ])('has an address that leads nowhere else: %s', async (_what, start, status) => {
    expect(statusOf(await converse(house, requestText(start)))).toBe(status);
  });

  it.each([
    ['twice the same query', `/graphql?query=${encodeURIComponent(SMALL_QUERY)}&query=x`],
    ['variables that are no JSON', asUrl({ query: SMALL_QUERY, variables: '{' })],
    ['variables that are a list', asUrl({ query: SMALL_QUERY, variables: '[]' })],
    ['extensions that are no JSON', asUrl({ query: SMALL_QUERY, extensions: '{' })],
    ['nothing', '/graphql?'],
  ])('is 400 as a GET with %s', async (_what, path) => {
    const answer = await converse(house, requestText(`GET ${path}`));
    expect([statusOf(answer), codeIn(answer)]).toEqual([400, 'BAD_REQUEST']);
  });

  it('says nothing but 405 where it is a mutation by GET, and carries nothing out', async () => {
    const url = asUrl({ query: CREATE, variables: JSON.stringify({ input: TWO_TICKETS }) });
    expect(statusOf(await converse(house, requestText(`GET ${url}`)))).toBe(405);
  });
});

describe('a body', () => {
  it.each([
    ['that is not UTF-8', Buffer.from([...Buffer.from('{"query":"{ a }'), 0xff, 0xfe, 0x22, 0x7d])],
    ['that is UTF-8 cut in half', Buffer.from('{"query":"é"}').subarray(0, 11)],
    ['with UTF-8 longer than it need be', Buffer.from([0x7b, 0xc0, 0xaf, 0x7d])],
    ['with half a pair of UTF-16 in UTF-8', Buffer.from([0x22, 0xed, 0xa0, 0x80, 0x22])],
    ['in UTF-16', Buffer.from(QUERY, 'utf16le')],
    ['with a NUL', Buffer.from(`${QUERY}\0`)],
    ['with a NUL in a text', Buffer.from('{"query":"\0"}')],
    ['of nothing', ''],
    ['of white space', '  \n'],
    ['of a text', '"{ countries { isoCode } }"'],
    ['of a number', '7'],
    ['of null', 'null'],
    ['of a list', `[${QUERY}]`],
    ['of an empty object', '{}'],
    ['with two values', `${QUERY}${QUERY}`],
    ['with NaN', '{"query":NaN}'],
    ['of some brackets', '['.repeat(10)],
  ])('is 400 %s', async (_what, body) => {
    const answer = await converse(house, post(body));
    expect([statusOf(answer), codeIn(answer)]).toEqual([400, 'BAD_REQUEST']);
  });

  it.each([
    ['__proto__', `{"__proto__":{"query":${JSON.stringify(SMALL_QUERY)}}}`, 400],
    ['a query of __proto__', `{"query":"{ __proto__ }"}`, 200],
    ['constructor', `{"constructor":{"prototype":{"query":"x"}}}`, 400],
    ['variables of __proto__', `{"query":"{ __typename }","variables":{"__proto__":{"polluted":1}}}`, 200],
    ['extensions of __proto__', `{"query":"{ __typename }","extensions":{"__proto__":{"polluted":1}}}`, 200],
  ])('changes nothing but itself with %s', async (_what, body, status) => {
    expect(statusOf(await converse(house, post(body)))).toBe(status);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
    expect(({} as Record<string, unknown>)['query']).toBeUndefined();
  });

  it('is not read where its headers are refused: the answer comes before it does', async () => {
    const answer = await converse(
      house,
      requestText('POST /graphql', ['content-type: text/plain', `content-length: ${MUTATION.length}`]),
    );
    expect([statusOf(answer), codeIn(answer)]).toEqual([415, 'UNSUPPORTED_MEDIA_TYPE']);
  });

  it.each([
    ['its type is named twice, and the first is none that counts', 'content-type: text/plain', 415],
    ['its type is named twice, and the first is JSON', 'x-none: 0', 200],
  ])('is what its first type says where %s', async (_what, first, status) => {
    const headers = [
      first,
      JSON_TYPE,
      'content-type: text/plain',
      `content-length: ${Buffer.byteLength(QUERY)}`,
    ];
    expect(statusOf(await converse(house, requestText('POST /graphql', headers, QUERY)))).toBe(status);
  });
});

describe('headers that are for us', () => {
  it.each([
    ['x-request-id', `${'a'.repeat(500)}`],
    ['x-request-id', '<script>alert(1)</script>'],
    ['authorization', `Bearer ${'x'.repeat(5000)}`],
    ['x-frontend-key', 'x'.repeat(5000)],
    ['origin', 'https://evil.example, https://tickets.example.com'],
    ['accept-encoding', 'gzip;q=NaN, *;q=0'],
    ['if-none-match', '*'],
    ['range', 'bytes=0-1'],
    ['cookie', 'a=b; '.repeat(500)],
    ['true-client-ip', '127.0.0.1, ::1'],
  ])('do no harm with %s: %s', async (name, value) => {
    const answer = await converse(house, post(QUERY, `${name}: ${value}`));
    expect(statusOf(answer)).toBe(200);
    expect(answer).not.toContain('<script>');
    expect(answer).not.toContain('aaaaaaaaaa');
  });
});

describe('an answer', () => {
  it('does not say what it was made with', async () => {
    const answer = await converse(house, post(QUERY));
    expect(answer).not.toMatch(/^(server|x-powered-by):/im);
  });
});
