import type { z } from 'zod';

import { accessSettings } from './groups/access';
import { cartSettings } from './groups/carts';
import { connectionLimits } from './groups/connections';
import { documentSettings } from './groups/documents';
import { eventSettings } from './groups/events';
import { requestLimits } from './groups/limits';
import { processSettings } from './groups/process';
import { sandboxSettings } from './groups/sandbox';
import { tracingSettings } from './groups/tracing';
import { upstreamSettings } from './groups/upstream';

/** Settings of one subject, by their names in the environment. */
export interface SettingGroup {
  readonly title: string;
  readonly settings: Readonly<Record<string, z.ZodType>>;
}

/** Every setting of the process, in the order of docs/settings.md. */
export const SETTING_GROUPS: readonly SettingGroup[] = [
  { title: 'Process', settings: processSettings },
  { title: 'Partner API', settings: upstreamSettings },
  { title: 'Access', settings: accessSettings },
  { title: 'Carts', settings: cartSettings },
  { title: 'Events', settings: eventSettings },
  { title: 'Connections', settings: connectionLimits },
  { title: 'Limits of a request', settings: requestLimits },
  { title: 'Traces', settings: tracingSettings },
  { title: 'Trusted documents', settings: documentSettings },
  { title: 'Sandbox', settings: sandboxSettings },
];
