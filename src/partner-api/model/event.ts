import type { ClosedHours } from './closed-hours';
import type { Money } from './money';

/*
 * An event: upstream's details, validated, renamed and typed. `null` means that upstream does not state the value. Dates
 * are RFC 3339 in UTC, ids are text. Objects refer to each other (an area to its price levels and back), so an event
 * cannot be serialized.
 */

export interface PartnerEvent {
  readonly id: string;
  readonly apiTransactable: boolean;
  /** When its host is closed at night. */
  readonly closedHours: ClosedHours;
  readonly name: string | null;
  readonly url: string | null;
  readonly startsAt: string | null;
  readonly onsaleAt: string | null;
  readonly offsaleAt: string | null;
  readonly publishedAt: string | null;
  readonly presales: readonly Presale[];
  readonly statuses: readonly EventStatus[];
  readonly currency: string | null;
  readonly priceRange: PriceRange | null;
  readonly tickets: readonly Ticket[];
  /** The most tickets one shopper may hold; null where there is no limit. */
  readonly ticketLimit: number | null;
  readonly areaGroups: readonly AreaGroup[];
  readonly priceLevels: readonly PriceLevel[];
  readonly searchCriteria: readonly string[];
  readonly artists: readonly Artist[];
  readonly promoter: { readonly promoterId: string | null; readonly name: string | null } | null;
  readonly notes: readonly EventNote[];
  readonly image: Image | null;
  readonly facilityFeeIncluded: boolean | null;
  readonly serviceFeeIncluded: boolean | null;
  readonly purchaseOrganization: string | null;
  readonly typeId: number | null;
  readonly venue: Venue | null;
}

/** An event that parses the JSON of its details when needed. */
export interface EventAsRead extends PartnerEvent {
  /**
   * Frees everything but the JSON, until the event is used again. Most events are used once, and their parsed parts take
   * much memory. What is parsed when the event is used again stays.
   */
  dropParsed(): void;
  /** Its details as upstream's JSON, from which `PartnerApi.eventIn` makes the same event in another process. */
  json(): string;
}

export interface Presale {
  readonly label: string | null;
  readonly startsAt: string | null;
  readonly endsAt: string | null;
}

export type EventStatusKind = 'ONSALE' | 'OFFSALE' | 'CANCELLED' | 'POSTPONED' | 'RESCHEDULED' | 'UNKNOWN';

export interface EventStatus {
  readonly kind: EventStatusKind;
  readonly rawKind: string;
  readonly since: string | null;
}

export interface PriceRange {
  readonly description: string | null;
  readonly min: PriceRangeEnd | null;
  readonly max: PriceRangeEnd | null;
}

export interface PriceRangeEnd {
  readonly display: Money | null;
  readonly faceValue: Money | null;
  readonly fees: Money | null;
}

export interface Ticket {
  readonly ticketId: string;
  readonly description: string | null;
  readonly prices: readonly Price[];
  readonly quantities: QuantityRule | null;
  readonly areas: readonly Area[];
}

/** How many tickets of a type may be reserved at once; null where upstream's 0 means "no rule". */
export interface QuantityRule {
  readonly exact: number | null;
  readonly minimum: number | null;
  readonly multiple: number | null;
  readonly limit: number | null;
}

export interface Price {
  readonly priceId: string;
  readonly amount: Money;
  readonly displayAmount: Money;
  readonly charges: readonly Charge[];
  readonly level: PriceLevel | null;
}

export type ChargeKind =
  | 'FACE_VALUE'
  | 'FACE_VALUE_TAX'
  | 'FACILITY'
  | 'SERVICE'
  | 'SERVICE_TAX'
  | 'SERVICE_TAX2'
  | 'DISTANCE'
  | 'UNKNOWN';

export interface Charge {
  readonly kind: ChargeKind;
  readonly rawKind: string;
  readonly amount: Money;
  readonly tax: Money | null;
  readonly quantity: number | null;
}

export interface PriceLevel {
  readonly priceLevelId: string;
  readonly description: string | null;
  readonly amounts: readonly Money[];
  readonly areas: readonly Area[];
}

export interface Area {
  readonly areaId: string;
  readonly description: string | null;
  readonly priceLevels: readonly PriceLevel[];
}

export interface AreaGroup {
  readonly label: string | null;
  readonly areas: readonly Area[];
}

export interface Artist {
  readonly artistId: string | null;
  readonly name: string | null;
  readonly rank: number | null;
  readonly isSingleAct: boolean | null;
}

export interface EventNote {
  readonly kind: 'TICKET_LIMIT' | 'WEB_INFO' | 'UNKNOWN';
  readonly rawKind: string;
  readonly text: string;
}

export interface Image {
  readonly url: string;
  readonly width: number | null;
  readonly height: number | null;
}

export interface Venue {
  readonly venueId: string | null;
  readonly name: string | null;
  /** An IANA zone that this runtime knows. */
  readonly timeZone: string | null;
  readonly address: Address | null;
  readonly markets: readonly { readonly marketId: string | null; readonly name: string | null }[];
  readonly images: readonly (Image & { readonly name: string | null; readonly rawKind: string | null })[];
}

export interface Address {
  readonly line1: string | null;
  readonly line2: string | null;
  readonly city: string | null;
  readonly postalCode: string | null;
  /** The appendix's number of the region; null where the appendix lacks it. */
  readonly state: number | null;
  readonly regionCode: string | null;
  /** The appendix's number of the country; null where the appendix lacks it. */
  readonly country: number | null;
  readonly countryCode: string | null;
}
