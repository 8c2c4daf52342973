import { askFor, find, Refused } from '../api/ask';
import {
  ChooseDeliveryDocument,
  type DeliveryChoiceFragment,
  DeliveryOptionsDocument,
} from '../api/generated/graphql';
import { carryOutTask } from './holding';

/** Reads the delivery options of a cart that has a choice. */
export async function readDeliveryOptions(
  cartId: string,
  signal: AbortSignal,
): Promise<readonly DeliveryChoiceFragment[]> {
  const cart = await find('cart', DeliveryOptionsDocument, { id: cartId }, signal);
  // Upstream did not answer: without options, the form would lead nowhere.
  if (!cart?.shippingOptions) throw new Refused();
  return cart.shippingOptions;
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
