import { ApolloClient, HttpLink, InMemoryCache } from '@apollo/client';
import { Client, fetchExchange } from '@urql/core';
import { cacheExchange } from '@urql/exchange-graphcache';
import {
  type DocumentNode,
  type GraphQLSchema,
  type IntrospectionQuery,
  Kind,
  type OperationDefinitionNode,
  OperationTypeNode,
  getIntrospectionQuery,
  graphqlSync,
  isAbstractType,
  print,
} from 'graphql';
import {
  Environment,
  Network,
  RecordSource,
  Store,
  commitMutation,
  createOperationDescriptor,
  fetchQuery,
} from 'relay-runtime';

import { relayRequest } from './relay-request';

/** An operation of a page. It selects `__typename` everywhere, as each of the clients does. */
export interface Question {
  readonly document: DocumentNode;
  readonly variables: Record<string, unknown>;
}

/** A client with a normalized cache, without settings for what identifies an object. */
export interface CachedClient {
  /** Sends the operation to the gateway. Resolves to the data that the page gets. */
  readonly ask: (question: Question) => Promise<unknown>;
  /** Reads the data from the cache alone; undefined if the cache lacks a part of it. */
  readonly read: (question: Question) => Promise<unknown>;
}

type Open = (url: string, schema: GraphQLSchema, fetch: typeof globalThis.fetch) => CachedClient;

/** `document` with `__typename` in every selection, as the clients add it. */
export const withTypenames = (document: DocumentNode): DocumentNode =>
  new InMemoryCache().transformDocument(document);

const operationOf = ({ document }: Question): OperationDefinitionNode => {
  const operation = document.definitions.find((node) => node.kind === Kind.OPERATION_DEFINITION);
  if (!operation) throw new Error('The document has no operation.');
  return operation;
};

const isMutation = (question: Question): boolean =>
  operationOf(question).operation === OperationTypeNode.MUTATION;

const openApollo: Open = (url, schema, fetch) => {
  const abstracts = Object.values(schema.getTypeMap()).filter((type) => isAbstractType(type));
  const possibleTypes = Object.fromEntries(
    abstracts.map((type) => [type.name, schema.getPossibleTypes(type).map(({ name }) => name)]),
  );
  const cache = new InMemoryCache({ possibleTypes });
  const link = new HttpLink({ uri: `${url}/graphql`, fetch });
  const client = new ApolloClient({ link, cache });
  return {
    ask: async (question) => {
      const { document, variables } = question;
      const { data } = isMutation(question)
        ? await client.mutate({ mutation: document, variables })
        : await client.query({ query: document, variables, fetchPolicy: 'network-only' });
      return data;
    },
    read: async ({ document, variables }) => cache.readQuery({ query: document, variables }) ?? undefined,
  };
};

const openUrql: Open = (url, schema, fetch) => {
  const introspection = graphqlSync({ schema, source: getIntrospectionQuery() }).data;
  const client = new Client({
    url: `${url}/graphql`,
    preferGetMethod: false,
    fetch,
    exchanges: [cacheExchange({ schema: introspection as unknown as IntrospectionQuery }), fetchExchange],
  });
  return {
    ask: async (question) => {
      const { document, variables } = question;
      const { data, error } = isMutation(question)
        ? await client.mutation(document, variables)
        : await client.query(document, variables, { requestPolicy: 'network-only' });
      if (error) throw error;
      return data as unknown;
    },
    read: async ({ document, variables }) => {
      const { data, stale } = await client.query(document, variables, { requestPolicy: 'cache-only' });
      return stale ? undefined : ((data ?? undefined) as unknown);
    },
  };
};

const openRelay: Open = (url, schema, fetch) => {
  const network = Network.create(async ({ text }, variables) => {
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: text, variables }),
    });
    return (await response.json()) as never;
  });
  const environment = new Environment({ network, store: new Store(new RecordSource()) });
  return {
    ask: async (question) => {
      const request = relayRequest(schema, question.document);
      if (!isMutation(question)) {
        return fetchQuery(environment, request, question.variables).toPromise();
      }
      return new Promise((resolve, reject) => {
        commitMutation(environment, {
          mutation: request,
          variables: question.variables,
          onCompleted: resolve,
          onError: reject,
        });
      });
    },
    read: async ({ document, variables }) => {
      const operation = createOperationDescriptor(relayRequest(schema, document), variables);
      const isWhole = environment.check(operation).status === 'available';
      return isWhole ? environment.lookup(operation.fragment).data : undefined;
    },
  };
};

/** The clients by name. */
export const cachedClients: Readonly<Record<string, Open>> = {
  'Apollo Client': openApollo,
  'urql with graphcache': openUrql,
  Relay: openRelay,
};

/** For JSON: gives the fields of objects one order. urql sorts variables. */
const sorted = (_key: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value;

/** A fetch that records the data of each response, by the name of the operation and its variables. */
export function recordingFetch(): { fetch: typeof globalThis.fetch; sent: (question: Question) => unknown } {
  const responses = new Map<string, unknown>();
  const key = (query: string, variables: unknown) =>
    JSON.stringify([/(query|mutation) \w+/.exec(query)?.[0], variables], sorted);
  return {
    fetch: async (address, init) => {
      const response = await fetch(address, init);
      const text = await response.text();
      const body = typeof init?.body === 'string' ? init.body : '';
      const { query, variables } = JSON.parse(body) as { query: string; variables: unknown };
      responses.set(key(query, variables), (JSON.parse(text) as { data: unknown }).data);
      const headers = { 'content-type': 'application/json' };
      return new Response(text, { status: response.status, headers });
    },
    sent: ({ document, variables }) => responses.get(key(print(document), variables)),
  };
}
