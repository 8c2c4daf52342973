import { z } from 'zod';

import { setting } from '../kinds';

/** Documents that frontends were built with. */
export const documentSettings = {
  PERSISTED_QUERIES: setting(z.string().min(1).optional(), {
    what:
      'The path of a JSON file of documents by their ids, as graphql-codegen, relay-compiler, Apollo Client, Apollo iOS ' +
      'or Apollo Kotlin writes it.',
    byDefault: 'none',
  }),
  PERSISTED_QUERIES_ONLY: setting(z.stringbool().default(false), {
    what: 'Whether only those documents are answered.',
    expected: 'give true or false',
  }),
};
