import { once } from 'node:events';

import { getIntrospectionQuery } from 'graphql';

import { CREATE, FORCE_POLLING, POLL, TWO_TICKETS, askOne } from '../support/carts';
import { type House, openHouse } from '../support/house';
import { SMALL_QUERY, call } from './call';
import { type Client, openSocket, requestText } from './socket';

let house: House;
let clients: Client[] = [];
afterEach(async () => {
  for (const { socket } of clients) socket.destroy();
  clients = [];
  await house.close();
});

const open = async (env: Record<string, string>) => {
  house = await openHouse({ env });
};

async function connect(): Promise<Client> {
  const client = await openSocket(house);
  clients.push(client);
  return client;
}

/** A POST to /graphql, without `connection: close`. */
function post(body: object): string {
  const text = JSON.stringify(body);
  return `POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: ${Buffer.byteLength(text)}\r\n\r\n${text}`;
}

const LIVE = 'GET /health/live HTTP/1.1\r\nhost: x\r\n\r\n';

/** Asks for the result of a reserve that polls, and waits for it: an answer that takes as long as the test likes. */
async function waiting(): Promise<string> {
  const { token } = await askOne(house, CREATE, { input: TWO_TICKETS }, FORCE_POLLING);
  return post({ query: POLL, variables: { token, wait: 25 } });
}

/** Moves the house's clock until those who wait have their answers. */
const letItPass = () => house.clock.pass(26_000);

describe('a client that takes its time', () => {
  it('L10: is disconnected with 408 if its headers do not arrive', async () => {
    await open({ HEADERS_TIMEOUT_SECONDS: '0.2' });
    const client = await connect();
    client.socket.write('GET /health/live HTTP/1.1\r\nhost: x\r\nx-slow: ');
    await client.closed;
    expect(client.heard()).toMatch(/^HTTP\/1\.1 408 /);
  });

  it('L10: is disconnected if it sends nothing at all', async () => {
    await open({ HEADERS_TIMEOUT_SECONDS: '0.2' });
    const client = await connect();
    await client.closed;
  });

  it('L10: is disconnected with 408 if its body trickles', async () => {
    await open({ REQUEST_TIMEOUT_SECONDS: '0.4' });
    const client = await connect();
    client.socket.write(
      'POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 900\r\n\r\n',
    );
    const trickle = setInterval(() => client.socket.write(' '), 20);
    await client.closed;
    clearInterval(trickle);
    expect(client.heard()).toMatch(/^HTTP\/1\.1 408 /);
  });

  it('L10: is disconnected with 408 if its chunks trickle', async () => {
    await open({ REQUEST_TIMEOUT_SECONDS: '0.4' });
    const client = await connect();
    client.socket.write(
      'POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n\r\n',
    );
    const trickle = setInterval(() => client.socket.write('1\r\n \r\n'), 20);
    await client.closed;
    clearInterval(trickle);
    expect(client.heard()).toMatch(/^HTTP\/1\.1 408 /);
  });

  it('L10: is served if it is slow, but within the time', async () => {
    await open({});
    const client = await connect();
    for (const byte of post({ query: SMALL_QUERY })) client.socket.write(byte);
    await client.hears(/isoCode/);
  });

  it('L10: is not disconnected while it waits for us, however long that takes', async () => {
    await open({ HEADERS_TIMEOUT_SECONDS: '0.2', REQUEST_TIMEOUT_SECONDS: '0.2' });
    // Made before the connection, which is cut off where its headers do not come in time.
    const request = await waiting();
    const patient = await connect();
    patient.socket.write(request);
    // By now, slow requests that began later are cut off.
    const slow = await connect();
    await slow.closed;
    await letItPass();
    await patient.hears(/"__typename":"Cart"/);
  });

  it('L10: has its idle connection closed', async () => {
    await open({ KEEP_ALIVE_SECONDS: '0.1' });
    const client = await connect();
    client.socket.write(LIVE);
    await client.closed;
    expect(client.heard()).toMatch(/^HTTP\/1\.1 200 /);
  });
});

describe('a client that does not read', () => {
  const PIPELINED = 24;

  /** Asks for far more than the sockets' own buffers hold, and reads none of it. */
  async function askWithoutReading(): Promise<Client> {
    const client = await connect();
    client.socket.pause();
    client.socket.write(post({ query: getIntrospectionQuery() }).repeat(PIPELINED));
    return client;
  }

  it('L10: is disconnected, and what was written for it is dropped', async () => {
    await open({ ANSWER_TIMEOUT_SECONDS: '30' });
    const answer = await call(house, '/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: getIntrospectionQuery() }),
    });
    const client = await askWithoutReading();
    // A socket that is not read does not even notice that it was closed, unless something is written to it.
    const nag = setInterval(() => client.socket.write('x'), 50);
    await house.clock.until(client.closed);
    clearInterval(nag);
    expect(client.heard().length).toBeLessThan(answer.text.length * PIPELINED);
  });

  it('L10: gets everything once it does', async () => {
    await open({});
    const client = await askWithoutReading();
    await call(house, '/health/live');
    client.socket.resume();
    client.socket.write(requestText('GET /health/live'));
    await client.closed;
    expect(client.heard().match(/HTTP\/1\.1 200 /g)).toHaveLength(PIPELINED + 1);
  });
});

