import fc from 'fast-check';
import { escapeLiteral } from 'pg';

import { quoted } from '../../../src/storage/postgres/sql';

/** Texts with many of the characters that matter. */
const text = fc.array(
  fc.oneof(fc.constantFrom("'", '\\', "''", '\\\\', "\\'", '"', '$$', ' E'), fc.string()),
);

it('a text in a statement is quoted as the library quotes it, whatever it holds', () => {
  fc.assert(
    fc.property(text, (parts) => {
      expect(quoted(parts.join(''))).toBe(escapeLiteral(parts.join('')));
    }),
    { numRuns: 1000 },
  );
});
