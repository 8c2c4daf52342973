import { type IncomingHttpHeaders, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** An upstream that knows no event, and writes down with what headers it was asked. */
export interface RecordingUpstream {
  readonly url: string;
  /** The headers of the event reads so far, the latest last. */
  readonly seen: IncomingHttpHeaders[];
  readonly close: () => Promise<void>;
}

/** Starts one. */
export async function startRecordingUpstream(): Promise<RecordingUpstream> {
  const seen: IncomingHttpHeaders[] = [];
  const server = createServer((request, response) => {
    request.resume();
    if (request.url?.startsWith('/oauth/')) {
      response.end(JSON.stringify({ access_token: 'token', expires_in: '3599' }));
      return;
    }
    seen.push(request.headers);
    response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    seen,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
