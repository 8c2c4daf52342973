import type { Receipt } from '../../partner-api/model/cart';
import type { CartBase, CartRecord, CartState } from './record';

/** A document of the ledger is not the record of a cart. */
export class UnreadableRecord extends Error {
  /** @param what what is wrong with it. Quotes nothing from the document. */
  constructor(what: string) {
    super(`A document in the ledger cannot be read as a cart: ${what}.`);
  }
}

/** The fields that only the records of some states have. */
const OWN_FIELDS: Readonly<Record<CartState, readonly string[]>> = {
  RESERVING: [],
  HELD: [],
  PURCHASING: ['reference'],
  UNCONFIRMED: ['reference', 'sinceMs'],
  UNRESOLVED: ['reference', 'endedAtMs'],
  PURCHASED: ['receipt', 'endedAtMs'],
  RELEASING: ['sinceMs'],
  DELETED: ['endedAtMs'],
  EXPIRED: ['endedAtMs'],
};

/** Fields that came later, as they are in records that were written before. */
const LATER_FIELDS = { leftAtMs: null, accounts: [], edition: '2015' };

/**
 * Reads a record from a document of the ledger. Records of version 1 are converted.
 *
 * @throws UnreadableRecord if the document is neither version.
 */
export function readRecord(body: unknown): CartRecord {
  if (typeof body !== 'object' || body === null) throw new UnreadableRecord('it is no object');
  const { version, state } = body as { version?: unknown; state?: unknown };
  if (version === 1) return fromVersion1(body as RecordOfVersion1);
  if (version !== 2) throw new UnreadableRecord('it was written by another release');
  if (typeof state !== 'string' || !isState(state)) throw new UnreadableRecord('its state is unknown');
  const missing = OWN_FIELDS[state].find((field) => !(field in body));
  if (missing !== undefined) throw new UnreadableRecord(`${state} without ${missing}`);
  const later = { ...LATER_FIELDS, ...(state === 'RESERVING' && { place: null }) };
  const isComplete = Object.keys(later).every((field) => field in body);
  return (isComplete ? body : { ...later, ...body }) as CartRecord;
}

const isState = (text: string): text is CartState => Object.hasOwn(OWN_FIELDS, text);

/** One format for all states, with null for what a state does not have. */
interface RecordOfVersion1 extends Omit<CartBase, 'version' | keyof typeof LATER_FIELDS> {
  readonly version: 1;
  readonly state: Exclude<CartState, 'UNRESOLVED'>;
  readonly reference: string | null;
  readonly referenceIsOurs?: boolean;
  readonly receipt: Receipt | null;
  readonly releasingSinceMs: number | null;
  readonly unconfirmedSinceMs: number | null;
  readonly endedAtMs: number | null;
}

function fromVersion1(old: RecordOfVersion1): CartRecord {
  const {
    state,
    reference,
    referenceIsOurs,
    receipt,
    releasingSinceMs,
    unconfirmedSinceMs,
    endedAtMs,
    ...kept
  } = old;
  const base: CartBase = { ...kept, ...LATER_FIELDS, version: 2 };
  const { upstreamCartId } = base;
  const held = () => ({ ...base, upstreamCartId: present(upstreamCartId, 'upstreamCartId') });
  const purchase = () => ({
    ...held(),
    reference: { text: present(reference, 'reference'), isUnique: referenceIsOurs === true },
  });
  switch (state) {
    case 'RESERVING':
      return { ...base, state, place: null };
    case 'HELD':
      return { ...held(), state };
    case 'PURCHASING':
      return { ...purchase(), state };
    case 'UNCONFIRMED':
      return endedAtMs === null
        ? { ...purchase(), state, sinceMs: present(unconfirmedSinceMs, 'unconfirmedSinceMs') }
        : { ...purchase(), state: 'UNRESOLVED', endedAtMs };
    case 'PURCHASED':
      return {
        ...base,
        state,
        receipt: present(receipt, 'receipt'),
        endedAtMs: present(endedAtMs, 'endedAtMs'),
      };
    case 'RELEASING':
      return { ...base, state, sinceMs: present(releasingSinceMs, 'releasingSinceMs') };
    case 'DELETED':
    case 'EXPIRED':
      return { ...base, state, endedAtMs: present(endedAtMs, 'endedAtMs') };
  }
}

/** A value that the state requires. Throws UnreadableRecord where it is missing. */
function present<Value>(value: Value | null, field: string): Value {
  if (value === null) throw new UnreadableRecord(`version 1 without ${field}`);
  return value;
}
