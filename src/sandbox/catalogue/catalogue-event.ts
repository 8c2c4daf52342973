/** A run of places that can be sold together; neighbours in `seats` sit side by side. */
export interface SeatBlock {
  /** As printed on the ticket, e.g. `CLB234`; `GA` for general admission. */
  section: string;
  /** As printed on the ticket, e.g. `K`; empty for general admission. */
  row: string;
  /** One of the event's areas; null when the event has none. */
  areaId: number | null;
  /** Seat numbers as printed; for general admission merely `1`, `2`, … */
  seats: string[];
  generalAdmission: boolean;
}

/** One event of the sandbox: what event details answer about it, and the places that there are to sell. */
export interface CatalogueEvent {
  /** 15 or 16 letters and digits; case matters. */
  id: string;
  /** The venue's own code for the event, e.g. `EPT0726E`; unique together with `host`. */
  code: string;
  /** The ticketing host that the event lives on, e.g. `LA2`. */
  host: string;
  /** The exact body of event details. */
  answer: { api_transactable: boolean; event: Record<string, unknown> };
  /** The zone exactly as the answer's venue states it; null when it states none. */
  timeZone: string | null;
  /** Everything on sale when the sandbox starts; empty when the event is sold out. */
  seating: SeatBlock[];
}
