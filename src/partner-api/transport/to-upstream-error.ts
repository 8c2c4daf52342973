import type { Dispatcher } from 'undici';
import { z } from 'zod';

import {
  type UpstreamError,
  UpstreamNonsense,
  UpstreamNotFound,
  UpstreamRefused,
  UpstreamReservationsFull,
  UpstreamUnauthorized,
  UpstreamUnavailable,
} from '../errors';
import { whole } from '../wire/tolerant';
import type { Received } from './exchange';

const errorBody = z.object({ error: z.object({ code: whole }) });

/** The error that a response of 300 or more stands for. */
export function toUpstreamError(response: Received, method: Dispatcher.HttpMethod): UpstreamError {
  const code = errorCode(response.text);
  const { status } = response;
  // What the gate refuses with 429 is sent again by the transport, and never comes here.
  if (status === 429) return new UpstreamReservationsFull();
  // 20001 is a refusal at either of its statuses: 400 in 2015, 503 in 2018.
  if (code !== null && code >= 10_000) return new UpstreamRefused(code, status);
  if (status === 401 || status === 403) return new UpstreamUnauthorized(status === 403);
  if (status === 404) return new UpstreamNotFound();
  if (status >= 500 || code === 502 || code === 504) return new UpstreamUnavailable(method !== 'GET', code);
  if (status < 400) return new UpstreamNonsense(`a redirect (${status})`);
  return new UpstreamRefused(code ?? status, status);
}

/** The number in `{"error": {"code"}}`, or null: the gate and proxies in front answer in other shapes. */
export function errorCode(text: string): number | null {
  try {
    const body = errorBody.safeParse(JSON.parse(text));
    return body.success ? body.data.error.code : null;
  } catch {
    return null;
  }
}
