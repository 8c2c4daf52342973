import type { EventPage, Ticket } from '../api/events';
import type { Money } from '../parts/money';

/** A price level that the shopper can choose. */
export interface PriceChoice {
  readonly priceId: string;
  readonly name: string;
  /** The prices of the kinds of ticket at this level. */
  readonly amounts: readonly Money[];
  /** The areas that have seats at this level. Empty if all have. */
  readonly areaIds: ReadonlySet<string>;
}

/** Returns the price levels of all kinds of ticket, in order of appearance. */
export function priceChoices({ tickets, priceLevels }: EventPage): readonly PriceChoice[] {
  const ids = [...new Set(tickets.flatMap(({ prices }) => prices.map(({ priceId }) => priceId)))];
  return ids.map((priceId) => {
    const level = priceLevels.find((candidate) => candidate.priceLevelId === priceId);
    return {
      priceId,
      name: level?.description ?? `Price ${priceId}`,
      amounts: tickets.flatMap((ticket) => amountAt(ticket, priceId) ?? []),
      areaIds: new Set(level?.areas.map((area) => area.areaId)),
    };
  });
}

/** Returns the price of a ticket at a price level. Undefined if it is not sold at that level. */
export const amountAt = ({ prices }: Ticket, priceId: string): Money | undefined =>
  prices.find((price) => price.priceId === priceId)?.displayAmount;