describe('more connections than the limit', () => {
  it('L10: are all served up to the bound', async () => {
    await open({ MAX_CONNECTIONS: '3' });
    const all = [await connect(), await connect(), await connect()];
    for (const { socket } of all) socket.write(LIVE);
    await Promise.all(all.map((client) => client.hears(/"live"/)));
  });

  it('L10: close the connection that was idle longest, so that the new client is served', async () => {
    await open({ MAX_CONNECTIONS: '3' });
    const [first, second, third] = [await connect(), await connect(), await connect()];
    // The first is used, and so no longer the one that was idle longest.
    first.socket.write(LIVE);
    await first.hears(/"live"/);
    const late = await connect();
    late.socket.write(LIVE);
    await late.hears(/"live"/);
    await second.closed;
    expect([first, third, late].map(({ socket }) => socket.closed)).toEqual([false, false, false]);
  });

  it('L10: close one that has not sent all of its request rather than one that waits for us', async () => {
    await open({ MAX_CONNECTIONS: '2' });
    const question = await waiting();
    const patient = await connect();
    patient.socket.write(question);
    const slow = await connect();
    slow.socket.write(
      'POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 900\r\n\r\n',
    );
    const late = await connect();
    await slow.closed;
    late.socket.write(LIVE);
    await late.hears(/"live"/);
    late.socket.destroy();
    await letItPass();
    await patient.hears(/"__typename":"Cart"/);
  });

  it('L10: are refused if all others wait for us', async () => {
    await open({ MAX_CONNECTIONS: '3' });
    const question = await waiting();
    const patient = [await connect(), await connect(), await connect()];
    for (const { socket } of patient) socket.write(question);
    // Their requests are there when this one, on the last of them, is seen to have come.
    await Promise.all(patient.map(({ socket }) => drained(socket)));
    const late = await connect();
    await late.closed;
    expect(late.heard()).toBe('');
    await letItPass();
    await Promise.all(patient.map((client) => client.hears(/"__typename":"Cart"/)));
  });

  const drained = async (socket: Client['socket']) => {
    if (socket.writableLength > 0) await once(socket, 'drain');
    await house.clock.pass(500);
  };
});

describe('requests that are pipelined on one connection', () => {
  it('L10: are answered, in their order', async () => {
    await open({});
    const client = await connect();
    client.socket.write((await waiting()).repeat(32));
    await letItPass();
    await client.hears(/HTTP\/1\.1 200 /, 32);
    expect(client.socket.closed).toBe(false);
  });

  it('L10: are disconnected if they are too many', async () => {
    await open({});
    const client = await connect();
    client.socket.write((await waiting()).repeat(33));
    await client.closed;
    expect(client.heard()).toBe('');
  });
});

describe('a client that disconnects', () => {
  it('R-DOOR-7: has its upstream read cancelled', async () => {
    await open({});
    await askOne(house, '{ event(id: "3F004CBB88958BF9") { name } }', {});
    house.sandbox.setFaults([{ route: 'captcha', kind: 'hang' }]);
    const client = await connect();
    client.socket.write(post({ query: '{ captcha(eventId: "3F004CBB88958BF9") { siteKey } }' }));
    await house.clock.untilTrue(() => house.sandbox.report().requests.captcha === 1, 5000);
    client.socket.destroy();
    await house.clock.untilTrue(() => /"route":"captcha","status":null/.test(house.log()), 5000);
  });

  it('R-DOOR-7: has its read of an event cancelled, unless another client waits for it; later clients read again', async () => {
    await open({});
    const read = post({ query: '{ event(id: "3F004CBB88958BF9") { name } }' });
    const readsOf = () => house.sandbox.report().requests.event;
    const isCalledOff = () => /"route":"event","status":null/.test(house.log());
    house.sandbox.setFaults([{ route: 'event', kind: 'hang' }]);
    const [one, other] = [await connect(), await connect()];
    one.socket.write(read);
    await house.clock.untilTrue(() => readsOf() === 1, 5000);
    other.socket.write(read);
    await house.clock.pass(2_000);
    one.socket.destroy();
    await house.clock.pass(2_000);
    expect(isCalledOff()).toBe(false);
    other.socket.destroy();
    await house.clock.untilTrue(isCalledOff, 5000);
    house.sandbox.setFaults([]);
    const third = await connect();
    third.socket.write(read);
    await third.hears(/Seattle Sounders/, 1);
    expect(readsOf()).toBe(2);
  });

  it('R-DOOR-7: has its read of free seats cancelled', async () => {
    await open({});
    const seats = '{ event(id: "SEATINGCHART0001") { availability { __typename } } }';
    await askOne(house, '{ event(id: "SEATINGCHART0001") { name } }', {});
    house.sandbox.setFaults([{ route: 'availability', kind: 'hang' }]);
    const client = await connect();
    client.socket.write(post({ query: seats }));
    await house.clock.untilTrue(() => house.sandbox.report().requests.availability === 1, 5000);
    client.socket.destroy();
    await house.clock.untilTrue(() => /"route":"availability","status":null/.test(house.log()), 5000);
  });
});
