import { RESULT } from '../../support/carts';
import { type House, openHouse } from '../../support/house';
import { SMALL_QUERY, call, codeOf } from '../call';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const SUBSCRIPTION = `subscription { cartProgress(token: "unknown") { ${RESULT} } }`;

const ask = (path: string, accept: string | null, query: string) =>
  call(house, path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(accept !== null && { accept }) },
    body: JSON.stringify({ query }),
  });

describe('a subscription', () => {
  const STREAMS = [
    'text/event-stream',
    'Text/Event-Stream',
    'text/event-stream, */*',
    'text/event-stream;q=1',
    'text/event-stream;q=0.5',
    // As urql asks.
    'text/event-stream, multipart/mixed',
    'multipart/mixed, text/event-stream',
    'application/json;q=0.1, text/event-stream',
    'text/*',
  ];

  it.each([...STREAMS, '*/*', 'application/json, text/event-stream', null])(
    'is streamed at /graphql/stream where Accept is %s',
    async (accept) => {
      const { status, headers, text } = await ask('/graphql/stream', accept, SUBSCRIPTION);
      expect([status, headers['content-type']]).toEqual([200, 'text/event-stream; charset=utf-8']);
      expect(text).toContain('CartGone');
    },
  );

  it.each(STREAMS)('is streamed at /graphql, too, where Accept prefers that: %s', async (accept) => {
    const { status, headers } = await ask('/graphql', accept, SUBSCRIPTION);
    expect([status, headers['content-type']]).toEqual([200, 'text/event-stream; charset=utf-8']);
  });

  it.each(['application/json', 'multipart/mixed', 'text/event-stream;q=0', 'text/event-stream;q=0, */*;q=0'])(
    'is not streamed to a client that does not accept it: %s',
    async (accept) => {
      const answer = await ask('/graphql/stream', accept, SUBSCRIPTION);
      expect([answer.status, codeOf(answer)]).toEqual([406, 'NOT_ACCEPTABLE']);
    },
  );

  it.each([
    // A client that names it can read it, whatever else it accepts.
    'application/json, text/event-stream',
    'application/graphql-response+json, application/json;q=0.9, text/event-stream;q=0.1',
    'application/graphql-response+json, application/graphql+json, application/json, text/event-stream, multipart/mixed',
    'multipart/mixed;boundary=graphql;subscriptionSpec=1.0, application/json, text/event-stream',
    'text/*',
  ])('is streamed at /graphql where Accept names that among others: %s', async (accept) => {
    const { status, headers, text } = await ask('/graphql', accept, SUBSCRIPTION);
    expect([status, headers['content-type']]).toEqual([200, 'text/event-stream; charset=utf-8']);
    expect(text).toMatch(/^event: next\ndata: .*CartGone.*\n\nevent: complete/m);
  });

  it.each([
    null,
    '*/*',
    'application/json',
    'application/graphql-response+json',
    // As Apollo Client's own link asks.
    'multipart/mixed;boundary=graphql;subscriptionSpec=1.0,application/graphql-response+json,application/json;q=0.9',
    'application/json, text/event-stream;q=0',
  ])('is an error at /graphql where Accept does not: %s', async (accept) => {
    const answer = await ask('/graphql', accept, SUBSCRIPTION);
    expect([answer.status, codeOf(answer)]).toEqual([406, 'NOT_ACCEPTABLE']);
    expect(answer.text).toContain('Accept: text/event-stream');
    expect(JSON.parse(answer.text)).not.toHaveProperty('data');
  });

  const search = `query=${encodeURIComponent(SUBSCRIPTION)}`;

  it('is streamed by GET, too, and otherwise refused with a sentence that says so', async () => {
    const streamed = await call(house, `/graphql?${search}`, { headers: { accept: 'text/event-stream' } });
    expect([streamed.status, streamed.headers['content-type']]).toEqual([
      200,
      'text/event-stream; charset=utf-8',
    ]);
    const refused = await call(house, `/graphql?${search}`);
    expect([refused.status, codeOf(refused)]).toEqual([405, 'METHOD_NOT_ALLOWED']);
    expect(refused.text).toContain('text/event-stream');
  });

  it('is not held back by a proxy that buffers', async () => {
    const { headers } = await ask('/graphql/stream', 'text/event-stream', SUBSCRIPTION);
    expect(headers).toMatchObject({ 'x-accel-buffering': 'no', 'cache-control': 'no-cache, no-transform' });
  });
});

