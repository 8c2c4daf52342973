import { once } from 'node:events';
import { connect } from 'node:net';

import { type House, openHouse } from '../support/house';
import { CREATE, FORCE_POLLING, RESULT, TWO_TICKETS, askOne } from '../support/carts';
import { SMALL_QUERY, call } from './call';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const HTML = 'text/html,application/xhtml+xml,*/*;q=0.8';
const pathOf = (query: string) => `/graphql?${new URLSearchParams({ query }).toString()}`;

/** What is sent over a connection in reply to one request: the head, and whatever follows it. */
async function converse(method: string, path: string, headers: Record<string, string>) {
  const socket = connect(Number(new URL(house.gateway.url).port), '127.0.0.1');
  let heard = '';
  socket.on('data', (piece) => (heard += piece.toString('latin1')));
  const lines = Object.entries({ host: 'x', connection: 'close', ...headers }).map((line) => line.join(': '));
  socket.write(`${method} ${path} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`);
  await once(socket, 'close');
  const [head = '', body = ''] = heard.split('\r\n\r\n', 2);
  // These differ from request to request, and a stream has no length.
  const own = /^(x-request-id|date|last-modified|transfer-encoding):/i;
  return { head: head.split('\r\n').filter((line) => !own.test(line)), body };
}

describe('HEAD', () => {
  it.each<[string, Record<string, string>]>([
    ['/', {}],
    ['/landing/style.css', {}],
    ['/playground', {}],
    ['/playground/', {}],
    ['/shop/', {}],
    ['/shop/events/any', { accept: HTML }],
    ['/schema.graphql', {}],
    ['/report', {}],
    ['/graphql', { accept: HTML }],
    ['/graphql', {}],
    [pathOf(SMALL_QUERY), {}],
    [pathOf(SMALL_QUERY), {}],
    [pathOf('{ nonsense }'), { accept: 'application/graphql-response+json' }],
    [pathOf('mutation { keepCart(id: "x") { id } }'), {}],
    [pathOf('subscription { cartProgress(token: "x") { __typename } }'), {}],
    [pathOf('subscription { cartProgress(token: "x") { __typename } }'), { accept: 'text/event-stream' }],
    [pathOf(SMALL_QUERY), { accept: 'text/event-stream' }],
    ['/health', {}],
    ['/health/live', {}],
    ['/health/ready', {}],
    ['/nowhere', {}],
  ])('has the headers of GET and no body: %s %j', async (path, headers) => {
    const get = await converse('GET', path, headers);
    const head = await converse('HEAD', path, headers);
    expect(head.head).toEqual(get.head);
    expect(head.body).toBe('');
    if (!get.head[0]?.includes('302')) expect(get.body).not.toBe('');
  });

  it('changes nothing: it releases no cart, and subscribes to nothing', async () => {
    const { releaseUrl, token } = await askOne(house, CREATE, { input: TWO_TICKETS }, FORCE_POLLING);
    const { pathname } = new URL(String(releaseUrl));
    expect(await call(house, pathname, { method: 'HEAD' })).toMatchObject({
      status: 405,
      headers: { allow: 'POST' },
    });
    const query = `subscription { cartProgress(token: ${JSON.stringify(token)}) { ${RESULT} } }`;
    const stream = await call(house, pathOf(query), {
      method: 'HEAD',
      headers: { accept: 'text/event-stream' },
    });
    expect([stream.status, stream.headers['content-type']]).toEqual([
      200,
      'text/event-stream; charset=utf-8',
    ]);
  });
});
