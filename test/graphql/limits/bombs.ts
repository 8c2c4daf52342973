import { notable } from '../../../src/sandbox/catalogue/notable';

/** `count` pieces of text, each made from its number, with spaces between. */
export const times = (count: number, piece: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => piece(index)).join(' ');

/** A selection of the largest event there is. */
export const ofFatEvent = (selection: string): string => `{ event(id: "${notable.fat}") { ${selection} } }`;

/** Price levels of areas of price levels and so on, down to an id: each turn has eight times the fields. */
export const turns = (count: number): string =>
  `${'priceLevels { areas { '.repeat(count)}areaId${' } }'.repeat(count)}`;

/** Fragments of which each spreads the next one twice: 2^`links` of them when they are expanded. */
export const fanOut = (links: number): string =>
  `${ofFatEvent('...f0')} ` +
  times(links, (index) => `fragment f${index} on Event { ...f${index + 1} ...f${index + 1} }`) +
  ` fragment f${links} on Event { id }`;

/** Wrapping types, `depth` fields deep. */
export const nested = (depth: number): string =>
  `{ __type(name: "Query") { ${'ofType { '.repeat(depth - 2)}name${' }'.repeat(depth - 2)} } }`;