describe('a query', () => {
  it.each([
    ['application/json', 'application/json; charset=utf-8'],
    ['APPLICATION/JSON', 'application/json; charset=utf-8'],
    ['*/*', 'application/json; charset=utf-8'],
    ['application/*;q=0.9, text/event-stream;q=0.1', 'application/json; charset=utf-8'],
    ['text/html, application/json;q=0.9', 'application/json; charset=utf-8'],
    // As urql asks.
    [
      'application/graphql-response+json, application/graphql+json, application/json, text/event-stream, multipart/mixed',
      'application/graphql-response+json; charset=utf-8',
    ],
    // As Apollo Client asks.
    [
      'application/graphql-response+json,application/json;q=0.9',
      'application/graphql-response+json; charset=utf-8',
    ],
    [
      'application/json;q=0.2, application/graphql-response+json;q=0.3',
      'application/graphql-response+json; charset=utf-8',
    ],
  ])('is answered whole where Accept is %s', async (accept, type) => {
    const { status, headers, text } = await ask('/graphql', accept, SMALL_QUERY);
    expect([status, headers['content-type']]).toEqual([200, type]);
    expect(JSON.parse(text)).toHaveProperty('data.countries');
  });
});

describe('a query or mutation whose client accepts a stream only', () => {
  it.each(['/graphql', '/graphql/stream'])('is answered with a stream of one result: %s', async (path) => {
    const { status, headers, text } = await ask(path, 'text/event-stream', SMALL_QUERY);
    expect([status, headers['content-type'], headers['cache-control']]).toEqual([
      200,
      'text/event-stream; charset=utf-8',
      'no-cache, no-transform',
    ]);
    const [, json = ''] = /^event: next\ndata: (.*)\n\nevent: complete\ndata:\n\n$/.exec(text) ?? [];
    expect(JSON.parse(json)).toHaveProperty('data.countries');
  });

  it('is no mutation by GET', async () => {
    const mutation = encodeURIComponent('mutation { keepCart(id: "x") { id } }');
    const answer = await call(house, `/graphql?query=${mutation}`, {
      headers: { accept: 'text/event-stream' },
    });
    expect([answer.status, codeOf(answer)]).toEqual([405, 'METHOD_NOT_ALLOWED']);
  });
});

describe('headers that are no matter of capitals or parameters', () => {
  const post = (headers: Record<string, string>, query = SMALL_QUERY) =>
    call(house, '/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ query }),
    });

  it.each([
    'APPLICATION/JSON; Charset=UTF-8',
    'application/json; charset=utf8',
    'application/json; profile="x"',
    'application/json;odata=verbose; charset=utf-8',
    ' application/json ;charset = utf-8',
  ])('the content type %s', async (type) => {
    expect((await post({ 'content-type': type })).status).toBe(200);
  });

  it('the content encoding Identity', async () => {
    expect((await post({ 'content-encoding': 'Identity' })).status).toBe(200);
  });

  it.each(['true', 'True', 'TRUE'])('X-GraphQL-Cost: %s', async (value) => {
    expect(JSON.parse((await post({ 'x-graphql-cost': value })).text)).toHaveProperty('extensions.cost');
  });

  it('X-TM-FORCE-POLLING: True', async () => {
    const { data } = await house.ask(
      `mutation { createCart(input: { eventId: "3F004CBB88958BF9", tickets: [{ ticketId: "000002040006", quantity: 1 }] })
        { __typename } }`,
      {},
      { 'x-tm-force-polling': 'True' },
    );
    expect(data.createCart.__typename).toBe('Pending');
  });

  it.each(['*', 'W/"other", *'])('If-None-Match: %s', async (tag) => {
    const path = `/graphql?query=${encodeURIComponent('{ event(id: "1D004F240CEB4BDE") { name } }')}`;
    expect((await call(house, path)).status).toBe(200);
    expect((await call(house, path, { headers: { 'if-none-match': tag } })).status).toBe(304);
  });
});
