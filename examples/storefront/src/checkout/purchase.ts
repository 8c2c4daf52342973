import { askFor } from '../api/ask';
import { PurchaseDocument } from '../api/generated/graphql';
import { carryOutTask } from './holding';

/**
 * Buys the cart for the total that the shopper has seen. A cart is bought at most once, so after a lost response the call
 * is repeated. If upstream's response is lost, the session polls until the outcome is known.
 */
export const purchase = (expectedTotal: string): Promise<unknown> =>
  carryOutTask('purchase', (cartId) =>
    askFor('purchaseCart', PurchaseDocument, { input: { cartId, expectedTotal } }),
  );
