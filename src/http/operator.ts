import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/**
 * Tells from a request whether the operator's desk sent it: by the header `Authorization: Bearer …` with the operator's
 * token. How long the comparison takes says nothing of the token.
 *
 * @param token null: there is no desk, and so no request is its own.
 */
export function operatorReader(token: string | null): (request: IncomingMessage) => boolean {
  if (token === null) return () => false;
  const expected = digest(token);
  return ({ headers }) => {
    const shown = /^Bearer +(\S+)$/i.exec(headers.authorization ?? '')?.[1];
    return shown !== undefined && timingSafeEqual(digest(shown), expected);
  };
}
