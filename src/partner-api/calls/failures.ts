import { UpstreamNotFound, UpstreamUnauthorized } from '../errors';

/** Returns null for a 404. Throws every other failure. */
export function nullIfNotFound(error: unknown): null {
  if (error instanceof UpstreamNotFound) return null;
  throw error;
}

/** Returns null for a 404 and where the account is not enabled for the call. Throws every other failure. */
export function nullIfNotEnabled(error: unknown): null {
  if (error instanceof UpstreamUnauthorized && error.forbidsCall) return null;
  return nullIfNotFound(error);
}
