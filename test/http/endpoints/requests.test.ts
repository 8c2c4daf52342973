import { CREATE, TWO_TICKETS } from '../../support/carts';
import { type House, openHouse } from '../../support/house';
import { SMALL_QUERY, call, codeOf } from '../call';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const JSON_TYPE = { 'content-type': 'application/json' };
const asUrl = (query: string) => `/graphql?query=${encodeURIComponent(query)}`;

describe('a GraphQL request over HTTP', () => {
  it('is a POST of JSON', async () => {
    const answer = await call(house, '/graphql', {
      method: 'POST',
      headers: JSON_TYPE,
      body: JSON.stringify({ query: SMALL_QUERY }),
    });
    expect(answer.status).toBe(200);
    expect(answer.headers['content-type']).toMatch(/^application\/json/);
    expect(JSON.parse(answer.text)).toEqual({ data: { countries: expect.any(Array) } });
  });

  it('is answered as application/graphql-response+json where that is what is accepted', async () => {
    const answer = await call(house, '/graphql', {
      method: 'POST',
      headers: { ...JSON_TYPE, accept: 'application/graphql-response+json' },
      body: JSON.stringify({ query: SMALL_QUERY }),
    });
    expect(answer.headers['content-type']).toMatch(/^application\/graphql-response\+json/);
  });

  it.each(['/graphql', '/graphql/stream'])(
    'may begin with a byte order mark, also when it was ready: %s',
    async (path) => {
      const accept = path === '/graphql' ? 'application/json' : 'text/event-stream';
      const body = `\uFEFF${JSON.stringify({ query: '{ event(id: "3F004CBB88958BF9") { name } }' })}`;
      for (let time = 0; time < 4; time++) {
        const answer = await call(house, path, { method: 'POST', headers: { ...JSON_TYPE, accept }, body });
        expect(answer.text).toContain('"data":{"event":{"name":"Seattle Sounders FC');
      }
    },
  );

  it.each([
    ['an empty one', '', 'is empty'],
    ['blanks', ' \n', 'is empty'],
    ['single quotes of a shell', `'{"query":"{ a }"}'`, 'single quote'],
    ['no object', 'query={a}', 'begin with a brace'],
    ['a quote too few', '{"query:"{ a }"}', 'a quote, comma or brace'],
    ['two byte order marks', '\uFEFF\uFEFF{}', 'not JSON'],
    ['UTF-16 with its mark', Buffer.from('\uFEFF{}', 'utf16le'), 'UTF-16'],
    ['UTF-16 without', Buffer.from('{}', 'utf16le'), 'UTF-16'],
    ['UTF-16 the other way round', Buffer.from('\uFEFF{}', 'utf16le').swap16(), 'UTF-16'],
    ['Latin-1', Buffer.from('{"query":"{ \u00e9 }"}', 'latin1'), 'not UTF-8'],
  ])('is refused with the cause when its body is not readable: %s', async (_what, body, cause) => {
    const answer = await call(house, '/graphql', { method: 'POST', headers: JSON_TYPE, body });
    expect([answer.status, codeOf(answer)]).toEqual([400, 'BAD_REQUEST']);
    expect(answer.text).toContain(cause);
  });

  it('may have empty parameters in its address, as forms send them', async () => {
    const empty = 'variables=&extensions=';
    for (let time = 0; time < 4; time++) {
      const answer = await call(house, `${asUrl('{ event(id: "3F004CBB88958BF9") { name } }')}&${empty}`);
      expect(JSON.parse(answer.text)).toHaveProperty('data.event.name');
    }
  });

  it('may be a GET, when it is a query', async () => {
    const answer = await call(house, asUrl(SMALL_QUERY));
    expect(answer.status).toBe(200);
    expect(JSON.parse(answer.text)).toEqual({ data: { countries: expect.any(Array) } });
  });

  it('R-DOOR-2: is refused as a GET when it is a mutation, and nothing is carried out', async () => {
    const mutation = 'mutation { keepCart(id: "x") { id } }';
    const answer = await call(house, asUrl(mutation));
    expect(answer).toMatchObject({ status: 405, headers: { allow: 'POST' } });
  });

  it.each(['PUT', 'DELETE'] as const)('is refused as a %s', async (method) => {
    const answer = await call(house, '/graphql', { method, headers: JSON_TYPE });
    expect(answer).toMatchObject({ status: 405, headers: { allow: 'GET, HEAD, POST' } });
  });

  it.each([
    ['a form of a page', { 'content-type': 'application/x-www-form-urlencoded' }],
    ['text', { 'content-type': 'text/plain' }],
    ['an upload', { 'content-type': 'multipart/form-data; boundary=x' }],
    ['nothing named', {}],
  ])('R-DOOR-2: is refused as what any page on the web could send, a POST of %s', async (_what, headers) => {
    const body = JSON.stringify({ query: SMALL_QUERY });
    const answer = await call(house, '/graphql', { method: 'POST', headers, body });
    expect([answer.status, codeOf(answer)]).toEqual([415, 'UNSUPPORTED_MEDIA_TYPE']);
  });

  it.each([
    ['in another encoding', 'application/json; charset=latin1', undefined],
    ['in UTF-16', 'application/json;charset="utf-16"', undefined],
    ['compressed', 'application/json', 'gzip'],
    ['of a type that only begins like JSON', 'application/json-seq', undefined],
  ])('is refused where its JSON is %s', async (_what, type, encoding) => {
    const headers = { 'content-type': type, ...(encoding !== undefined && { 'content-encoding': encoding }) };
    const body = JSON.stringify({ query: SMALL_QUERY });
    const answer = await call(house, '/graphql', { method: 'POST', headers, body });
    expect([answer.status, codeOf(answer)]).toEqual([415, 'UNSUPPORTED_MEDIA_TYPE']);
  });

  it.each(['application/json;charset=UTF-8', 'Application/JSON', 'application/json; charset="utf-8"'])(
    'is JSON also where that is written as %s',
    async (type) => {
      const body = JSON.stringify({ query: SMALL_QUERY });
      const headers = { 'content-type': type };
      expect(await call(house, '/graphql', { method: 'POST', headers, body })).toMatchObject({ status: 200 });
    },
  );

  it.each(['text/html', 'application/xml', 'application/json;q=0', 'application/json;profile=x'])(
    'R-DOOR-2: is refused, and not carried out, where the answer could not be read: Accept is %s',
    async (accept) => {
      const body = JSON.stringify({ query: CREATE, variables: { input: TWO_TICKETS } });
      const headers = { ...JSON_TYPE, accept };
      const answer = await call(house, '/graphql', { method: 'POST', headers, body });
      expect([answer.status, codeOf(answer)]).toEqual([406, 'NOT_ACCEPTABLE']);
      expect(house.sandbox.report().requests.reserve).toBe(0);
    },
  );

  it('is refused where it is a batch', async () => {
    const body = JSON.stringify([{ query: SMALL_QUERY }, { query: SMALL_QUERY }]);
    const answer = await call(house, '/graphql', { method: 'POST', headers: JSON_TYPE, body });
    expect([answer.status, codeOf(answer)]).toEqual([400, 'BAD_REQUEST']);
  });

  it.each([
    ['no JSON', '{"query":', 400, 'BAD_REQUEST'],
    ['empty', '', 400, 'BAD_REQUEST'],
    ['null', 'null', 400, 'BAD_REQUEST'],
    ['an object without a query', '{}', 400, 'BAD_REQUEST'],
    ['a query that is a number', '{"query":7}', 400, 'BAD_REQUEST'],
  ])('is refused where its body is %s', async (_what, body, status, code) => {
    const answer = await call(house, '/graphql', { method: 'POST', headers: JSON_TYPE, body });
    expect([answer.status, codeOf(answer)]).toEqual([status, code]);
  });
});

describe('any other address', () => {
  it.each(['/graphql/', '/metrics2', '/carts', '/carts/x', '/carts/x/release/', '/%', '//graphql/x'])(
    'is 404: %s',
    async (path) => {
      const answer = await call(house, path);
      expect([answer.status, codeOf(answer)]).toEqual([404, 'NOT_FOUND']);
    },
  );
});
