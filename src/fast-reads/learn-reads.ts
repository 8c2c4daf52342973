import type { ApolloServerPlugin } from '@apollo/server';

import type { Context } from '../graphql/context';
import type { KnownReads } from './known-reads';

/** An Apollo Server plugin: remembers the public reads that were answered without an error, and vouches for their answers. */
export const learnReads = (reads: KnownReads): ApolloServerPlugin<Context> => ({
  async requestDidStart() {
    return {
      async willSendResponse({ source, document, operation, request, response, contextValue }) {
        if (response.body.kind !== 'single' || response.body.singleResult.errors) return;
        if (source === undefined || !document || !operation) return;
        // A client that also wants the query stored under its hash has to reach the store every time.
        if (request.query !== undefined && request.extensions?.['persistedQuery'] !== undefined) return;
        const asked = { query: source, operationName: request.operationName };
        if (reads.learn(asked, document, operation)) contextValue.validity.vouch();
      },
    };
  },
});
