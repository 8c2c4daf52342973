// A bare proxy over `undici`: what a cold read costs where nothing is understood of it. It reads the id out of the GraphQL
// request and passes upstream's bytes on as they come. It ends when its parent does.
import { createServer } from 'node:http';

import { Pool } from 'undici';

import { cpuMs } from './cpu.mjs';

const { url } = JSON.parse(process.argv[2]);
const { origin, pathname } = new URL(url);
const pool = new Pool(origin, { connections: 64 });

const server = createServer((request, response) => {
  const chunks = [];
  request.on('data', (chunk) => chunks.push(chunk));
  request.on('end', async () => {
    const { variables } = JSON.parse(Buffer.concat(chunks).toString());
    const answer = await pool.request({
      method: 'GET',
      path: `${pathname}/events/${variables.id}?apikey=bench`,
      headers: { authorization: 'Bearer bench', accept: 'application/json' },
    });
    const bytes = Buffer.from(await answer.body.arrayBuffer());
    response
      .writeHead(200, { 'content-type': 'application/json; charset=utf-8', 'content-length': bytes.length })
      .end(bytes);
  });
});
server.keepAliveTimeout = 60_000;

process.on('disconnect', () => process.exit(0));
process.on('message', () => process.send({ cpuMs: cpuMs() }));
server.listen(0, '127.0.0.1', () => process.send({ url: `http://127.0.0.1:${server.address().port}` }));
