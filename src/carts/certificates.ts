import type { Clock } from '../clock';
import type { PaymentCertificate } from '../partner-api/model/payment';

/** "Good for 24 hours." */
const LIFE_MS = 24 * 60 * 60_000;
/** A certificate is not used in its last hour. */
const MARGIN_MS = 60 * 60_000;

/** A certificate, and the time of the steady clock until which it is valid. */
export interface DatedCertificate {
  readonly certificate: PaymentCertificate;
  readonly goodUntilMs: number;
}

/** The latest card certificate, which serves every cart until it is too old. */
export class Certificates {
  #latest: DatedCertificate | undefined;

  constructor(private readonly clock: Pick<Clock, 'now'>) {}

  /** The latest certificate, or else what `fetch` resolves to. Null if that is null. */
  async get(fetch: () => Promise<PaymentCertificate | null>): Promise<DatedCertificate | null> {
    if (this.#latest && this.clock.now() <= this.#latest.goodUntilMs - MARGIN_MS) return this.#latest;
    const askedAtMs = this.clock.now();
    const certificate = await fetch();
    if (!certificate) return null;
    return (this.#latest = { certificate, goodUntilMs: askedAtMs + LIFE_MS });
  }
}
