import type { Area, AreaGroup, PriceLevel } from '../model/event';
import { NO_CURRENCY, money } from '../model/money';
import type { WireAreaGroup, WirePriceLevel } from './event-details';

/** The areas and price levels of an event. */
export interface Seating {
  readonly areaGroups: readonly AreaGroup[];
  readonly priceLevels: readonly PriceLevel[];
  readonly levels: ReadonlyMap<string, PriceLevel>;
  /** Returns the area of an id, also one that only a ticket refers to. */
  readonly area: (areaId: string) => Area;
}

/**
 * Links areas and price levels to each other. Upstream refers to areas by id in three places (groups, price levels and
 * tickets); only the groups describe them.
 */
export function seatingOf(
  groups: readonly WireAreaGroup[],
  prices: readonly WirePriceLevel[],
  currency: string | null,
): Seating {
  const areas = new Map<string, { -readonly [Key in keyof Area]: Area[Key] }>();
  const levels = new Map<string, PriceLevel>();
  const area = (areaId: string, description: string | null = null) => {
    const known = areas.get(areaId) ?? { areaId, description: null, priceLevels: [] };
    known.description ??= description;
    areas.set(areaId, known);
    return known;
  };

  const areaGroups = groups.map((group) => ({
    label: group.label,
    areas: group.areas.map((a) => area(a.id, a.description)),
  }));
  for (const level of prices) {
    levels.set(level.id, {
      priceLevelId: level.id,
      description: level.description,
      amounts: level.amounts.map((amount) => money(amount, currency ?? NO_CURRENCY)),
      areas: level.areaIds.map((areaId) => area(areaId)),
    });
  }
  for (const { id: areaId, levelIds } of groups.flatMap((group) => group.areas)) {
    const known = area(areaId);
    // Two groups may name the same area.
    known.priceLevels = [
      ...new Set([...known.priceLevels, ...levelIds.flatMap((levelId) => levels.get(levelId) ?? [])]),
    ];
  }
  return { areaGroups, priceLevels: [...levels.values()], levels, area };
}
