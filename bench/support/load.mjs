import assert from 'node:assert/strict';
import { once } from 'node:events';
import { request } from 'node:http';
import { connect } from 'node:net';
import { buffer } from 'node:stream/consumers';

/** Stands in a request for a number which makes it differ from the one before. */
export const NUMBER = '0000000000';
const HEADER_END = '\r\n\r\n';

/**
 * A GraphQL request as the bytes that go over the wire.
 *
 * @param upTo the number in it begins again after this one; without it, no number occurs twice.
 * @param encoding what it accepts as `Accept-Encoding`; without it, nothing.
 */
export function post(url, body, { upTo = Infinity, encoding } = {}) {
  const text = JSON.stringify(body);
  const head = [
    'POST /graphql HTTP/1.1',
    `host: ${new URL(url).host}`,
    'content-type: application/json',
    'accept: application/json',
    ...(encoding === undefined ? [] : [`accept-encoding: ${encoding}`]),
    `content-length: ${Buffer.byteLength(text)}`,
  ];
  const bytes = Buffer.from(head.join('\r\n') + HEADER_END + text);
  return { bytes, numberAt: bytes.lastIndexOf(NUMBER), upTo };
}

/** A number as it stands in a request. */
export const numberText = (number) => String(number).padStart(NUMBER.length, '0');

let numbers = 0;

function nextBytes({ bytes, numberAt, upTo }) {
  if (numberAt === -1) return bytes;
  const numbered = Buffer.from(bytes);
  numbers++;
  numbered.write(numberText(upTo === Infinity ? numbers : numbers % upTo), numberAt);
  return numbered;
}

/**
 * Keeps `connections` busy with requests, one at a time on each, until `durationMs` are over. It does as little as a
 * client can, so that the server is what is measured: of an answer it reads the status, and the length, which has to be
 * one of `sizes` every time.
 *
 * @returns how many answers came, and how many a second that is.
 */
export async function load(url, { request: asked, connections, durationMs, sizes }) {
  const { hostname, port } = new URL(url);
  const sockets = await Promise.all(
    Array.from({ length: connections }, async () => {
      const socket = connect(Number(port), hostname).setNoDelay(true);
      await once(socket, 'connect');
      return socket;
    }),
  );
  let answers = 0;
  const startedAt = performance.now();
  await Promise.all(
    sockets.map(
      (socket) =>
        new Promise((resolve, reject) => {
          let head = '';
          let missing = -1;
          const send = () => socket.write(nextBytes(asked));
          socket.on('error', reject);
          socket.on('close', () => reject(new Error('The server closed the connection.')));
          socket.on('data', (chunk) => {
            if (missing < 0) {
              head += chunk.latin1Slice();
              const end = head.indexOf(HEADER_END);
              if (end === -1) return;
              const length = Number(/content-length: (\d+)/i.exec(head.slice(0, end))?.[1]);
              if (!head.startsWith('HTTP/1.1 200') || !sizes.includes(length)) {
                reject(new Error(`A wrong answer: ${head.slice(0, 2000)}`));
                return;
              }
              missing = length - (head.length - end - HEADER_END.length);
              head = '';
            } else missing -= chunk.length;
            if (missing > 0) return;
            missing = -1;
            answers++;
            if (performance.now() - startedAt < durationMs) return void send();
            socket.removeAllListeners('close');
            socket.destroy();
            resolve();
          });
          send();
        }),
    ),
  );
  return { answers, rate: (answers * 1000) / (performance.now() - startedAt) };
}

/** Asks once, and resolves to the parsed answer and its bytes. */
export async function askOnce(url, body) {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify(body),
  });
  const text = await response.text();
  assert.equal(response.status, 200, text);
  const { data, errors } = JSON.parse(text);
  assert.equal(errors, undefined, text);
  return { data, text };
}

/** Asks once for a compressed answer, and resolves to its bytes as they came over the wire. */
export async function askRaw(url, body, encoding) {
  const call = request(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json', 'accept-encoding': encoding },
  });
  call.end(JSON.stringify(body));
  const [response] = await once(call, 'response');
  assert.equal(response.headers['content-encoding'], encoding);
  return buffer(response);
}
