import type { Failure } from '../carts/failures';
import type { Progress } from '../carts/progress';
import type { CartRecord } from '../carts/record';

/*
 * What stands behind the types of the schema whose fields are not simply there: the parents of their resolvers, as
 * codegen is told.
 */

type FailureOf<Type extends Failure['type']> = Extract<Failure, { type: Type }>;

export type PendingParent = Extract<Progress, { kind: 'pending' }>;
export type CartDeletedParent = Extract<Progress, { kind: 'deleted' }>;
export type PurchaseReceiptParent = Extract<Progress, { kind: 'receipt' }>;
export type InvalidInputParent = FailureOf<'InvalidInput'>;
export type NoInventoryParent = FailureOf<'NoInventory'>;
export type TicketLimitExceededParent = FailureOf<'TicketLimitExceeded'>;
export type CaptchaFailedParent = FailureOf<'CaptchaFailed'>;
export type EventNotSellableParent = FailureOf<'EventNotSellable'>;
export type PaymentDeclinedParent = FailureOf<'PaymentDeclined'>;
export type TotalChangedParent = FailureOf<'TotalChanged'>;
export type OutcomeUnknownParent = FailureOf<'OutcomeUnknown'>;
export type CartGoneParent = FailureOf<'CartGone'>;
export type UnderMaintenanceParent = FailureOf<'UnderMaintenance'>;
export type ThrottledParent = FailureOf<'Throttled'>;
export type IdempotencyConflictParent = FailureOf<'IdempotencyConflict'>;
export type UpstreamFailedParent = FailureOf<'UpstreamFailed'>;

export type PollingResultParent =
  CartRecord | PendingParent | CartDeletedParent | PurchaseReceiptParent | Failure;

/** The name of the type in the schema that a result is of. */
export function typeOfResult(result: PollingResultParent) {
  if ('type' in result) return result.type;
  if (!('kind' in result)) return 'Cart';
  switch (result.kind) {
    case 'pending':
      return 'Pending';
    case 'receipt':
      return 'PurchaseReceipt';
    case 'deleted':
      return 'CartDeleted';
  }
}
