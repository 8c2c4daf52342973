import { ManifestUnusable } from '../http/endpoints/manifest';
import { LocaleDataMissing } from '../locale-data';
import { SettingsError } from '../settings';
import { StoreFailed, StoreUnusable } from '../storage/errors';
import { CommandLineError } from './command-line';

/** Why the process ends, as a message for the operator: a sentence, or for a defect its stack. */
export function complaint(error: unknown): string {
  const isForTheOperator =
    error instanceof CommandLineError ||
    error instanceof SettingsError ||
    error instanceof ManifestUnusable ||
    error instanceof StoreUnusable ||
    error instanceof StoreFailed ||
    error instanceof LocaleDataMissing;
  if (isForTheOperator) return error.message;
  if (!(error instanceof Error)) return String(error);
  const { code, address, port } = error as NodeJS.ErrnoException & { address?: string; port?: number };
  if (code === 'EADDRINUSE') return `PORT cannot be used: ${address}:${port} is taken by another process.`;
  if (code === 'EACCES') return `PORT cannot be used: this user may not listen on ${address}:${port}.`;
  if (code === 'EADDRNOTAVAIL') return `HOST cannot be used: ${address} is no address of this machine.`;
  return error.stack ?? error.message;
}
