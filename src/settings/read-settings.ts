import { z } from 'zod';

import type { Limits } from '../graphql/limits/limits';
import { accessSettings } from './groups/access';
import { cartSettings } from './groups/carts';
import { connectionLimits } from './groups/connections';
import { documentSettings } from './groups/documents';
import { SettingsError } from './error';
import { eventSettings } from './groups/events';
import { aboutSetting, rangeOf } from './kinds';
import { limitsIn, requestLimits } from './groups/limits';
import { processSettings } from './groups/process';
import { proxyFor } from './proxy';
import { sandboxSettings } from './groups/sandbox';
import { tracingSettings } from './groups/tracing';
import { upstreamSettings } from './groups/upstream';
import { type Upstream, upstreamIn } from './upstream-address';

const gateway = z.object({
  ...processSettings,
  ...upstreamSettings,
  ...accessSettings,
  ...cartSettings,
  ...eventSettings,
  ...connectionLimits,
  ...requestLimits,
  ...documentSettings,
  ...tracingSettings,
});
const sandbox = z.object(sandboxSettings);

/** The environment of a process. */
type Given = Readonly<Record<string, string | undefined>>;

export type Environment = z.infer<typeof gateway>;
export type SandboxSettings = z.infer<typeof sandbox>;

/** The settings of a gateway. */
export interface Settings extends Environment {
  /** Null if none is configured: then the sandbox stands in. */
  readonly upstream: Upstream | null;
  /** The settings of that sandbox; null if there is an upstream, where they are not read. */
  readonly sandbox: SandboxSettings | null;
  /** The proxy that upstream is called through; null: it is called directly. May hold a password. */
  readonly proxyUrl: string | null;
  readonly isProduction: boolean;
  /** The most that one request may ask for. */
  readonly limits: Limits;
}

/**
 * Reads the settings of a gateway from the environment. An empty or blank value counts as not set.
 *
 * @throws SettingsError with a sentence for each wrong setting, which names it and says what it has to be.
 */
export function readSettings(given: Given): Settings {
  const env = usable(given);
  const needsSandbox = Object.keys(env).every((name) => !/^PARTNER_API_(URL|KEY|SECRET)$/.test(name));
  const read = gateway.safeParse(env);
  const ofSandbox = needsSandbox ? sandbox.safeParse(env) : null;
  if (!read.success || ofSandbox?.success === false) throw complaint(read.error, ofSandbox?.error);
  if (read.data.PERSISTED_QUERIES_ONLY && read.data.PERSISTED_QUERIES === undefined) {
    throw new SettingsError(
      'PERSISTED_QUERIES_ONLY cannot be used: name the file of the documents, too, as PERSISTED_QUERIES.',
    );
  }
  const upstream = upstreamIn(read.data);
  return {
    ...read.data,
    upstream,
    sandbox: ofSandbox?.data ?? null,
    proxyUrl: upstream && proxyFor(upstream.url, read.data.HTTPS_PROXY, read.data.NO_PROXY),
    isProduction: read.data.NODE_ENV === 'production',
    limits: limitsIn(read.data),
  };
}

/**
 * Reads the settings of a sandbox that runs alone.
 *
 * @throws SettingsError as `readSettings` does.
 */
export function readSandboxSettings(given: Given): SandboxSettings {
  const read = sandbox.safeParse(usable(given));
  if (!read.success) throw complaint(read.error);
  return read.data;
}

/** What Kubernetes sets as `SANDBOX_PORT` for a service called "sandbox", after the manner of Docker's links. */
const SERVICE_LINK = /^(tcp|udp|sctp):\/\//;

/**
 * The values that are meant for the gateway: not empty, and not addresses of services of the same name. White space around
 * them is left out: a secret made by `echo` ends with a line break, and a blank would be the number 0, which is no limit.
 */
function usable(given: Given): Given {
  const env: Record<string, string | undefined> = Object.fromEntries(
    Object.entries(given)
      .map(([name, value = '']) => [name, value.trim()] as const)
      .filter(([name, value]) => value !== '' && !(name.endsWith('_PORT') && SERVICE_LINK.test(value))),
  );
  // As curl does, since HTTP_PROXY in capitals could be a header of a CGI request, the small letters come first.
  for (const name of ['HTTPS_PROXY', 'NO_PROXY']) env[name] = env[name.toLowerCase()] ?? env[name];
  return env;
}

const kinds: Readonly<Record<string, z.ZodType>> = { ...gateway.shape, ...sandbox.shape };

/** One sentence for each wrong setting. */
function complaint(...errors: readonly (z.ZodError | undefined)[]): SettingsError {
  const sentences = errors.flatMap((error) =>
    (error?.issues ?? []).map(({ path, message }) => {
      const name = String(path[0]);
      return `${name} cannot be used: ${expectedOf(name) ?? message}.`;
    }),
  );
  return new SettingsError([...new Set(sentences)].join('\n'));
}

function expectedOf(name: string): string | undefined {
  const kind = kinds[name];
  if (!kind) return undefined;
  const range = rangeOf(kind);
  return aboutSetting(kind).expected ?? (range && `give ${range}`);
}
