// The least that a Partner API can be: a token, and event details from prepared bytes. An id that is in no catalogue
// is one more event like the manual's, so that there are as many as a bench wants. Replies to every message with the
// number of event reads since the last. It ends when its parent does.
import { createServer } from 'node:http';

import { catalogue, notable } from '../../dist/sandbox/catalogue/catalogue.js';

const { latencyMs = 0 } = JSON.parse(process.argv[2]);
const bodies = new Map(catalogue().map(({ id, answer }) => [id, Buffer.from(JSON.stringify(answer))]));
const model = bodies.get(notable.manualSample);
let reads = 0;

const server = createServer((request, response) => {
  const answer = (bytes) =>
    response
      .writeHead(200, { 'content-type': 'application/json', 'content-length': bytes.length })
      .end(bytes);
  if (request.url.includes('/oauth/')) {
    request.resume();
    return answer(Buffer.from('{"access_token":"bench","expires_in":"3599"}'));
  }
  reads++;
  const [, id] = /\/events?\/([^/?]+)/.exec(request.url);
  const bytes = bodies.get(id) ?? model;
  if (latencyMs === 0) answer(bytes);
  else setTimeout(answer, latencyMs, bytes);
});
server.keepAliveTimeout = 60_000;

process.on('disconnect', () => process.exit(0));
process.on('message', () => {
  process.send({ reads });
  reads = 0;
});
server.listen(0, '127.0.0.1', () => {
  const url = `http://127.0.0.1:${server.address().port}/partners/v1`;
  process.send({ url, eventBytes: model.length });
});
