import { type DocumentNode, GraphQLError, type ParseOptions, parse } from 'graphql';

import { type Limits, overLimit } from './limits';

/** The option that stops GraphQL's parser at the limit. */
export const parseOptions = (limits: Limits): ParseOptions => ({ maxLexicalTokens: limits.tokens });

/** Whether the parser stopped at the limit. Only the message shows it, and that has a misprint in some releases. */
export const isOverTokens = (error: unknown): boolean =>
  error instanceof GraphQLError && /Document contains more tha[nt] \d+ tokens/.test(error.message);

/**
 * The document in `source`.
 *
 * @throws GraphQLError with the code `OVER_LIMIT` for too many tokens, or a syntax error.
 */
export function parseWithin(source: string, limits: Limits): DocumentNode {
  try {
    return parse(source, parseOptions(limits));
  } catch (error) {
    throw isOverTokens(error) ? overLimit('tokens', limits.tokens) : error;
  }
}
