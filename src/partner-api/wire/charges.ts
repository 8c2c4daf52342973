import type { ChargeKind } from '../event';

const kinds = new Map<string, ChargeKind>([
  ['face_value', 'FACE_VALUE'],
  ['face_value_tax', 'FACE_VALUE_TAX'],
  ['facility', 'FACILITY'],
  ['service', 'SERVICE'],
  ['service_tax', 'SERVICE_TAX'],
  ['service_tax2', 'SERVICE_TAX2'],
  ['distance', 'DISTANCE'],
]);

/** The kind of a charge by upstream's word; UNKNOWN for a word that upstream has invented since. */
export const chargeKind = (rawKind: string): ChargeKind => kinds.get(rawKind) ?? 'UNKNOWN';
