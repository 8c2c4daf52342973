import { ask, askFor } from '../api/ask';
import {
  ChooseDeliveryDocument,
  type DeliveryChoiceFragment,
  DeliveryOptionsDocument,
} from '../api/generated/graphql';
import { carryOutTask } from './holding';

/** Reads the delivery options. Null if there is no choice. */
export async function readDeliveryOptions(
  cartId: string,
  signal: AbortSignal,
): Promise<readonly DeliveryChoiceFragment[] | null> {
  const { cart } = await ask(DeliveryOptionsDocument, { id: cartId }, signal);
  return cart?.shippingOptions ?? null;
}

/** Chooses a delivery option. It may cost extra. */
export const chooseDelivery = (shippingOptionId: string): Promise<unknown> =>
  carryOutTask('delivery', (cartId) =>
    askFor('setCartShipping', ChooseDeliveryDocument, { input: { cartId, shippingOptionId } }),
  );

/** Describes a delivery option for shoppers. */
export function deliveryText({ serviceLevel, carrier }: DeliveryChoiceFragment): {
  name: string;
  details: string;
} {
  switch (serviceLevel?.toUpperCase()) {
    case 'ETICKET':
      return { name: 'Mobile tickets', details: 'On your phone, right after you have paid' };
    case 'WILLCALL':
      return { name: 'Will call', details: 'Collect them at the venue, with a photo ID' };
    case 'AIRMAIL':
      return { name: 'Air mail', details: 'To your billing address, from abroad' };
    case 'MAIL':
      return { name: `Post${carrier === null ? '' : ` (${carrier})`}`, details: 'To your billing address' };
    default:
      return {
        name: serviceLevel ?? carrier ?? 'Delivery',
        details: serviceLevel !== null && carrier !== null ? `By ${carrier}` : '',
      };
  }
}
