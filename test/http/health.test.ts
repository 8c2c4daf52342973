import { once } from 'node:events';
import { connect } from 'node:net';

import { type House, openHouse } from '../support/house';
import { call } from './call';

let house: House;
beforeEach(async () => {
  house = await openHouse();
});
afterEach(() => house.close());

describe('health', () => {
  it('is live and ready from the start, without asking upstream', async () => {
    expect(await call(house, '/health/live')).toMatchObject({ status: 200, text: '{"status":"live"}' });
    expect(await call(house, '/health/ready')).toMatchObject({ status: 200, text: '{"status":"ready"}' });
    expect(house.sandbox.report().requests.token).toBe(0);
  });

  it('is ready also while upstream is not there: the gateway can do nothing about that', async () => {
    house.sandbox.setFaults([{ route: 'token', kind: 'status' }]);
    await house.ask('{ event(id: "3F004CBB88958BF9") { id } }');
    expect(await call(house, '/health/ready')).toMatchObject({ status: 200 });
  });

  it('may be kept by nobody', async () => {
    const { headers } = await call(house, '/health/ready');
    expect(headers).toMatchObject({
      'cache-control': 'no-store',
      'content-type': 'application/json; charset=utf-8',
    });
  });

  it('is no longer ready once the gateway goes down, while what is under way comes to its end', async () => {
    house.sandbox.setFaults([{ route: 'event', kind: 'latency', delayMs: 200 }]);
    const socket = connect(Number(new URL(house.gateway.url).port), '127.0.0.1');
    let heard = '';
    socket.on('data', (piece) => (heard += piece.toString()));
    const asUrl = encodeURIComponent('{ event(id: "3F004CBB88958BF9") { name } }');
    socket.write(`GET /graphql?query=${asUrl} HTTP/1.1\r\nhost: x\r\napollo-require-preflight: 1\r\n\r\n`);
    await house.clock.untilTrue(() => house.sandbox.report().requests.event === 1);

    const closed = house.gateway.close();
    socket.write('GET /health/ready HTTP/1.1\r\nhost: x\r\n\r\n');
    await once(socket, 'close');
    expect(heard.match(/^HTTP\/1\.1 \d+/gm)).toEqual(['HTTP/1.1 200', 'HTTP/1.1 503']);
    expect(heard).toContain('Seattle Sounders FC');
    expect(heard).toContain('{"status":"closing"}');
    await closed;
    await expect(call(house, '/health/live')).rejects.toThrow('ECONNREFUSED');
  });
});
