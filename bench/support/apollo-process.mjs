// The afternoon's work: Apollo Server's standalone server with its REST data source. The schema and its resolvers are
// the gateway's, so that the answers are the same; what is left out is all that the gateway does beside. It ends when
// its parent does.
import { RESTDataSource } from '@apollo/datasource-rest';
import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';

import { buildSchema } from '../../dist/graphql/schema.js';
import { readEvent } from '../../dist/partner-api/wire/event.js';
import { bareContext } from './bare-context.mjs';
import { cpuMs } from './cpu.mjs';

const { url } = JSON.parse(process.argv[2]);

class PartnerApi extends RESTDataSource {
  baseURL = `${url}/`;

  willSendRequest(_path, request) {
    request.params.set('apikey', 'bench');
    request.headers['authorization'] = 'Bearer bench';
  }

  cacheOptionsFor() {
    return { ttl: 60 };
  }

  /** The JSON is parsed once, where the event is read. */
  parseBody(response) {
    return response.text();
  }

  /** The loader that the gateway's resolvers ask. */
  async load(id) {
    return readEvent({ text: await this.get(`events/${id}`) }, id);
  }
}

const apollo = new ApolloServer({ schema: buildSchema(), nodeEnv: 'production' });
const { url: address } = await startStandaloneServer(apollo, {
  listen: { port: 0, host: '127.0.0.1' },
  context: async () => bareContext(new PartnerApi({ cache: apollo.cache })),
});

process.on('disconnect', () => process.exit(0));
process.on('message', () => process.send({ cpuMs: cpuMs() }));
process.send({ url: address.replace(/\/$/, '') });
