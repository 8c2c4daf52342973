/**
 * What a call is for, the most important first. Under a quota, calls are sent in this order: what frees seats or
 * finishes a purchase, the steps of a checkout, new reservations, reads that a client waits for, look-ups, and last the
 * refreshing of what is stale.
 */
export const CALL_CLASSES = ['finish', 'checkout', 'reserve', 'read', 'lookUp', 'refresh'] as const;

/** What a call is for. */
export type CallClass = (typeof CALL_CLASSES)[number];

/**
 * The part of all turns that a class gets even while more important calls wait, so that no class starves. `finish` needs
 * none: nothing comes before it.
 */
export const GUARANTEED_SHARE: Readonly<Record<CallClass, number>> = {
  finish: 0,
  checkout: 0.1,
  reserve: 0.1,
  read: 0.1,
  lookUp: 0.02,
  refresh: 0.01,
};

/** Whether a class belongs to carts, for which a part of the day's amount is kept. */
export const isForCarts = (callClass: CallClass): boolean =>
  callClass === 'finish' || callClass === 'checkout' || callClass === 'reserve';
