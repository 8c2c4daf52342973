/** An HTTP answer as data. Without a body there is no Content-Type either. */
export interface Answer {
  status: number;
  headers: Record<string, string>;
  body: string;
}

/** A JSON answer. */
export function json(status: number, value: unknown, headers: Record<string, string> = {}): Answer {
  return {
    status,
    headers: { 'Content-Type': 'application/json;charset=UTF-8', ...headers },
    body: JSON.stringify(value),
  };
}

/** A page for a browser. */
export function html(status: number, page: string, headers: Record<string, string> = {}): Answer {
  return { status, headers: { 'Content-Type': 'text/html;charset=UTF-8', ...headers }, body: page };
}

/** An answer without a body, such as 204 after a delete. */
export function bare(status: number): Answer {
  return { status, headers: {}, body: '' };
}

/** The API's own error body: `{"error": {message, code, http_code, severity}}`. */
export function errorAnswer(
  status: number,
  code: number,
  message: string,
  headers: Record<string, string> = {},
): Answer {
  return json(status, { error: { message, code, http_code: status, severity: 'ERROR' } }, headers);
}

/** The shape of the gate in front of the API (keys, tokens, quotas): `{"fault": …}` and no `error`. */
export function gateAnswer(status: number, errorcode: string, faultstring: string): Answer {
  return json(status, { fault: { faultstring, detail: { errorcode } } });
}

/** Thrown wherever a rule refuses a call; the server sends its answer. */
export class Refusal extends Error {
  constructor(readonly answer: Answer) {
    super('refused');
  }
}

/** The manual's error codes, each with the HTTP status that edition 2015 sends with it. */
const REFUSALS = {
  10002: { status: 400, message: 'Invalid input data type' },
  10004: { status: 401, message: 'Unauthorized: captcha token missing' },
  10031: { status: 400, message: 'Captcha solution is wrong or stale' },
  10104: { status: 400, message: 'Unknown delivery method' },
  10161: { status: 400, message: 'Over the ticket limit' },
  20001: { status: 400, message: 'Ticketing system is down for maintenance (niterun)' },
  20046: { status: 400, message: 'No usable ticket types for this channel' },
  20052: { status: 400, message: 'No inventory matches the request' },
  20122: { status: 400, message: 'Payment not accepted' },
  20129: { status: 400, message: 'Payment method has no funds' },
  20152: { status: 400, message: 'Security code is invalid' },
  90001: { status: 403, message: 'Event is not API transactable' },
  90003: { status: 400, message: 'Invalid or stale cart' },
} as const;

/** The refusal with one of the manual's codes; `detail` is added to its message. */
export function refusal(code: keyof typeof REFUSALS, detail?: string): Refusal {
  const { status, message } = REFUSALS[code];
  return new Refusal(errorAnswer(status, code, detail === undefined ? message : `${message}: ${detail}`));
}

/** 404: no such endpoint, event or polling URL. */
export function notFound(what: string): Refusal {
  return new Refusal(errorAnswer(404, 404, `No such ${what}`));
}
