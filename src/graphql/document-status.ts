import type { ApolloServerPlugin } from '@apollo/server';

import { JSON_TYPE, answerTypeFor } from './answer-type';
import type { Context } from './context';

/** The codes that Apollo Server has for a request that is well-formed, and whose document or variables are not. */
const DOCUMENT_CODES: ReadonlySet<unknown> = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'OPERATION_RESOLUTION_FAILURE',
  'BAD_USER_INPUT',
]);

/**
 * "SHOULD use a status code of 200 on … failure when accepting application/json" (GraphQL over HTTP): there, a client
 * cannot tell by the status who answered, so what is wrong with a document is told in a whole answer. Apollo Server says
 * 400 to all. With application/graphql-response+json it stays 400.
 */
export const documentStatus: ApolloServerPlugin<Context> = {
  async requestDidStart() {
    return {
      async willSendResponse({ request, response: { http, body } }) {
        if (http.status !== 400 || body.kind !== 'single') return;
        const { errors = [] } = body.singleResult;
        const isOfDocument = errors.every(({ extensions }) => DOCUMENT_CODES.has(extensions?.['code']));
        const answerType = answerTypeFor(request.http?.headers.get('accept'));
        if (isOfDocument && answerType === JSON_TYPE) http.status = 200;
      },
    };
  },
};
