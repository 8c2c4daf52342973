import { unwrapResolverError } from '@apollo/server/errors';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';

import {
  UpstreamError,
  UpstreamQueueFull,
  UpstreamThrottled,
  UpstreamTimeout,
  UpstreamUnauthorized,
  UpstreamUnavailable,
} from '../partner-api/errors';
import { StoreFailed } from '../storage/errors';
import { withoutCardNumbers } from './card-numbers';

/** The stable `extensions.code` of a read that upstream did not answer. */
function codeOf(error: UpstreamError): string {
  if (error instanceof UpstreamTimeout) return 'UPSTREAM_TIMEOUT';
  if (error instanceof UpstreamUnavailable) return 'UPSTREAM_UNAVAILABLE';
  if (error instanceof UpstreamThrottled) return 'UPSTREAM_THROTTLED';
  if (error instanceof UpstreamUnauthorized) return 'UPSTREAM_UNAUTHORIZED';
  if (error instanceof UpstreamQueueFull) return 'OVERLOADED';
  return 'UPSTREAM_UNEXPECTED';
}

/** Whether `error` is one that nobody foresaw: it goes to the log whole, and to the client as a bare sentence. */
export function isUnforeseen(error: unknown): boolean {
  const original = unwrapResolverError(error);
  return !(original instanceof GraphQLError) && !(original instanceof UpstreamError);
}

/**
 * An error as clients see it: a message and a stable code. What nobody foresaw is told as just that; neither its text
 * nor a stack leaves the process.
 */
export function formatError(formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError {
  const told = withCode(formatted, error);
  // Some messages quote what was sent.
  return { ...told, message: withoutCardNumbers(told.message) };
}

/** What graphql-js says of names that are nearly right. */
const SUGGESTION = / ?Did you mean .+\?$/s;

/** How errors are told to clients who may ask for the schema, or to those who may not even have hints at it. */
export const errorFormatter = (maySeeSchema: boolean): typeof formatError =>
  maySeeSchema
    ? formatError
    : (formatted, error) => {
        const told = formatError(formatted, error);
        return { ...told, message: told.message.replace(SUGGESTION, '') };
      };

function withCode(formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError {
  const original = unwrapResolverError(error);
  if (original instanceof UpstreamError) {
    const { message, retryable } = original;
    return { ...formatted, message, extensions: { code: codeOf(original), retryable } };
  }
  if (original instanceof StoreFailed) {
    return {
      ...formatted,
      message: original.message,
      extensions: { code: 'LEDGER_UNAVAILABLE', retryable: true },
    };
  }
  if (isUnforeseen(error)) {
    const { locations, path } = formatted;
    return {
      message: 'Something went wrong in the gateway.',
      ...(locations && { locations }),
      ...(path && { path }),
      extensions: { code: 'INTERNAL_SERVER_ERROR' },
    };
  }
  // Apollo calls a bad literal in a document a failed validation; a scalar that names its own code is more precise.
  const own = original instanceof GraphQLError ? original.originalError : undefined;
  const code = own instanceof GraphQLError ? own.extensions['code'] : undefined;
  return code === undefined ? formatted : { ...formatted, extensions: { ...formatted.extensions, code } };
}
