/** An HTTP response as data. An empty body has no Content-Type. */
export interface Reply {
  status: number;
  headers: Record<string, string>;
  body: string;
}

/** A JSON reply. */
export function json(status: number, value: unknown, headers: Record<string, string> = {}): Reply {
  return {
    status,
    headers: { 'Content-Type': 'application/json;charset=UTF-8', ...headers },
    body: JSON.stringify(value),
  };
}

/** An HTML page. */
export function html(status: number, page: string, headers: Record<string, string> = {}): Reply {
  return { status, headers: { 'Content-Type': 'text/html;charset=UTF-8', ...headers }, body: page };
}

/** A reply without a body, such as 204 after a delete. */
export function empty(status: number): Reply {
  return { status, headers: {}, body: '' };
}

/** The API's error body: `{"error": {message, code, http_code, severity}}`. */
export function errorReply(
  status: number,
  code: number,
  message: string,
  headers: Record<string, string> = {},
): Reply {
  return json(status, { error: { message, code, http_code: status, severity: 'ERROR' } }, headers);
}

/** The error body of the gate in front of the API (keys, tokens, quotas): `{"fault": …}` without `error`. */
export function gateFault(status: number, errorcode: string, faultstring: string): Reply {
  return json(status, { fault: { faultstring, detail: { errorcode } } });
}
