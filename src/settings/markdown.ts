import type { z } from 'zod';

import { SETTING_GROUPS, type SettingGroup } from './groups';
import { aboutSetting, rangeOf } from './kinds';

const INTRODUCTION = `# Settings

Settings come from the environment; an empty value counts as not set, and white space around a value is left out. A wrong
one stops the process with a sentence that says what to give instead. Generated from [\`src/settings\`](../src/settings) by \`npm run settings-doc\`: do not edit.

To call the real Partner API:

\`\`\`sh
PARTNER_API_URL=https://app.ticketmaster.com/partners/v1 PARTNER_API_KEY=… PARTNER_API_SECRET=… npm start
\`\`\``;

/** Every setting as a page of Markdown. */
export const settingsPage = (): string => `${[INTRODUCTION, ...SETTING_GROUPS.map(section)].join('\n\n')}\n`;

const section = ({ title, settings }: SettingGroup): string =>
  [
    `## ${title}`,
    ['| setting | default | meaning |', '| --- | --- | --- |', ...Object.entries(settings).map(row)].join(
      '\n',
    ),
  ].join('\n\n');

function row([name, kind]: [string, z.ZodType]): string {
  const { what, why, byDefault, unit } = aboutSetting(kind);
  // Words have their unit in them.
  const fallback = byDefault ?? [textOf(kind.parse(undefined)), unit].filter(Boolean).join(' ');
  const cells = [`\`${name}\``, fallback, meaning(what, why, rangeOf(kind))];
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
}

const meaning = (what: string, why: string | undefined, range: string | undefined): string =>
  [what, why, range && `(${range.charAt(0).toUpperCase()}${range.slice(1)}.)`].filter(Boolean).join(' ');

/** A default as it would be written in the environment. */
const textOf = (value: unknown): string => (String(value) === '' ? 'none' : `\`${String(value)}\``);
