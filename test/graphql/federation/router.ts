import { composeServices } from '@apollo/composition';
import { ApolloGateway, RemoteGraphQLDataSource } from '@apollo/gateway';
import { ApolloServer } from '@apollo/server';
import { ApolloServerPluginInlineTraceDisabled } from '@apollo/server/plugin/disabled';
import { startStandaloneServer } from '@apollo/server/standalone';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { parse } from 'graphql';

/** Listening at `url`. */
export interface Running {
  readonly url: string;
  readonly close: () => Promise<void>;
}

/** A subgraph by its name, its address and its SDL. */
export interface Subgraph {
  readonly name: string;
  readonly url: string;
  readonly sdl: string;
}

const ANY_PORT = { listen: { host: '127.0.0.1', port: 0 } };

/** What another team knows of events: which are loved, and which voucher there is. Its types are those of the gateway. */
const FAVOURITES = `
  extend schema @link(url: "https://specs.apollo.dev/federation/v2.0", import: ["@key", "@shareable"])

  type Query {
    favourites: [Event]!
    voucher: Money!
  }

  type Event @key(fields: "id") {
    id: EventID!
    hearts: Int!
    fans: Country!
  }

  type Money @shareable {
    amount: Decimal!
    currency: CurrencyCode!
  }

  enum Country {
    UNITED_STATES_OF_AMERICA
    CANADA
    AUSTRALIA
    MEXICO
    NEW_ZEALAND
  }

  scalar EventID
  scalar Decimal
  scalar CurrencyCode
`;

/** Opens a second subgraph, as Apollo's own library makes one, whose favourites are these events. */
export async function openFavourites(ids: readonly string[]): Promise<Running & Subgraph> {
  const schema = buildSubgraphSchema({
    typeDefs: parse(FAVOURITES),
    resolvers: {
      Query: {
        favourites: () => ids.map((id) => ({ id })),
        voucher: () => ({ amount: '5.00', currency: 'USD' }),
      },
      Event: { hearts: ({ id }: { id: string }) => ids.indexOf(id) + 1, fans: () => 'CANADA' },
    },
  });
  const plugins = [ApolloServerPluginInlineTraceDisabled()];
  const server = new ApolloServer({ schema, plugins, includeStacktraceInErrorResponses: false });
  const { url } = await startStandaloneServer(server, ANY_PORT);
  return { name: 'favourites', url, sdl: FAVOURITES, close: () => server.stop() };
}

/** Composes subgraphs, as a router's build does. Throws with composition's errors. */
export function compose(subgraphs: readonly Subgraph[]): string {
  const { errors, supergraphSdl } = composeServices(
    subgraphs.map(({ name, url, sdl }) => ({ name, url, typeDefs: parse(sdl) })),
  );
  if (errors) throw new Error(errors.map(({ message }) => message).join('\n'));
  if (supergraphSdl === undefined) throw new Error('Nothing was composed.');
  return supergraphSdl;
}

/** Opens Apollo's gateway before subgraphs. It names its client's address to them, as a proxy does. */
export async function openRouter(supergraphSdl: string): Promise<Running> {
  const gateway = new ApolloGateway({
    supergraphSdl,
    buildService: ({ url }) =>
      new RemoteGraphQLDataSource<{ address?: string }>({
        ...(url !== undefined && { url }),
        willSendRequest: ({ request, context }) => {
          if (context.address !== undefined) request.http?.headers.set('x-forwarded-for', context.address);
        },
      }),
  });
  const server = new ApolloServer<{ address?: string }>({
    gateway,
    includeStacktraceInErrorResponses: false,
  });
  const { url } = await startStandaloneServer(server, {
    ...ANY_PORT,
    context: async ({ req }) => {
      const address = req.headers['x-forwarded-for'];
      return typeof address === 'string' ? { address } : {};
    },
  });
  return { url, close: () => server.stop() };
}
