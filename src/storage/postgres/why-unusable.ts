import { DatabaseError } from 'pg';

import { isUnreachable, withoutValues } from './database';

/** For the operator. */
export const MAY_NOT_USE_TABLES =
  'DATABASE_URL cannot be used: its user may not create the tables, or not use them. ' +
  'Grant CREATE on the database or on the schema "stagedoor", or name the user that has created them.';

/** Why the database cannot be used, as a sentence for the operator. Names neither its address nor a password. */
export function whyUnusable(error: unknown): string {
  const code = error instanceof DatabaseError ? (error.code ?? '') : '';
  if (code.startsWith('28'))
    return 'DATABASE_URL cannot be used: PostgreSQL does not accept its user or password.';
  if (code === '3D000') return 'DATABASE_URL cannot be used: there is no database of that name.';
  if (code === '42501') return MAY_NOT_USE_TABLES;
  if (isUnreachable(error)) {
    return `DATABASE_URL cannot be used: the database cannot be reached (${withoutValues(error).message}).`;
  }
  return `DATABASE_URL cannot be used: ${withoutValues(error).message}.`;
}
