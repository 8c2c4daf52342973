/** Why upstream refused a call. `other`: a code that is not in the table, or none. */
export type RefusalReason =
  | 'invalidField'
  | 'captchaRequired'
  | 'captchaInvalid'
  | 'unknownDelivery'
  | 'overTicketLimit'
  | 'maintenance'
  | 'soldOut'
  | 'paymentDeclined'
  | 'noFunds'
  | 'securityCodeInvalid'
  | 'notTransactable'
  | 'invalidCart'
  | 'other';

/** The manual's error table. */
const REASONS = new Map<number, RefusalReason>([
  [10002, 'invalidField'],
  [10004, 'captchaRequired'],
  [10031, 'captchaInvalid'],
  [10104, 'unknownDelivery'],
  [10161, 'overTicketLimit'],
  [20001, 'maintenance'],
  // "No usable ticket types for this channel".
  [20046, 'soldOut'],
  // "No inventory matches": sold out, or no adjacent seats.
  [20052, 'soldOut'],
  [20122, 'paymentDeclined'],
  [20129, 'noFunds'],
  [20152, 'securityCodeInvalid'],
  [90001, 'notTransactable'],
  // "Invalid or stale cart": one that upstream does not know, or no longer.
  [90003, 'invalidCart'],
]);

/** The reason that the number in `error.code` stands for. */
export const reasonOf = (upstreamCode: number): RefusalReason => REASONS.get(upstreamCode) ?? 'other';
