import type { ApolloServerPlugin } from '@apollo/server';

import type { Context } from './context';
import { noteError, operationFacts } from './summary';

/** An Apollo Server plugin: notes the operation and the code of the first error of every request. */
export const summarize: ApolloServerPlugin<Context> = {
  async requestDidStart() {
    return {
      async didResolveOperation({ source, operation, contextValue }) {
        if (operation) contextValue.summary.operation = operationFacts(source, operation);
      },
      async willSendResponse({ response: { body }, contextValue }) {
        if (body.kind === 'single') noteError(contextValue.summary, body.singleResult.errors);
      },
    };
  },
};
