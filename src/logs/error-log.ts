import type { Logger } from 'pino';

/**
 * Logs an unexpected error with the id of its request: its type, message and stack, and those of its cause. Other
 * properties are left out, since an error of a library may carry a whole request or response.
 */
export const logUnexpected = (logger: Logger, error: unknown, requestId: string): void =>
  logger.error({ error: described(error, true), requestId }, 'unexpected error');

function described(error: unknown, withCause: boolean): Readonly<Record<string, unknown>> {
  if (!(error instanceof Error)) return { type: typeof error };
  const { name, message, stack, cause } = error;
  return {
    type: name,
    message,
    stack,
    ...(withCause && cause !== undefined && { cause: described(cause, false) }),
  };
}
