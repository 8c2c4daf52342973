import type { Clock } from '../../clock';
import { type CartRecord, isEnded } from '../lifecycle/record';

/** How long after upstream's refusal one more reservation is tried, though none has ended. */
const TRY_AGAIN_MS = 5000;

/**
 * The reservations that the partner has upstream: "each partner owns a limited number of simultaneous reservations". The
 * limit is what the operator stated, and what upstream's refusals let be learned.
 */
export class Reservations {
  readonly #held = new Set<string>();
  #learned = Infinity;
  #tryAgainAtMs = -Infinity;

  /** @param most as the operator stated it; `Infinity`: not known. */
  constructor(
    private readonly most: number,
    private readonly clock: Clock,
  ) {}

  /** Takes note of a cart as it is now; undefined: it was forgotten. Returns whether a reservation has ended. */
  note(id: string, record: CartRecord | undefined): boolean {
    if (record && isReservation(record)) {
      this.#held.add(id);
      return false;
    }
    return this.#held.delete(id);
  }

  /** A reserve is about to be made for a cart. Over the learned limit it is the only try for a while. */
  claim(id: string): void {
    if (this.#held.size >= this.#learned) this.#tryAgainAtMs = this.clock.now() + TRY_AGAIN_MS;
    this.#held.add(id);
  }

  /** How many there are. */
  get size(): number {
    return this.#held.size;
  }

  /** When one more may be tried, by the clock: -Infinity for now, Infinity for as soon as one has ended. */
  get roomAtMs(): number {
    const { size } = this.#held;
    if (size >= this.most) return Infinity;
    if (size < this.#learned || this.clock.now() >= this.#tryAgainAtMs) return -Infinity;
    return this.#tryAgainAtMs;
  }

  /** Upstream refused a reserve since there are too many. */
  refused(): void {
    this.#learned = Math.max(this.#held.size, 1);
    this.#tryAgainAtMs = this.clock.now() + TRY_AGAIN_MS;
  }

  /** Upstream took a reserve: there may be as many as there are now. */
  accepted(): void {
    this.#learned = Math.max(this.#learned, this.#held.size);
  }
}

/** Whether upstream may hold seats for the cart, or a session. */
function isReservation(record: CartRecord): boolean {
  if (isEnded(record)) return false;
  if (record.state !== 'RESERVING') return true;
  return record.place === null || record.calling?.call === 'reserve';
}
