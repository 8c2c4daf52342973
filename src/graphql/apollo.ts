import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import {
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';

import type { GraphQLSchema } from 'graphql';

import type { Context } from './context';
import { documentStatus } from './document-status';
import { formatError, isUnforeseen } from './errors';

/** Told of errors that nobody foresaw, with the request in which they came up. */
export type OnUnforeseen = (error: unknown, requestId: string) => void;

export interface GraphQLSettings {
  readonly schema: GraphQLSchema;
  /** Whether clients may ask for the schema, and get suggestions from it in error messages. */
  readonly introspection: boolean;
  readonly onUnforeseen: OnUnforeseen;
}

/** Apollo Server over the schema, started. */
export async function startApollo(settings: GraphQLSettings): Promise<ApolloServer<Context>> {
  const apollo = new ApolloServer<Context>({
    schema: settings.schema,
    // Forged requests are refused at the door, before they are read: src/http/admission.ts.
    csrfPrevention: false,
    introspection: settings.introspection,
    hideSchemaDetailsFromClientErrors: !settings.introspection,
    includeStacktraceInErrorResponses: false,
    // The process's own signal handlers decide on the order in which things stop.
    stopOnTerminationSignals: false,
    formatError,
    plugins: [
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
      tellUnforeseen(settings.onUnforeseen),
      documentStatus,
    ],
  });
  await apollo.start();
  return apollo;
}

const tellUnforeseen = (onUnforeseen: OnUnforeseen): ApolloServerPlugin<Context> => ({
  async requestDidStart() {
    return {
      async didEncounterErrors({ errors, contextValue }) {
        for (const error of errors) {
          if (isUnforeseen(error)) onUnforeseen(error.originalError ?? error, contextValue.requestId);
        }
      },
    };
  },
});
