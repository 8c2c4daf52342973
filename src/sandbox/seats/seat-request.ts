/** The seats that a reserve asks for. Section, row, seats and places name specific seats; areas only narrow. */
export interface SeatRequest {
  /** Whether seats of this area (null: the block has none) are allowed. */
  areaFits: (areaId: number | null) => boolean;
  section: string | undefined;
  row: string | undefined;
  beginSeat: string | undefined;
  endSeat: string | undefined;
  /** Place ids; undefined if none are named. */
  places: ReadonlySet<string> | undefined;
  /** Whether other seats are allowed if the specific ones are not free. */
  acceptBestAvailable: boolean;
  /** Whether the reserve may leave a free seat that has no free neighbour. */
  maySingleOut: boolean;
}
