import type { ApolloServerPlugin } from '@apollo/server';

import type { Context } from '../../graphql/context';
import { RequestContext } from '../request-context';

/** Apollo Server's codes for a well-formed request with an invalid document or invalid variables. */
const DOCUMENT_CODES: ReadonlySet<unknown> = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'OPERATION_RESOLUTION_FAILURE',
  'BAD_USER_INPUT',
]);

/**
 * "SHOULD use a status code of 200 on … failure when accepting application/json" (GraphQL over HTTP): such a client
 * cannot infer from a status of 400 that a GraphQL server sent it. Apollo Server always sends 400 for an invalid document,
 * and this changes it to 200. With application/graphql-response+json it stays 400. In an event stream it is 200 as well, so
 * that the errors reach clients that read nothing but streams.
 */
export const documentStatus: ApolloServerPlugin<Context> = {
  async requestDidStart() {
    return {
      async willSendResponse({ contextValue, response: { http, body } }) {
        if (http.status !== 400 || body.kind !== 'single') return;
        const { errors = [] } = body.singleResult;
        const isOfDocument = errors.every(({ extensions }) => DOCUMENT_CODES.has(extensions?.['code']));
        if (isOfDocument && contextValue instanceof RequestContext && !contextValue.statusMatters)
          http.status = 200;
      },
    };
  },
};
