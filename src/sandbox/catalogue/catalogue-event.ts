/** A row of places that can be sold together. Neighbours in `seats` are adjacent. */
export interface SeatBlock {
  /** As printed on the ticket, e.g. `CLB234`; `GA` for general admission. */
  section: string;
  /** As printed on the ticket, e.g. `K`; empty for general admission. */
  row: string;
  /** One of the event's areas; null if the event has none. */
  areaId: number | null;
  /** Seat numbers as printed; for general admission only `1`, `2`, … */
  seats: string[];
  generalAdmission: boolean;
}

/** One event of the sandbox: its details and its places. */
export interface CatalogueEvent {
  /** 15 or 16 letters and digits; case-sensitive. */
  id: string;
  /** The venue's own code for the event, e.g. `EPT0726E`; unique together with `host`. */
  code: string;
  /** The ticketing host that sells the event, e.g. `LA2`. */
  host: string;
  /** The exact body of event details. */
  answer: { api_transactable: boolean; event: Record<string, unknown> };
  /** The time zone exactly as the venue in `answer` states it; null if it states none. */
  timeZone: string | null;
  /** All places on sale when the sandbox starts; empty if the event is sold out. */
  seating: SeatBlock[];
}
