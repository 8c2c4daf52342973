import { IncomingMessage } from 'node:http';

import { type AcceptedEncoding, UNCOMPRESSED, encodingFor } from './compression/encodings';
import { type Accepted, acceptedBy } from './media-types';

const NO_TRANSFORM = /(?:^|,)\s*no-transform\s*(?:,|$)/i;

/** A request, with what is read out of it once and needed in several places. */
export class HttpRequest extends IncomingMessage {
  /** Names the request in responses and in the log. */
  id = '';
  /** When its head was received, by `performance.now()`. */
  receivedAtMs = 0;
  #accepted: Accepted | undefined;

  /** What the client accepts: negotiated here and nowhere else. */
  get accepted(): Accepted {
    return (this.#accepted ??= acceptedBy(this.headers.accept));
  }

  /** How the client wants its response compressed. With `Cache-Control: no-transform` it wants it as it is. */
  get acceptedEncoding(): AcceptedEncoding {
    const { 'accept-encoding': encodings, 'cache-control': cacheControl } = this.headers;
    return cacheControl !== undefined && NO_TRANSFORM.test(cacheControl)
      ? UNCOMPRESSED
      : encodingFor(encodings);
  }

  /** Whether the client wants a response without its body. */
  get isHead(): boolean {
    return this.method === 'HEAD';
  }

  /** The query of the address, with its question mark. */
  get search(): string {
    const { url = '' } = this;
    const at = url.indexOf('?');
    return at === -1 ? '' : url.slice(at);
  }
}
