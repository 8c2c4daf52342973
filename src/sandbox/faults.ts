import type { ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { z } from 'zod';
import { errorAnswer, gateAnswer, html, json, type Answer } from './answers';
import { ROUTE_NAMES, type RouteName } from './routes';
import { send } from './send';

const KINDS = [
  'latency',
  'status',
  'resetBefore',
  'resetAfter',
  'statusAfter',
  'hang',
  'html',
  'empty',
  'truncated',
  'huge',
  'json',
] as const;

/** Faults as they are asked for over HTTP. */
export const faultList = z.array(
  z.strictObject({
    /** The calls that go wrong. */
    route: z.enum(ROUTE_NAMES),
    /**
     * `latency` waits and goes on; `resetAfter`, `statusAfter` and `truncated` do the work and spoil the answer; all
     * others come in place of the work.
     */
    kind: z.enum(KINDS),
    /** For `latency`, by the real clock. */
    delayMs: z.number().nonnegative().optional(),
    /** For `status` (503 if not given), `statusAfter` (500), `html` (502) and `json` (200). */
    status: z.int().min(200).max(599).optional(),
    /** For `status`, `statusAfter` and `json`; a string is sent as it is. */
    body: z.unknown().optional(),
    /** Added to the answer of `status`, `statusAfter`, `html`, `empty`, `huge` and `json`. */
    headers: z.record(z.string(), z.string()).optional(),
    /** How many calls it meets; until cleared if not given. */
    times: z.int().positive().optional(),
    /** Only calls that name this event, or a cart that has it. */
    eventId: z.string().optional(),
  }),
);

/** Something that goes wrong on demand. */
export type Fault = z.infer<typeof faultList>[number];
/** A fault that decides the answer, which latency does not. */
type Ending = Fault & { kind: Exclude<Fault['kind'], 'latency'> };

const PROXY_PAGE = '<!doctype html><html><head><title>Oops</title></head><body>Bad gateway</body></html>';
const HUGE_BYTES = 30_000_000;
const HUGE_PIECE = `${JSON.stringify({ filler: 'x'.repeat(64_000) })},`;

/** The faults in force. */
export class Faults {
  private list: { fault: Fault; left: number }[] = [];

  /** Replaces all faults. */
  set(faults: readonly Fault[]): void {
    this.list = faults.map((fault) => ({ fault, left: fault.times ?? Infinity }));
  }

  /** Uses up what meets this call: every latency up to the first fault of another kind, and that one. */
  take(route: RouteName, eventId: string | null): { delayMs: number; ending: Ending | null } {
    let delayMs = 0;
    for (const entry of this.list) {
      const { fault } = entry;
      if (fault.route !== route || entry.left === 0) continue;
      if (fault.eventId !== undefined && fault.eventId !== eventId) continue;
      entry.left -= 1;
      if (isEnding(fault)) return { delayMs, ending: fault };
      delayMs += fault.delayMs ?? 0;
    }
    return { delayMs, ending: null };
  }
}

/** Answers as a fault has it. `work` is the real thing. */
export function goWrong(res: ServerResponse, fault: Ending, work: () => Answer): void {
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
      send(res, withHeaders(statusAnswer(fault, 500), headers));
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
      send(res, withHeaders(statusAnswer(fault, 503), headers));
      return;
    case 'json':
      send(res, withHeaders(given(fault, 200), headers));
      return;
  }
}

function statusAnswer(fault: Fault, otherwise: number): Answer {
  return fault.body === undefined ? failed(fault.status ?? otherwise) : given(fault, otherwise);
}

/** The gate's shape for what the gate refuses, the API's own for the rest. */
function failed(status: number): Answer {
  if (status === 401 || status === 429) return gateAnswer(status, 'sandbox.fault', `Refused with ${status}`);
  return errorAnswer(status, status, `Failed with ${status}`);
}

function given({ body, status }: Fault, otherwise: number): Answer {
  const answer = json(status ?? otherwise, body ?? null);
  return typeof body === 'string' ? { ...answer, body } : answer;
}

function withHeaders(answer: Answer, headers: Record<string, string>): Answer {
  return { ...answer, headers: { ...answer.headers, ...headers } };
}

/** Half of the answer under the length of the whole. */
function truncate(res: ServerResponse, { status, headers, body }: Answer): void {
  const bytes = Buffer.from(body);
  res.writeHead(status, { ...headers, 'Content-Length': bytes.length });
  res.write(bytes.subarray(0, bytes.length >> 1), () => res.socket?.destroySoon());
}

function* hugeBody(): Generator<string> {
  yield '[';
  for (let sent = 0; sent < HUGE_BYTES; sent += HUGE_PIECE.length) yield HUGE_PIECE;
  yield 'null]';
}

function isEnding(fault: Fault): fault is Ending {
  return fault.kind !== 'latency';
}
