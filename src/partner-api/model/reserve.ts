/** Which seats are requested: places by id, or a range of seats. */
export type RequestedSeats =
  | { readonly placeIds: readonly string[] }
  | {
      readonly section: string;
      readonly row?: string;
      readonly firstSeat?: string;
      readonly lastSeat?: string;
    };

/** A request for tickets. Ids are those of the event's details. */
export interface ReserveRequest {
  readonly eventId: string;
  readonly tickets: readonly {
    readonly ticketId: string;
    readonly quantity: number;
    readonly priceId?: string;
    /** Decimal text, e.g. "57.39". */
    readonly amount?: string;
  }[];
  readonly areaIds?: readonly string[];
  readonly seats?: RequestedSeats;
  readonly acceptBestAvailable: boolean;
}
