import type { OutgoingHttpHeaders } from 'node:http';

import type { HttpRequest } from '../request';
import type { Encoding } from './encodings';

/**
 * The headers that name a representation: its encoding and its ETag. Each compressed form has a tag of its own, since a
 * strong tag stands for exact bytes.
 *
 * @param etag the tag of the uncompressed body, with its quotes.
 */
export const validators = (
  etag: string,
  encoding: Encoding | null,
): { etag: string; 'content-encoding'?: Encoding } =>
  encoding === null ? { etag } : { etag: `${etag.slice(0, -1)}-${encoding}"`, 'content-encoding': encoding };

/** Whether the client, or a cache on the way, has the representation with this tag. */
export function isUnchanged({ headers }: HttpRequest, etag: string): boolean {
  const has = headers['if-none-match']?.split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  return has !== undefined && (has.includes(etag) || has.includes('*'));
}

/** The headers of a 304, which has no body that could be encoded. */
export function withoutEncoding(headers: OutgoingHttpHeaders): OutgoingHttpHeaders {
  const others = { ...headers };
  delete others['content-encoding'];
  return others;
}
