import type { ChargeKind } from '../model/event';

const kinds = new Map<string, ChargeKind>([
  ['face_value', 'FACE_VALUE'],
  ['face_value_tax', 'FACE_VALUE_TAX'],
  ['facility', 'FACILITY'],
  ['service', 'SERVICE'],
  ['service_tax', 'SERVICE_TAX'],
  ['service_tax2', 'SERVICE_TAX2'],
  ['distance', 'DISTANCE'],
]);

/** The kind of a charge, from upstream's name for it; UNKNOWN for a name that is not in the manual. */
export const chargeKind = (rawKind: string): ChargeKind => kinds.get(rawKind) ?? 'UNKNOWN';
