import type { ApolloServerPlugin } from '@apollo/server';
import type { GraphQLSchema } from 'graphql';

import type { Clock, WallClock } from '../clock';
import type { Context } from '../graphql/context';
import type { Limits } from '../graphql/limits/limits';
import { KnownReads } from './known-reads';
import { learnReads } from './learn-reads';
import { ReadyAnswers } from './ready-answers';

export interface FastReadsParts {
  readonly schema: GraphQLSchema;
  readonly limits: Limits;
  /** How much memory the stored replies may take, and as much again the JSON of single events. */
  readonly maxBytes: number;
  /** The clock of the catalogue. */
  readonly clock: Clock;
  /** The clock for the time of day. */
  readonly wallClock: WallClock;
}

/**
 * Everything that answers reads of public data without Apollo Server. A gateway without it sends the same replies, only
 * slower, and lets no HTTP cache store them.
 */
export interface FastReads {
  /** Whole replies to requests that came before. */
  readonly ready: ReadyAnswers;
  /** Documents that came before. */
  readonly known: Pick<KnownReads, 'execute'>;
  /** Learns the documents as Apollo Server answers them. */
  readonly plugin: ApolloServerPlugin<Context>;
}

export function createFastReads({ schema, limits, maxBytes, clock, wallClock }: FastReadsParts): FastReads {
  const known = new KnownReads(schema, limits, maxBytes);
  return { ready: new ReadyAnswers(maxBytes, clock, wallClock), known, plugin: learnReads(known) };
}
