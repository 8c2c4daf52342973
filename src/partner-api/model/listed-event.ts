/** An entry in the list of events that an account can sell. `null` means that upstream does not state the value. */
export interface ListedEvent {
  readonly eventId: string;
  /** The venue's own code, e.g. `EPT0726E`. */
  readonly code: string | null;
  /** The ticketing system that hosts the event, e.g. `LA2`. */
  readonly host: string | null;
  /** `2015-07-26`, by the venue's calendar. */
  readonly localDate: string | null;
  /** `18:30:00`, by the venue's clock. */
  readonly localTime: string | null;
  /** An IANA zone that this runtime knows. */
  readonly timeZone: string | null;
  readonly offers: readonly ListedOffer[];
}

export interface ListedOffer {
  readonly name: string | null;
  readonly ticketId: string | null;
}
