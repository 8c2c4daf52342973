import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

const COMMANDS = ['serve', 'sandbox', 'check'] as const;

export type Command = (typeof COMMANDS)[number];

/** The command line cannot be read. The message is a sentence for the operator. */
export class CommandLineError extends Error {}

export const HELP = `Usage: stagedoor [command]

A GraphQL gateway to Ticketmaster's Partner API.

Commands:
  serve    Serves GraphQL at http://127.0.0.1:4000/graphql. The default.
           Without partner credentials a sandbox inside stands in for the Partner API.
  sandbox  Runs the sandbox alone, and prints its address and its credentials.
  check    Tries the settings, the ledger and the partner credentials, and serves nothing.
           The exit code is 1 if something failed.

Options:
  -h, --help     Shows this.
  -v, --version  Shows the version.

All settings come from the environment, such as PORT, STATE_DIR and PARTNER_API_URL. They are listed in
docs/settings.md; an invalid one ends the process with a sentence that says how to correct it.`;

/**
 * What a command line asks for.
 *
 * @param args without Node and the script.
 * @throws CommandLineError with a sentence, for an unknown command or option.
 */
export function readCommandLine(args: readonly string[]): Command | 'help' | 'version' {
  const { values, positionals } = parsed(args);
  if (values.help) return 'help';
  if (values.version) return 'version';
  const [name = 'serve', excess] = positionals;
  const command = COMMANDS.find((known) => known === name);
  if (command === undefined) throw incomprehensible(`"${name}" is not a command`);
  if (excess !== undefined) throw incomprehensible(`"${excess}" is one word too many`);
  return command;
}

/** The version of this package. */
export function packageVersion(): string {
  const text = readFileSync(join(__dirname, '..', '..', 'package.json'), 'utf8');
  return (JSON.parse(text) as { version: string }).version;
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { help: { type: 'boolean', short: 'h' }, version: { type: 'boolean', short: 'v' } },
    });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (!(error instanceof Error) || !code?.startsWith('ERR_PARSE_ARGS')) throw error;
    // Node's further sentences are advice about its own function.
    throw incomprehensible(error.message.split('. ')[0] ?? error.message);
  }
}

const incomprehensible = (what: string): CommandLineError =>
  new CommandLineError(
    `${what}. The commands are ${COMMANDS.join(', ')}; stagedoor --help says what they do.`,
  );
