import type { ServerResponse } from 'node:http';
import type { Reply } from './reply';

/** Sends a reply. A client that has disconnected is not an error. */
export function send(res: ServerResponse, { status, headers, body }: Reply): void {
  // RFC 9110: a 204 has no Content-Length.
  const length = status === 204 ? {} : { 'Content-Length': Buffer.byteLength(body) };
  res.writeHead(status, { ...headers, ...length });
  res.end(body);
}
