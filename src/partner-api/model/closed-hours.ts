/**
 * The hours in which the systems that sell events are closed every night, by the venue's clock: from the beginning of hour
 * `from` to the beginning of hour `to`.
 */
export interface ClosedHours {
  readonly from: number;
  readonly to: number;
}
