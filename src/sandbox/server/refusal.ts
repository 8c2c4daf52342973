import { errorReply, type Reply } from './reply';

/** Thrown where a rule refuses a call. The server sends its reply. */
export class Refusal extends Error {
  constructor(readonly reply: Reply) {
    super('refused');
  }
}

/** The manual's error codes, each with the HTTP status that edition 2015 sends with it. */
const ERRORS = {
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

/** The refusal with one of the manual's codes. `detail` is appended to its message; `status` replaces that of 2015. */
export function refusal(
  code: keyof typeof ERRORS,
  detail?: string,
  status: number = ERRORS[code].status,
): Refusal {
  const { message } = ERRORS[code];
  return new Refusal(errorReply(status, code, detail === undefined ? message : `${message}: ${detail}`));
}

/** 404: no such endpoint, event, order or polling URL. */
export function notFound(what: string): Refusal {
  return new Refusal(errorReply(404, 404, `No such ${what}`));
}

/** 405, with the methods that the path accepts. */
export function wrongMethod(allow: readonly string[]): Refusal {
  return new Refusal(errorReply(405, 405, 'Method not allowed', { Allow: allow.join(', ') }));
}
