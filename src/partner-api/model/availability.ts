import type { Money } from './money';

/** The free seats of an event at the time of the response. `null` means that upstream does not state the value. */
export interface Availability {
  /** The most tickets that one shopper may hold; null also where there is no limit. */
  readonly ticketLimit: number | null;
  /** Whether a reserve must not leave a single free seat between taken ones. */
  readonly restrictSingle: boolean;
  readonly blocks: readonly AvailabilityBlock[];
}

/** Seats with the same offers. */
export interface AvailabilityBlock {
  readonly remaining: number | null;
  readonly total: number | null;
  readonly ticketLimit: number | null;
  readonly rows: readonly AvailabilityRow[];
  readonly offers: readonly AvailabilityOffer[];
}

export interface AvailabilityRow {
  readonly section: string | null;
  readonly row: string | null;
  readonly seats: readonly string[];
  /** One for each of `seats` and in their order, or none at all. */
  readonly placeIds: readonly string[];
  readonly hasEvenOddMix: boolean | null;
}

export interface AvailabilityOffer {
  readonly ticketId: string | null;
  readonly name: string | null;
  readonly description: string | null;
  readonly priceLevelId: string | null;
  readonly faceValue: Money | null;
  readonly charges: readonly AvailabilityCharge[];
}

export interface AvailabilityCharge {
  readonly reason: string | null;
  readonly kind: string | null;
  readonly amount: Money | null;
}
