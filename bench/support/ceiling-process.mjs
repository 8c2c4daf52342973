// The ceiling: bare `node:http` that parses the JSON of a request and answers with bytes prepared for its query. A
// message is a request body and the answer to prepare for it, or its compressed bytes in base64 with their encoding. It
// ends when its parent does.
import { createServer } from 'node:http';

import { cpuMs } from './cpu.mjs';

const prepared = new Map();

const server = createServer((request, response) => {
  const chunks = [];
  request.on('data', (chunk) => chunks.push(chunk));
  request.on('end', () => {
    const { query } = JSON.parse(
      chunks.length === 1 ? chunks[0].toString() : Buffer.concat(chunks).toString(),
    );
    const { bytes, headers } = prepared.get(query);
    response.writeHead(200, headers).end(bytes);
  });
});
server.keepAliveTimeout = 60_000;

process.on('disconnect', () => process.exit(0));
process.on('message', (message) => {
  if (message.prepare) {
    const { query, text, base64, encoding } = message.prepare;
    const bytes = base64 === undefined ? Buffer.from(text) : Buffer.from(base64, 'base64');
    const headers = {
      'content-type': 'application/json; charset=utf-8',
      ...(encoding && { 'content-encoding': encoding }),
      'content-length': bytes.length,
    };
    prepared.set(query, { bytes, headers });
  }
  process.send({ cpuMs: cpuMs() });
});
server.listen(0, '127.0.0.1', () => process.send({ url: `http://127.0.0.1:${server.address().port}` }));
