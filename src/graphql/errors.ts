import { unwrapResolverError } from '@apollo/server/errors';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';

import {
  EditionLacks,
  UpstreamDown,
  UpstreamError,
  UpstreamQueueFull,
  UpstreamReservationsFull,
  UpstreamThrottled,
  UpstreamTimeout,
  UpstreamUnauthorized,
  UpstreamUnavailable,
} from '../partner-api/errors';
import { StoreFailed } from '../storage/errors';
import type { ErrorCode } from './error-codes';
import { withoutCardNumbers } from './guards/card-numbers';

/** Returns the stable `extensions.code` for a read that upstream did not answer. */
function codeOf(error: UpstreamError): ErrorCode {
  if (error instanceof UpstreamTimeout) return 'UPSTREAM_TIMEOUT';
  if (error instanceof UpstreamUnavailable) return 'UPSTREAM_UNAVAILABLE';
  if (error instanceof UpstreamThrottled || error instanceof UpstreamReservationsFull)
    return 'UPSTREAM_QUOTA';
  if (error instanceof UpstreamUnauthorized) return 'UPSTREAM_UNAUTHORIZED';
  if (error instanceof UpstreamQueueFull) return 'OVERLOADED';
  if (error instanceof EditionLacks) return 'BAD_USER_INPUT';
  return 'UPSTREAM_UNEXPECTED';
}

/** Whether `error` is unexpected. Such an error is logged whole; the client gets only a general message. */
export function isUnexpected(error: unknown): boolean {
  const original = unwrapResolverError(error);
  return !(original instanceof GraphQLError) && !(original instanceof UpstreamError);
}

/**
 * Formats an error for clients: a message and a stable code. The text of an unexpected error does not leave the process,
 * nor does any stack.
 */
export function formatError(formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError {
  const coded = withCode(formatted, error);
  // Some messages quote the client's input.
  return { ...coded, message: withoutCardNumbers(coded.message) };
}

/** graphql-js appends this to messages about a name that resembles a known one. */
const SUGGESTION = / ?Did you mean .+\?$/s;

/** Returns `formatError`; without the hints at the schema for clients that may not see it. */
export const errorFormatter = (maySeeSchema: boolean): typeof formatError =>
  maySeeSchema
    ? formatError
    : (formatted, error) => {
        const coded = formatError(formatted, error);
        return { ...coded, message: coded.message.replace(SUGGESTION, '') };
      };

function withCode(formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError {
  const original = unwrapResolverError(error);
  if (original instanceof UpstreamError) {
    const { message, retryable } = original;
    const saysWhen = original instanceof UpstreamThrottled || original instanceof UpstreamDown;
    const retryAfterSeconds = saysWhen ? original.retryAfterSeconds : null;
    const extensions = {
      code: codeOf(original),
      retryable,
      ...(retryAfterSeconds !== null && { retryAfterSeconds }),
    };
    return { ...formatted, message, extensions };
  }
  if (original instanceof StoreFailed) {
    return {
      ...formatted,
      message: original.message,
      extensions: { code: 'LEDGER_UNAVAILABLE', retryable: true },
    };
  }
  if (isUnexpected(error)) {
    const { locations, path } = formatted;
    return {
      message: 'Unexpected error in the gateway.',
      ...(locations && { locations }),
      ...(path && { path }),
      extensions: { code: 'INTERNAL_SERVER_ERROR' },
    };
  }
  // For Apollo, a bad literal in a document is a failed validation. The code of a scalar is more precise.
  const own = original instanceof GraphQLError ? original.originalError : undefined;
  const code = own instanceof GraphQLError ? own.extensions['code'] : codeOfExecution(formatted, own);
  return code === undefined ? formatted : { ...formatted, extensions: { ...formatted.extensions, code } };
}

/**
 * The code of an error that graphql-js raised while executing. It has no code and no cause of its own only for an argument
 * that is null by its variable, which is the client's mistake.
 */
const codeOfExecution = (
  { path, extensions }: GraphQLFormattedError,
  cause: unknown,
): ErrorCode | undefined =>
  path !== undefined && cause === undefined && extensions?.['code'] === 'INTERNAL_SERVER_ERROR'
    ? 'BAD_USER_INPUT'
    : undefined;
