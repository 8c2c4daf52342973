import { type Body, bufferOf, bodyOf } from '../../utf8';
import type { HttpResponse } from '../response';
import type { Compressor } from './compressor';
import type { Encoding } from './encodings';

/** The compressed forms of a body, by encoding. */
export type CompressedForms = Readonly<Partial<Record<Encoding, Body>>>;

/** A body that can be sent compressed. */
export interface Compressible {
  readonly body: Body;
  /** Its compressed forms, as far as they are stored. */
  readonly compressed?: CompressedForms;
}

interface UnderWay {
  readonly result: Promise<Body | null>;
  readonly responses: HttpResponse[];
}

/** Compresses each body once for all requests that want it at the same time. */
export class CompressedBodies {
  readonly #underWay = new WeakMap<Compressible, Partial<Record<Encoding, UnderWay>>>();

  constructor(private readonly compressor: Compressor) {}

  /**
   * The compressed form of a body, for `response`.
   *
   * @param keep called with a new form, to store it.
   * @returns null if the body is to be sent as it is.
   */
  formOf(
    from: Compressible,
    encoding: Encoding,
    response: HttpResponse,
    keep: (form: Body) => void = () => {},
  ): Promise<Body | null> {
    const ofBody = this.#underWay.get(from) ?? {};
    this.#underWay.set(from, ofBody);
    const present = ofBody[encoding];
    if (present) {
      present.responses.push(response);
      return present.result;
    }
    const responses = [response];
    const compress = async (): Promise<Body | null> => {
      const isWanted = () => responses.some(({ closed }) => !closed);
      const bytes = await this.compressor.compress(bufferOf(from.body), encoding, isWanted);
      delete ofBody[encoding];
      if (!bytes) return null;
      const form = bodyOf(bytes);
      keep(form);
      return form;
    };
    const result = compress();
    ofBody[encoding] = { result, responses };
    return result;
  }
}
