import { createHash } from 'node:crypto';

import { type Body, utf8Of, quickest } from '../../utf8';
import { CompressedBodies, type CompressedForms } from '../compression/compressed-bodies';
import type { Compressor } from '../compression/compressor';
import { isUnchanged, validators, withoutEncoding } from '../compression/validators';
import type { Handled } from '../refusal';
import type { HttpRequest } from '../request';
import { type HttpResponse, sendBytes } from '../response';

/**
 * Returns a function that answers GET and HEAD with a text that does not change while the process runs. Each compressed
 * form is made when it is first needed, and kept. Browsers may keep the text, and ask whether it is still the same.
 */
export function textFile(text: string, compressor: Compressor) {
  const file: { body: Body; compressed: CompressedForms } = { body: quickest(utf8Of(text)), compressed: {} };
  const etag = `"${createHash('sha256').update(text).digest('base64url')}"`;
  const forms = new CompressedBodies(compressor);
  return (request: HttpRequest, response: HttpResponse): Handled => {
    const { encoding, fromBytes } = request.acceptedEncoding;
    const wanted = file.body.length < fromBytes ? null : encoding;
    const sendAs = (used: typeof encoding, form: Body | null): void => {
      const headers = {
        ...validators(etag, used),
        vary: 'Origin, Accept-Encoding',
        'cache-control': 'no-cache',
      };
      if (isUnchanged(request, headers.etag)) sendBytes(response, 304, withoutEncoding(headers), utf8Of(''));
      else sendBytes(response, 200, { ...headers, 'content-type': 'text/plain; charset=utf-8' }, form);
    };
    const ready = wanted === null ? file.body : file.compressed[wanted];
    if (wanted === null || ready !== undefined || request.isHead) return sendAs(wanted, ready ?? null);
    const keep = (form: Body): void => void (file.compressed = { ...file.compressed, [wanted]: form });
    return forms
      .formOf(file, wanted, response, keep)
      .then((form) => (form ? sendAs(wanted, form) : sendAs(null, file.body)));
  };
}
