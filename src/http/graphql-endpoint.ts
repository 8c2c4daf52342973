import type { IncomingMessage, ServerResponse } from 'node:http';

import { type ApolloServer, HeaderMap } from '@apollo/server';

import type { Context } from '../graphql/context';
import { readBody } from './body';
import { bodyRefusal, sendRefusal } from './refusal';
import { reply } from './reply';
import type { TrustedDocuments } from './trusted-documents';

/** Answers GraphQL requests by Apollo Server, over plain `node:http`. */
export const graphqlEndpoint =
  (apollo: ApolloServer<Context>, documents: TrustedDocuments) =>
  async (request: IncomingMessage, response: ServerResponse, url: URL, context: Context): Promise<void> => {
    let { search } = url;
    let body: unknown;
    try {
      if (request.method === 'POST') {
        const resolved = documents.inBody(JSON.parse(await readBody(request)));
        if ('refusal' in resolved) return sendRefusal(response, resolved.refusal);
        body = resolved.params;
      } else {
        const resolved = documents.inSearch(url.searchParams);
        if ('refusal' in resolved) return sendRefusal(response, resolved.refusal);
        search = `?${resolved.params.toString()}`;
      }
    } catch (error) {
      const refusal = bodyRefusal(error);
      if (refusal) return sendRefusal(response, refusal);
      throw error;
    }

    const answer = await apollo.executeHTTPGraphQLRequest({
      httpGraphQLRequest: {
        method: request.method ?? 'GET',
        headers: headersOf(request),
        search,
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

function headersOf(request: IncomingMessage): HeaderMap {
  const headers = new HeaderMap();
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value);
  }
  return headers;
}
