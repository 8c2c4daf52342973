import { z } from 'zod';

import {
  UpstreamError,
  UpstreamNonsense,
  UpstreamQueueFull,
  UpstreamRefused,
  UpstreamThrottled,
  UpstreamTimeout,
  UpstreamUnauthorized,
  UpstreamUnavailable,
} from '../errors';
import { jsonOf } from '../wire/json';
import type { UsableToken } from './access-token';
import type { ApiAddress } from './api-address';
import type { Received, Sent } from './exchange';
import { toUpstreamError } from './to-upstream-error';

const tokenResponse = z.object({
  access_token: z.string().min(1),
  // The manual shows a string: "expires_in": "3599".
  expires_in: z.coerce.number().positive(),
});

/** The last part of a token's life, in which another is requested already: no token may expire on its way. */
const RENEW_AHEAD = 0.1;

/** The request for an access token: RFC 6749, client credentials. */
export const tokenRequest = (address: ApiAddress, apiKey: string, apiSecret: string): Sent => ({
  origin: address.origin,
  method: 'POST',
  path: address.target({ method: 'POST', path: '/oauth/accesstoken', keyInQuery: true }),
  headers: {
    accept: 'application/json',
    authorization: `Basic ${Buffer.from(`${apiKey}:${apiSecret}`).toString('base64')}`,
    'content-type': 'application/x-www-form-urlencoded',
  },
  body: 'grant_type=client_credentials',
});

/** Reads a granted token. Throws UpstreamError where there is none. */
export function readToken(response: Received): UsableToken {
  const { status } = response;
  // RFC 6749 refuses wrong credentials with 400, and some gates do with 403.
  if (status === 400 || status === 403) throw new UpstreamUnauthorized();
  if (status >= 300) throw toUpstreamError(response, 'POST');
  const granted = tokenResponse.safeParse(jsonOf(response));
  if (!granted.success) throw new UpstreamNonsense('no access token in it');
  const { access_token: value, expires_in: lifetimeSeconds } = granted.data;
  return { value, usableMs: lifetimeSeconds * 1000 * (1 - RENEW_AHEAD) };
}

/**
 * What a failed request for a token means to the call that needs it, which was never sent. A refusal with a number, or a
 * token endpoint that is not found, says nothing about the call's own event or cart.
 */
export function whyNoToken(error: unknown): unknown {
  if (!(error instanceof UpstreamError)) return error;
  if (error instanceof UpstreamTimeout) return new UpstreamTimeout(false);
  const appliesToCall =
    error instanceof UpstreamUnauthorized ||
    error instanceof UpstreamThrottled ||
    error instanceof UpstreamQueueFull;
  if (appliesToCall) return error;
  const upstreamCode =
    error instanceof UpstreamUnavailable || error instanceof UpstreamRefused ? error.upstreamCode : null;
  return new UpstreamUnavailable(false, upstreamCode, { cause: error });
}
