import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';

import type { GraphQLSchema } from 'graphql';

import type { Context } from './context';
import { sortErrors } from './error-order';
import { errorFormatter, isUnexpected } from './errors';
import type { Limits } from './limits/limits';
import { limitsPlugin, refuseStandIns } from './limits/plugin';
import { parseOptions } from './limits/tokens';
import { validationOptions } from './limits/validation';
import { summarize } from './summarize';

/** Called with each unexpected error and the id of its request. */
export type OnUnexpected = (error: unknown, requestId: string) => void;

export interface GraphQLSettings {
  readonly schema: GraphQLSchema;
  /** Whether clients may introspect the schema, and get suggestions from it in error messages. */
  readonly introspection: boolean;
  readonly limits: Limits;
  readonly onUnexpected: OnUnexpected;
  readonly plugins: readonly ApolloServerPlugin<Context>[];
}

/** Starts Apollo Server over the schema. */
export async function startApollo(settings: GraphQLSettings): Promise<ApolloServer<Context>> {
  const apollo = new ApolloServer<Context>({
    schema: settings.schema,
    // Forged requests are refused before they are read: src/http/access/request-head.ts.
    csrfPrevention: false,
    introspection: settings.introspection,
    hideSchemaDetailsFromClientErrors: !settings.introspection,
    includeStacktraceInErrorResponses: false,
    // The signal handlers of the process decide in which order things stop.
    stopOnTerminationSignals: false,
    parseOptions: parseOptions(settings.limits),
    validationRules: [refuseStandIns],
    validationOptions: validationOptions(settings.introspection),
    formatError: errorFormatter(settings.introspection),
    plugins: [
      ApolloServerPluginLandingPageDisabled(),
      // It would visit every field of every response; `Context.validity` knows for how long a response is valid.
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
      // For a subgraph Apollo Server turns it on, with a line on the console. No request can ask for a trace.
      ApolloServerPluginInlineTraceDisabled(),
      limitsPlugin<Context>(settings.limits),
      reportUnexpected(settings.onUnexpected),
      sortErrors,
      summarize,
      ...settings.plugins,
    ],
  });
  await apollo.start();
  return apollo;
}

const reportUnexpected = (onUnexpected: OnUnexpected): ApolloServerPlugin<Context> => ({
  async requestDidStart() {
    return {
      async didEncounterErrors({ errors, contextValue }) {
        for (const error of errors) {
          if (isUnexpected(error)) onUnexpected(error.originalError ?? error, contextValue.requestId);
        }
      },
    };
  },
});
