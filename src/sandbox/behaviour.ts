import { EDITIONS, type EditionRules } from './editions';
import type { SandboxOptions } from './options';

/** How a sandbox behaves: its options with the defaults filled in. */
export interface Behaviour {
  readonly edition: EditionRules;
  readonly captchaRequired: boolean;
  /** The events that require it; null: all. */
  readonly captchaEvents: ReadonlySet<string> | null;
  readonly pollingDepth: number;
  readonly forcedPollingDepth: number;
  readonly reservationLimit: number;
  readonly refusesOverReservationLimit: boolean;
  readonly maintenance: boolean;
  readonly shippingPreconfigured: boolean;
  readonly lookups: boolean;
  readonly restrictSingle: ReadonlySet<string>;
}

/** The behaviour that options ask for. */
export function behaviourOf(options: SandboxOptions): Behaviour {
  return {
    edition: EDITIONS[options.edition ?? '2015'],
    captchaEvents: options.captchaEvents ? new Set(options.captchaEvents) : null,
    captchaRequired: options.captcha === 'required',
    pollingDepth: options.pollingDepth ?? 0,
    forcedPollingDepth: options.forcedPollingDepth ?? 3,
    reservationLimit: options.reservationLimit ?? 50,
    refusesOverReservationLimit: options.overReservationLimit === 'refuse',
    maintenance: options.maintenance ?? true,
    shippingPreconfigured: options.shipping === 'preconfigured',
    lookups: options.lookups ?? true,
    restrictSingle: new Set(options.restrictSingle ?? ['LASTROWOFFIVE001']),
  };
}
