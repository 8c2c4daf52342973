import { UpstreamError, UpstreamNonsense } from '../../partner-api/errors';
import type { Receipt } from '../../partner-api/model/cart';
import type { Order, UnredeemedOrder } from '../../partner-api/model/order';
import type { PartnerApi, TakenTurn } from '../../partner-api/partner-api';
import type { CartRecord, UnconfirmedCart } from '../lifecycle/record';
import { holdsSameTickets, isOrderOf } from './order-fits';

/** How far back orders are listed: the day for which a lost purchase is looked up, and what a day may be cut off at. */
const LOOK_BACK_DAYS = 2;

/**
 * Looks for the order of a purchase whose answer was lost. Null: it is not among the unredeemed orders, which does not
 * mean that it was not bought: it may come yet, and an order that was redeemed has left that list.
 *
 * @param createdAtMs the time of day at which the cart was created, in milliseconds since the epoch.
 * @param turn the turn of its first call.
 * @throws UpstreamError where the orders cannot be listed, or the order that was found cannot be read for now.
 */
export async function findReceipt(
  api: Pick<PartnerApi, 'order' | 'unredeemedOrders'>,
  record: UnconfirmedCart,
  createdAtMs: number,
  turn: TakenTurn,
): Promise<Receipt | null> {
  const listed = await api.unredeemedOrders({ daysFromPurchase: LOOK_BACK_DAYS }, record.caller, { turn });
  const entry = listed.find((each) => isOrderOf(record, createdAtMs, each));
  if (!entry) return null;
  const order = await readOrder(api, entry, record);
  if (order && !holdsSameTickets(record, order)) return null;
  return {
    orderToken: entry.orderToken,
    orderNumber: order?.tickets.find(({ orderNumber }) => orderNumber !== null)?.orderNumber ?? null,
    redemptionUrl: null,
    appUrl: null,
    grandTotal: record.contents?.totals?.grand ?? null,
  };
}

/**
 * The order itself, where the list names its token and upstream lets us read it. Otherwise the list has to do, but not for a
 * failure that passes: the order says which tickets it is of, and its number.
 */
async function readOrder(
  api: Pick<PartnerApi, 'order'>,
  { orderToken }: UnredeemedOrder,
  { caller }: CartRecord,
): Promise<Order | null> {
  if (orderToken === null) return null;
  try {
    return await api.order({ token: orderToken }, caller, { callClass: 'finish' });
  } catch (error) {
    const passes = error instanceof UpstreamError && error.retryable && !(error instanceof UpstreamNonsense);
    if (error instanceof UpstreamError && !passes) return null;
    throw error;
  }
}
