import { ApolloClient, ApolloLink, HttpLink, InMemoryCache, Observable, gql } from '@apollo/client';
import { Client as UrqlClient, fetchExchange } from '@urql/core';
import { type ExecutionResult, print } from 'graphql';
import { createClient } from 'graphql-sse';

import { CREATE, FORCE_POLLING, type Result, TWO_TICKETS, askOne } from '../support/carts';
import { type House, openHouse } from '../support/house';

const PROGRESS = gql`
  subscription Progress($token: ID!) {
    cartProgress(token: $token) {
      __typename
      ... on Pending {
        attempt
      }
      ... on Cart {
        id
      }
      ... on Failure {
        code
      }
    }
  }
`;
const COUNTRIES = '{ countries { isoCode } }';
const NAMES_SSE = /Accept: text\/event-stream/;

interface Progress {
  readonly cartProgress: Result;
}

/** Hears everything that the subscription sends, at the address of queries. Rejects with the client's error. */
type Hear = (url: string, token: string) => Promise<Result[]>;

const graphqlSse: Hear = async (url, token) => {
  const client = createClient({ url, retryAttempts: 0 });
  const heard: Result[] = [];
  for await (const { data } of client.iterate<Progress>({ query: print(PROGRESS), variables: { token } }))
    heard.push(data?.cartProgress);
  return heard;
};

const urql: Hear = (url, token) =>
  new Promise((resolve, reject) => {
    const client = new UrqlClient({ url, exchanges: [fetchExchange], fetchSubscriptions: true });
    const heard: Result[] = [];
    const listening = client
      .subscription<Progress>(PROGRESS, { token })
      .subscribe(({ data, error, hasNext }) => {
        if (error) return reject(error);
        // At the end urql repeats the last result.
        if (hasNext !== false) return void heard.push(data?.cartProgress);
        listening.unsubscribe();
        resolve(heard);
      });
  });

/** A link over server-sent events, as Apollo Client has none of its own. */
function sseLink(url: string): ApolloLink {
  const client = createClient({ url, retryAttempts: 0 });
  return new ApolloLink(
    ({ query, operationName, variables }) =>
      new Observable((observer) =>
        client.subscribe<ExecutionResult['data'] & object>(
          { query: print(query), ...(operationName && { operationName }), variables },
          {
            next: (result) => observer.next(result as ApolloLink.Result),
            error: (error) => observer.error(error),
            complete: () => observer.complete(),
          },
        ),
      ),
  );
}

const apolloBy = (link: ApolloLink, token: string): Promise<Result[]> =>
  new Promise((resolve, reject) => {
    const client = new ApolloClient({ link, cache: new InMemoryCache() });
    const heard: Result[] = [];
    client.subscribe<Progress>({ query: PROGRESS, variables: { token } }).subscribe({
      next: ({ data, error }) => (error ? reject(new Error(error.message)) : heard.push(data?.cartProgress)),
      error: reject,
      complete: () => resolve(heard),
    });
  });
const apollo: Hear = (url, token) => apolloBy(sseLink(url), token);

describe('subscriptions at /graphql', () => {
  let house: House;
  let url: string;
  beforeEach(async () => {
    house = await openHouse();
    url = `${house.gateway.url}/graphql`;
  });
  afterEach(() => house.close());

  const reserve = async (): Promise<string> =>
    (await askOne(house, CREATE, { input: TWO_TICKETS }, FORCE_POLLING)).token;

  test.each([
    ['graphql-sse', graphqlSse],
    ['urql', urql],
    ['Apollo Client', apollo],
  ])('%s hears every step and the end', async (_name, hear) => {
    const heard = await house.clock.until(hear(url, await reserve()));
    expect(heard.map(({ __typename, attempt }) => [__typename, attempt])).toEqual([
      ['Pending', 1],
      ['Pending', 2],
      ['Pending', 3],
      ['Cart', undefined],
    ]);
  });

  test('graphql-sse gets the result of a query, too, and the errors of a wrong one', async () => {
    const client = createClient({ url, retryAttempts: 0 });
    const ask = async (query: string) => {
      const results = [];
      for await (const result of client.iterate({ query })) results.push(result);
      return results;
    };
    expect(await ask(COUNTRIES)).toEqual([
      { data: expect.objectContaining({ countries: expect.any(Array) }) },
    ]);
    expect(await ask('{ nonsense }')).toMatchObject([
      { errors: [{ extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }] },
    ]);
  });

  test('graphql-sse carries out a mutation', async () => {
    const client = createClient({ url, retryAttempts: 0 });
    const results = [];
    for await (const result of client.iterate({ query: CREATE, variables: { input: TWO_TICKETS } }))
      results.push(result);
    expect(results).toMatchObject([{ data: { createCart: { __typename: 'Cart' } } }]);
    expect(house.sandbox.report().openCarts).toBe(1);
  });

  test("Apollo Client's own link, which reads multipart only, gets a sentence that names SSE", async () => {
    const link = new HttpLink({ uri: url });
    await expect(house.clock.until(apolloBy(link, await reserve()))).rejects.toThrow(NAMES_SSE);
  });
});
