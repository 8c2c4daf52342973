// Ten thousand clients that sit there, a hundred that send a byte at a time: new clients have to be served as before, and
// what the others cost has to be bounded.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

import { atOnce } from './support/at-once.mjs';
import { startChild } from './support/child.mjs';
import { median, ms, printTable, quantile, ratio, timed } from './support/figures.mjs';
import { temporaryFolder } from './support/leave-nothing.mjs';

const IDLE = 10_000;
const SLOW = 100;
const NEW = 500;
const AT_ONCE = 200;
const WARM_UP = 2000;
const SLOW_BYTE_MS = 250;

const BODY = JSON.stringify({ query: '{ countries { isoCode } }' });
const HEAD = `POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: ${BODY.length}\r\n`;

const sandbox = await startChild('./sandbox-process.mjs', {});
const { url, apiKey, apiSecret } = sandbox.facts;
const gateway = await startChild('./gateway-process.mjs', {
  upstream: { url, apiKey, apiSecret },
  stateDir: temporaryFolder(),
});
const port = Number(new URL(gateway.facts.url).port);
const memory = () => gateway.ask('memory');

/** A connection that is open, and what it heard. */
async function open() {
  const socket = connect(port, '127.0.0.1');
  const client = { socket, heard: '', isClosed: false };
  socket.on('data', (piece) => (client.heard += piece.toString()));
  socket.on('error', () => {});
  socket.on('close', () => (client.isClosed = true));
  await once(socket, 'connect');
  return client;
}

/** One query on `client`, to the end of its answer. */
async function ask(client) {
  client.heard = '';
  client.socket.write(`${HEAD}\r\n${BODY}`);
  while (!client.heard.includes('isoCode')) {
    assert(!client.isClosed, 'The gateway hung up on a client that did nothing wrong.');
    await Promise.race([once(client.socket, 'data'), once(client.socket, 'close')]);
  }
}

/** New clients, one after the other: how long each takes from its first packet to its answer, in milliseconds. */
async function serveNewClients() {
  const times = [];
  while (times.length < NEW) {
    times.push(
      await timed(async () => {
        const client = await open();
        await ask(client);
        client.socket.destroy();
      }),
    );
  }
  return times;
}

await atOnce(WARM_UP, AT_ONCE, 0, async () => {
  const client = await open();
  await ask(client);
  client.socket.destroy();
});
const before = await memory();
const alone = await serveNewClients();

const idle = [];
await atOnce(IDLE, AT_ONCE, 0, async () => {
  const client = await open();
  await ask(client);
  idle.push(client);
});
const slow = [];
await atOnce(SLOW, AT_ONCE, 0, async () => slow.push(await open()));
let sent = 0;
const trickle = setInterval(() => {
  for (const { socket } of slow) socket.write(HEAD.charAt(sent));
  sent++;
}, SLOW_BYTE_MS);

const crowded = await serveNewClients();
const during = await memory();
const stillOpen = idle.filter(({ isClosed }) => !isClosed).length;
await Promise.race([
  Promise.all(slow.map(({ socket }) => socket.destroyed || once(socket, 'close'))),
  pause(30_000),
]);
clearInterval(trickle);
const cutOff = slow.filter(({ isClosed, heard }) => isClosed && /^HTTP\/1\.1 408 |^$/.test(heard)).length;
assert.equal(cutOff, SLOW);

for (const { socket } of idle) socket.destroy();
await pause(500);
const after = await memory();

printTable(
  `A new client's first answer, beside ${IDLE} idle connections and ${SLOW} slow ones`,
  ['new clients', 'median', '99th percentile', 'ratio of the medians'],
  [
    [`${NEW} without other clients`, ms(median(alone)), ms(quantile(alone, 0.99)), '1'],
    [
      `${NEW} beside the crowd`,
      ms(median(crowded)),
      ms(quantile(crowded, 0.99)),
      ratio(median(crowded), median(alone)),
    ],
  ],
);
const mebibytes = (bytes) => `${(bytes / 2 ** 20).toFixed(1)} MiB`;
printTable(
  'What the crowd costs',
  [
    'idle still open',
    'slow cut off',
    'heap',
    'resident',
    'resident per connection',
    'resident once they have gone',
  ],
  [
    [
      String(stillOpen),
      String(cutOff),
      `${mebibytes(before.heapUsed)} → ${mebibytes(during.heapUsed)}`,
      `${mebibytes(before.rss)} → ${mebibytes(during.rss)}`,
      `${Math.round((during.rss - before.rss) / stillOpen)} bytes`,
      mebibytes(after.rss),
    ],
  ],
);
await Promise.all([gateway.stop(), sandbox.stop()]);
