import type { IncomingMessage, ServerResponse } from 'node:http';

import { type ApolloServer, HeaderMap } from '@apollo/server';

import type { Context } from '../graphql/context';
import type { Limits } from '../graphql/limits/limits';
import { turn } from '../graphql/limits/slices';
import { BodyRefused, readBody } from './body';
import { refuse, refuseBody, reply } from './reply';

/** Answers GraphQL requests by Apollo Server, over plain `node:http`. */
export const graphqlEndpoint =
  (apollo: ApolloServer<Context>, limits: Limits) =>
  async (request: IncomingMessage, response: ServerResponse, url: URL, context: Context): Promise<void> => {
    let body: unknown;
    try {
      const text = await readBody(request, url, limits);
      await turn();
      body = parsed(request, text);
    } catch (error) {
      if (error instanceof BodyRefused) return refuseBody(response, error);
      if (error instanceof SyntaxError) {
        return refuse(response, 400, 'BAD_REQUEST', 'The body is not JSON.');
      }
      throw error;
    }

    const answer = await apollo.executeHTTPGraphQLRequest({
      httpGraphQLRequest: {
        method: request.method ?? 'GET',
        headers: headersOf(request),
        search: url.search,
        body,
      },
      context: async () => context,
    });
    const headers = Object.fromEntries(answer.headers);
    if (answer.body.kind === 'complete') {
      return reply(response, answer.status ?? 200, headers, answer.body.string);
    }
    response.writeHead(answer.status ?? 200, headers);
    for await (const chunk of answer.body.asyncIterator) response.write(chunk);
    response.end();
  };

/** The body as Apollo wants it: parsed where it is JSON, and otherwise for Apollo to refuse. */
function parsed(request: IncomingMessage, text: string | undefined): unknown {
  if (text === undefined) return undefined;
  const isJson = /^application\/([\w.-]+\+)?json\b/i.test(request.headers['content-type'] ?? '');
  return isJson ? JSON.parse(text) : text;
}

function headersOf(request: IncomingMessage): HeaderMap {
  const headers = new HeaderMap();
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value);
  }
  return headers;
}
