import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';

import type { GraphQLSchema } from 'graphql';

import type { Context } from './context';
import { documentStatus } from './document-status';
import { errorFormatter, isUnforeseen } from './errors';
import type { KnownReads } from './known-reads';
import type { Limits } from './limits/limits';
import { limitsPlugin, refuseStandIns } from './limits/plugin';
import { parseOptions } from './limits/tokens';
import { validationOptions } from './limits/validation';

/** Told of errors that nobody foresaw, with the request in which they came up. */
export type OnUnforeseen = (error: unknown, requestId: string) => void;

export interface GraphQLSettings {
  readonly schema: GraphQLSchema;
  /** Whether clients may ask for the schema, and get suggestions from it in error messages. */
  readonly introspection: boolean;
  readonly limits: Limits;
  readonly onUnforeseen: OnUnforeseen;
  /** Learns the reads that were answered. */
  readonly reads: KnownReads;
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
    parseOptions: parseOptions(settings.limits),
    validationRules: [refuseStandIns],
    validationOptions: validationOptions(settings.introspection),
    formatError: errorFormatter(settings.introspection),
    plugins: [
      ApolloServerPluginLandingPageDisabled(),
      // It would look at every field of every answer; for how long one is true is told by its `validity`.
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
      limitsPlugin<Context>(settings.limits),
      tellUnforeseen(settings.onUnforeseen),
      learnReads(settings.reads),
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

/** Remembers the public reads that were answered without an error, and vouches for their answers. */
const learnReads = (reads: KnownReads): ApolloServerPlugin<Context> => ({
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
