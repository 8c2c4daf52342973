import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/**
 * Returns a function that reports whether the operator sent a request: with the header `Authorization: Bearer …` and the
 * operator's token. The duration of the comparison reveals nothing about the token.
 *
 * @param token null: no request is the operator's.
 */
export function operatorReader(token: string | null): (request: IncomingMessage) => boolean {
  if (token === null) return () => false;
  const expected = digest(token);
  return ({ headers }) => {
    const sent = /^Bearer +(\S+)$/i.exec(headers.authorization ?? '')?.[1];
    return sent !== undefined && timingSafeEqual(digest(sent), expected);
  };
}
