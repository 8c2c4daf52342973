import Negotiator from 'negotiator';
import { Refusal } from '../server/refusal';
import { errorReply } from '../server/reply';
import type { Route } from '../routes/router';
import type { Call } from '../server/call';

const JSON_ONLY = ['application/json'];

/** The media type that the `Accept` header prefers among `types`; undefined if it allows none of them. */
export function acceptedType({ headers }: Call, types: readonly string[]): string | undefined {
  // An empty header counts as none.
  const accept = headers.accept?.trim() === '' ? undefined : headers.accept;
  return new Negotiator({ headers: { accept } }).mediaType([...types]);
}

/**
 * Checks that the `Accept` header allows what the route returns: JSON, or HTML for the captcha page.
 * @throws Refusal 406.
 */
export function checkAccept(call: Call, { types = JSON_ONLY }: Route): void {
  if (acceptedType(call, types) !== undefined) return;
  throw new Refusal(errorReply(406, 406, `Only ${types.join(' and ')} is available here`));
}
