import type { z } from 'zod';

import type { Limits } from '../../graphql/limits/limits';
import { count, setting } from '../kinds';

/** The most that one request may ask for. */
export const requestLimits = {
  MAX_BODY_BYTES: setting(count(65_536, 16_777_216), {
    what: 'The largest request body that is read. Compressed bodies are refused.',
    unit: 'bytes',
  }),
  MAX_JSON_DEPTH: setting(count(16, 1000), {
    what: 'How deep the JSON of a request may be nested.',
    unit: 'levels',
  }),
  MAX_QUERY_TOKENS: setting(count(2000, 10_000), {
    what: 'Lexical tokens of a GraphQL document.',
    unit: 'tokens',
  }),
  MAX_QUERY_DEPTH: setting(count(15, 100), {
    what: 'How deep fields may be nested.',
    unit: 'levels',
    why: 'Introspection as tools send it has 15 levels.',
  }),
  MAX_QUERY_ALIASES: setting(count(30, 10_000), {
    what:
      'Aliases in an operation, and fields that it selects again in the same selection set. Fragments count where ' +
      'they are spread.',
    unit: 'aliases',
  }),
  MAX_ROOT_FIELDS: setting(count(20, 10_000), {
    what: 'Root fields of a document, all its operations together.',
    unit: 'fields',
  }),
  MAX_DIRECTIVES: setting(count(50, 10_000), {
    what: 'Directives in an operation. Fragments count where they are spread.',
    unit: 'directives',
  }),
  MAX_FRAGMENTS: setting(count(100, 10_000), {
    what: 'How often an operation spreads fragments, those within fragments included.',
    unit: 'spreads',
  }),
  MAX_LIST_SIZE: setting(count(100, 100_000), {
    what: 'Entries of a list that is sent as input.',
    unit: 'entries',
  }),
  MAX_COST: setting(count(160_000, 1_000_000_000), {
    what: 'The cost of an operation: 1 for each field of a large answer, more for what calls upstream.',
    unit: 'points',
    why: 'The default admits every field of the largest event once.',
  }),
};

/** The same limits under the names that the code uses. */
export const limitsIn = (env: z.infer<z.ZodObject<typeof requestLimits>>): Limits => ({
  bodyBytes: env.MAX_BODY_BYTES,
  jsonDepth: env.MAX_JSON_DEPTH,
  tokens: env.MAX_QUERY_TOKENS,
  depth: env.MAX_QUERY_DEPTH,
  aliases: env.MAX_QUERY_ALIASES,
  rootFields: env.MAX_ROOT_FIELDS,
  directives: env.MAX_DIRECTIVES,
  fragments: env.MAX_FRAGMENTS,
  listSize: env.MAX_LIST_SIZE,
  cost: env.MAX_COST,
});
