import type { ApolloServerPlugin } from '@apollo/server';
import { GraphQLError, OperationTypeNode } from 'graphql';

import type { Context } from '../../graphql/context';

const SENTENCE =
  'Subscriptions are streamed as server-sent events: send the request with Accept: text/event-stream.';

/** An Apollo Server plugin that refuses subscriptions: executed as a query, one would answer nothing but null. */
export const noSubscriptions: ApolloServerPlugin<Context> = {
  async requestDidStart() {
    return {
      async didResolveOperation({ operation }) {
        if (operation?.operation !== OperationTypeNode.SUBSCRIPTION) return;
        throw new GraphQLError(SENTENCE, { extensions: { code: 'NOT_ACCEPTABLE', http: { status: 406 } } });
      },
    };
  },
};
