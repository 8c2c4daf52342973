import type { ServerResponse } from 'node:http';
import type { Answer } from './answers';

/** Writes an answer out. A client that is gone is no error. */
export function send(res: ServerResponse, { status, headers, body }: Answer): void {
  // RFC 9110: a 204 has no Content-Length.
  const length = status === 204 ? {} : { 'Content-Length': Buffer.byteLength(body) };
  res.writeHead(status, { ...headers, ...length });
  res.end(body);
}
