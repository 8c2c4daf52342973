import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import { text } from 'node:stream/consumers';

import { type House, openHouse } from '../support/house';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

/** What a WebSocket client hears when it opens a connection. */
async function shakeHands(path: string, upgrade = 'websocket') {
  const call = request(house.gateway.url + path, {
    headers: {
      connection: 'Upgrade',
      upgrade,
      'sec-websocket-version': '13',
      'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==',
      'sec-websocket-protocol': 'graphql-transport-ws',
    },
  }).end();
  const [answer] = (await once(call, 'response')) as [IncomingMessage];
  return { status: answer.statusCode, body: await text(answer) };
}

describe('an attempt to open a WebSocket', () => {
  it.each(['/graphql', '/graphql/stream', '/', '/subscriptions', '/playground/'])(
    'is answered with a sentence that names SSE: %s',
    async (path) => {
      const { status, body } = await shakeHands(path);
      expect(status).toBe(400);
      expect(JSON.parse(body)).toMatchObject({
        errors: [
          {
            message: expect.stringMatching(/SSE.*Accept: text\/event-stream/),
            extensions: { code: 'WEBSOCKETS_UNSUPPORTED' },
          },
        ],
      });
    },
  );

  it('is not one to HTTP/2', async () => {
    expect(await shakeHands('/health/ready', 'h2c')).toMatchObject({ status: 200 });
    expect(await shakeHands('/health/ready', 'WebSocket')).toMatchObject({ status: 400 });
  });
});
