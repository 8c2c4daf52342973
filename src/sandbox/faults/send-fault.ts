import type { ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { errorReply, gateFault, html, json, type Reply } from '../server/reply';
import { send } from '../server/send';
import type { Fault, ResponseFault } from './faults';

const PROXY_PAGE = '<!doctype html><html><head><title>Oops</title></head><body>Bad gateway</body></html>';
const HUGE_BYTES = 30_000_000;
const HUGE_CHUNK = `${JSON.stringify({ filler: 'x'.repeat(64_000) })},`;

/** Responds as a fault prescribes. `work` carries out the call and returns its real reply. */
export function sendFault(res: ServerResponse, fault: ResponseFault, work: () => Reply): void {
  const headers = fault.headers ?? {};
  switch (fault.kind) {
    case 'resetBefore':
      res.socket?.destroy();
      return;
    case 'resetAfter':
      work();
      res.socket?.destroy();
      return;
    case 'statusAfter':
      work();
      send(res, withHeaders(statusReply(fault, 500), headers));
      return;
    case 'hang':
      return;
    case 'truncated':
      truncate(res, work());
      return;
    case 'huge':
      res.writeHead(200, { 'Content-Type': 'application/json', ...headers });
      Readable.from(hugeBody()).pipe(res);
      return;
    case 'empty':
      send(res, { status: 200, headers, body: '' });
      return;
    case 'html':
      send(res, html(fault.status ?? 502, PROXY_PAGE, headers));
      return;
    case 'status':
      send(res, withHeaders(statusReply(fault, 503), headers));
      return;
    case 'json':
      send(res, withHeaders(givenBody(fault, 200), headers));
      return;
  }
}

function statusReply(fault: Fault, defaultStatus: number): Reply {
  return fault.body === undefined
    ? failedReply(fault.status ?? defaultStatus)
    : givenBody(fault, defaultStatus);
}

/** The gate's shape for what the gate refuses, the API's own for the rest. */
function failedReply(status: number): Reply {
  if (status === 401 || status === 429) return gateFault(status, 'sandbox.fault', `Refused with ${status}`);
  return errorReply(status, status, `Failed with ${status}`);
}

function givenBody({ body, status }: Fault, defaultStatus: number): Reply {
  const reply = json(status ?? defaultStatus, body ?? null);
  return typeof body === 'string' ? { ...reply, body } : reply;
}

function withHeaders(reply: Reply, headers: Record<string, string>): Reply {
  return { ...reply, headers: { ...reply.headers, ...headers } };
}

/** Sends the first half of the body with the length of the whole, then closes the connection. */
function truncate(res: ServerResponse, { status, headers, body }: Reply): void {
  const bytes = Buffer.from(body);
  res.writeHead(status, { ...headers, 'Content-Length': bytes.length });
  res.write(bytes.subarray(0, bytes.length >> 1), () => res.socket?.destroySoon());
}

function* hugeBody(): Generator<string> {
  yield '[';
  for (let sent = 0; sent < HUGE_BYTES; sent += HUGE_CHUNK.length) yield HUGE_CHUNK;
  yield 'null]';
}
