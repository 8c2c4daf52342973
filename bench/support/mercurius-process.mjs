// The fastest GraphQL server that we know of: Mercurius with JIT over Fastify, with an LRU cache, DataLoader and `undici`.
// The schema and its resolvers are the gateway's, so that the answers are the same; what is left out is all that the
// gateway does beside. It ends when its parent does.
import DataLoader from 'dataloader';
import Fastify from 'fastify';
import { LRUCache } from 'lru-cache';
import mercurius from 'mercurius';
import { Pool } from 'undici';

import { buildSchema } from '../../dist/graphql/schema.js';
import { EDITIONS } from '../../dist/partner-api/editions/editions.js';
import { readEvent } from '../../dist/partner-api/wire/event.js';
import { bareContext } from './bare-context.mjs';
import { cpuMs } from './cpu.mjs';

const { url } = JSON.parse(process.argv[2]);
const { origin, pathname } = new URL(url);
const pool = new Pool(origin, { connections: 64 });
const cache = new LRUCache({ max: 10_000 });

async function read(id) {
  const { body } = await pool.request({
    method: 'GET',
    path: `${pathname}/events/${id}?apikey=bench`,
    headers: { authorization: 'Bearer bench', accept: 'application/json' },
  });
  const event = readEvent({ text: await body.text() }, id, EDITIONS['2015'].closedHours);
  cache.set(id, event);
  return event;
}

/** The loader that the gateway's resolvers ask. */
class Events {
  #loader = new DataLoader((ids) => Promise.all(ids.map(read)));

  load(id) {
    return cache.get(id) ?? this.#loader.load(id);
  }
}

const app = Fastify();
app.register(mercurius, {
  schema: buildSchema(),
  jit: 1,
  context: () => bareContext(new Events()),
});

process.on('disconnect', () => process.exit(0));
process.on('message', () => process.send({ cpuMs: cpuMs() }));
process.send({ url: await app.listen({ port: 0, host: '127.0.0.1' }) });
