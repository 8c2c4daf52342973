import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/** A frontend that may call, and the SHA-256 of its key in hex: only the frontend has the key itself. */
export interface FrontendKey {
  readonly name: string;
  readonly sha256: string;
}

/** The header in which a frontend sends its key. */
export const FRONTEND_KEY_HEADER = 'x-frontend-key';

/**
 * Returns a function that gives the name of the frontend whose key a request carries; null: none. The duration of the
 * comparison reveals nothing about the keys.
 */
export function frontendReader(keys: readonly FrontendKey[]): (request: IncomingMessage) => string | null {
  const known = keys.map(({ name, sha256 }) => ({ name, digest: Buffer.from(sha256, 'hex') }));
  return ({ headers }) => {
    const key = headers[FRONTEND_KEY_HEADER];
    if (typeof key !== 'string') return null;
    const digest = createHash('sha256').update(key).digest();
    return known.find((frontend) => timingSafeEqual(frontend.digest, digest))?.name ?? null;
  };
}
