import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/** A frontend that may call, and the SHA-256 of its key in hex: the key itself is known to the frontend alone. */
export interface FrontendKey {
  readonly name: string;
  readonly sha256: string;
}

/** The header in which a frontend shows its key. */
export const FRONTEND_KEY_HEADER = 'x-frontend-key';

/**
 * Tells from a request which frontend sent it, by the name that goes with its key; null: by none of them. How long the
 * comparison takes says nothing of the keys.
 */
export function frontendReader(keys: readonly FrontendKey[]): (request: IncomingMessage) => string | null {
  const known = keys.map(({ name, sha256 }) => ({ name, digest: Buffer.from(sha256, 'hex') }));
  return ({ headers }) => {
    const shown = headers[FRONTEND_KEY_HEADER];
    if (typeof shown !== 'string') return null;
    const digest = createHash('sha256').update(shown).digest();
    return known.find((key) => timingSafeEqual(key.digest, digest))?.name ?? null;
  };
}
