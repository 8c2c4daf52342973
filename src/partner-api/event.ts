import type { Money } from './money';

/*
 * An event as this project sees it: upstream's details, validated, renamed and typed. `null` means that upstream does
 * not say. Dates are RFC 3339 in UTC, ids are text. The objects refer to each other (an area to its price levels and
 * back), so they are read, never written or serialised.
 */

export interface PartnerEvent {
  readonly id: string;
  readonly apiTransactable: boolean;
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
  readonly promoter: { readonly id: string | null; readonly name: string | null } | null;
  readonly notes: readonly EventNote[];
  readonly image: Image | null;
  readonly facilityFeeIncluded: boolean | null;
  readonly serviceFeeIncluded: boolean | null;
  readonly purchaseOrganization: string | null;
  readonly typeId: number | null;
  readonly venue: Venue | null;
}

/** An event over the text of its details. */
export interface EventAsRead extends PartnerEvent {
  /**
   * Has it take no more memory than that text, until somebody asks for it again: most events are asked for once, and what
   * is made of the text is costly to keep. What was made of it when it is asked for again is kept.
   */
  letGo(): void;
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
  readonly id: string;
  readonly description: string | null;
  readonly prices: readonly Price[];
  readonly quantities: QuantityRule | null;
  readonly areas: readonly Area[];
}

/** How many tickets of a type may be taken at once; null where upstream's 0 means "no rule". */
export interface QuantityRule {
  readonly exact: number | null;
  readonly minimum: number | null;
  readonly multiple: number | null;
  readonly limit: number | null;
}

export interface Price {
  readonly id: string;
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
  readonly id: string;
  readonly description: string | null;
  readonly amounts: readonly Money[];
  readonly areas: readonly Area[];
}

export interface Area {
  readonly id: string;
  readonly description: string | null;
  readonly priceLevels: readonly PriceLevel[];
}

export interface AreaGroup {
  readonly label: string | null;
  readonly areas: readonly Area[];
}

export interface Artist {
  readonly id: string | null;
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
  /** Upstream's; where it gives none, one that no other event's venue has. */
  readonly id: string;
  readonly name: string | null;
  /** An IANA zone that this runtime knows. */
  readonly timeZone: string | null;
  readonly address: Address | null;
  readonly markets: readonly { readonly id: string | null; readonly name: string | null }[];
  readonly images: readonly (Image & { readonly name: string | null; readonly rawKind: string | null })[];
}

export interface Address {
  readonly line1: string | null;
  readonly line2: string | null;
  readonly city: string | null;
  readonly postalCode: string | null;
  /** The number of the appendix, where it has the region. */
  readonly state: number | null;
  readonly regionCode: string | null;
  /** The number of the appendix, where it has the country. */
  readonly country: number | null;
  readonly countryCode: string | null;
}
