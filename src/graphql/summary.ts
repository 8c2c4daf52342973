import { createHash } from 'node:crypto';

import type { OperationDefinitionNode } from 'graphql';

import { withoutCardNumbers } from './guards/card-numbers';

/** How much of a document's SHA-256 names it in the log, in hexadecimal digits. */
const HASH_DIGITS = 12;

/** Longer names are cut off in the log and in metrics. */
const LONGEST_NAME = 64;

/** An operation as the log and the metrics name it. */
export interface OperationFacts {
  /** Its name, as the document has it; empty for none. Bounded, and without a card number. */
  readonly name: string;
  /** The beginning of the SHA-256 of its document, in hexadecimal. */
  readonly hash: string;
}

/** Describes an operation of the document `source`. */
export const operationFacts = (source: string, operation: OperationDefinitionNode): OperationFacts => ({
  name: withoutCardNumbers((operation.name?.value ?? '').slice(0, LONGEST_NAME)),
  hash: createHash('sha256').update(source).digest('hex').slice(0, HASH_DIGITS),
});

/** What is noted of a request for the log and the metrics while it is answered. Never a value that the client sent. */
export class Summary {
  /** The operation, once its document was found to be valid. */
  operation: OperationFacts | null = null;
  /** The code of the first failure in the response: a member of `PollingResult` that reports one. */
  failure: string | null = null;
  /** The code of the first error in the response. */
  error: string | null = null;
}

/** Notes the code of the first error of a response, if it has one. */
export function noteError(
  summary: Summary,
  errors: readonly { readonly extensions?: Readonly<Record<string, unknown>> }[] | undefined,
): void {
  const first = errors?.[0];
  if (!first) return;
  const code = first.extensions?.['code'];
  summary.error = typeof code === 'string' ? code : 'INTERNAL_SERVER_ERROR';
}
