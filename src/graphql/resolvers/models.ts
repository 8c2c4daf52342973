import type { Failure } from '../../carts/failures';
import type { Progress } from '../../carts/progress';
import type { CartRecord } from '../../carts/lifecycle/record';
import type { Captcha, CartItem } from '../../partner-api/model/cart';

/*
 * What the resolvers of a type get as their parent, for types whose fields have resolvers. codegen.ts maps the types of the
 * schema to these.
 */

type FailureOf<Type extends Failure['type']> = Extract<Failure, { type: Type }>;

export type CaptchaModel = Captcha;
export type CartItemModel = CartItem;
export type PendingModel = Extract<Progress, { kind: 'pending' }>;
export type CartDeletedModel = Extract<Progress, { kind: 'deleted' }>;
export type PurchaseReceiptModel = Extract<Progress, { kind: 'receipt' }>;
export type InvalidInputModel = FailureOf<'InvalidInput'>;
export type NoInventoryModel = FailureOf<'NoInventory'>;
export type TicketLimitExceededModel = FailureOf<'TicketLimitExceeded'>;
export type CaptchaFailedModel = FailureOf<'CaptchaFailed'>;
export type EventNotSellableModel = FailureOf<'EventNotSellable'>;
export type PaymentDeclinedModel = FailureOf<'PaymentDeclined'>;
export type TotalChangedModel = FailureOf<'TotalChanged'>;
export type OutcomeUnknownModel = FailureOf<'OutcomeUnknown'>;
export type CartGoneModel = FailureOf<'CartGone'>;
export type UnderMaintenanceModel = FailureOf<'UnderMaintenance'>;
export type ThrottledModel = FailureOf<'Throttled'>;
export type IdempotencyConflictModel = FailureOf<'IdempotencyConflict'>;
export type UpstreamFailedModel = FailureOf<'UpstreamFailed'>;

export type PollingResultModel =
  CartRecord | PendingModel | CartDeletedModel | PurchaseReceiptModel | Failure;

/** Returns the name of the schema type of `result`. */
export function typeNameOf(result: PollingResultModel) {
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
