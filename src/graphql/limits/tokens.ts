import { type DocumentNode, GraphQLError, type ParseOptions, parse } from 'graphql';

import { type Limits, overLimit } from './limits';

/** How GraphQL's parser is told to stop at the limit: it has then read no more than that many tokens. */
export const parseOptions = (limits: Limits): ParseOptions => ({ maxLexicalTokens: limits.tokens });

/** Whether the parser stopped at the limit. It has only a sentence for it, with a slip in it. */
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
