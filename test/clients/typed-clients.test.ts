import { execFile } from 'node:child_process';
import { once } from 'node:events';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { CREATE, DELETE, TWO_TICKETS } from '../support/carts';
import { ask } from '../support/house';
import { type WallClockHouse, openWallClockHouse } from '../support/wall-clock-house';

const ROOT = join(__dirname, '..', '..');
/** The tools that generate and check types are slow. */
const TOOLS_MS = 90_000;

let house: WallClockHouse;
/** A frontend of its own, somewhere else: a copy of examples/clients with its packages installed. */
let project: string;

/** Runs a program of the project. Resolves to whether it failed, and to its output. */
const run = (script: string, ...args: string[]): Promise<{ failed: boolean; printed: string }> =>
  new Promise((resolve) => {
    const env = { PATH: process.env['PATH'], STAGEDOOR_SCHEMA: `${house.url}/schema.graphql` };
    execFile(process.execPath, [script, ...args], { cwd: project, env }, (error, stdout, stderr) =>
      resolve({ failed: error !== null, printed: stdout + stderr }),
    );
  });

const compile = () => run('node_modules/typescript/bin/tsc', '-p', '.');

beforeAll(async () => {
  house = await openWallClockHouse();
  project = mkdtempSync(join(tmpdir(), 'stagedoor-'));
  cpSync(join(ROOT, 'examples', 'clients'), project, { recursive: true });
  const packages = join(project, 'node_modules');
  mkdirSync(packages);
  for (const name of readdirSync(join(ROOT, 'node_modules')).filter((entry) => !entry.startsWith('.'))) {
    symlinkSync(join(ROOT, 'node_modules', name), join(packages, name));
  }

  const generated = await run('node_modules/@graphql-codegen/cli/cjs/bin.js');
  if (generated.failed) throw new Error(generated.printed);
  const compiled = await compile();
  if (compiled.failed) throw new Error(compiled.printed);
}, TOOLS_MS);
afterAll(async () => {
  rmSync(project, { recursive: true });
  await house.close();
});

/** Programs that must not compile, each with the compiler's message. */
const WRONG: Readonly<Record<string, readonly [program: string, complaint: RegExp]>> = {
  'a-misspelt-field': [
    `import type { ReadEventQuery } from './gql/graphql.js';
     export const name = ({ event }: ReadEventQuery) => event?.nmae;`,
    /'nmae' does not exist/,
  ],
  'a-token-of-a-result-that-may-not-be-pending': [
    `import type { ReservationFragment } from './gql/graphql.js';
     export const token = (result: ReservationFragment) => result.token;`,
    /'token' does not exist/,
  ],
  'an-unhandled-result': [
    `import type { ReservationFragment } from './gql/graphql.js';
     export function id(result: ReservationFragment): string {
       switch (result.__typename) {
         case 'Cart': return result.id;
       }
     }`,
    /lacks ending return statement/,
  ],
  'a-time-that-is-not-text': [
    `import type { ReservationFragment } from './gql/graphql.js';
     export const end = (result: ReservationFragment) =>
       result.__typename === 'UnderMaintenance' ? result.window?.endsAt.getTime() : 0;`,
    /'getTime' does not exist on type 'string'/,
  ],
  'arithmetic-with-an-amount': [
    `import type { ReadEventQuery } from './gql/graphql.js';
     export const twice = ({ event }: ReadEventQuery) =>
       2 * (event?.tickets[0]?.prices[0]?.displayAmount.amount ?? '0');`,
    /arithmetic operation must be of type/,
  ],
};

describe('types generated from /schema.graphql', () => {
  it(
    'refuse wrong programs: they know every field, every result, and that money is text',
    async () => {
      const files = Object.entries(WRONG).map(([name, [program, complaint]]) => {
        const path = join(project, 'src', `${name}.ts`);
        writeFileSync(path, program);
        return { path, complaint: new RegExp(`^src/${name}\\.ts.*${complaint.source}`, 'm') };
      });
      const { printed } = await compile();
      files.forEach(({ path }) => rmSync(path));
      for (const { complaint } of files) expect(printed).toMatch(complaint);
      expect(printed.match(/^src\//gm)).toHaveLength(files.length);
    },
    TOOLS_MS,
  );
});

describe('npm run client-types', () => {
  it(
    'writes the same types into a frontend without the tools',
    async () => {
      const frontend = mkdtempSync(join(tmpdir(), 'stagedoor-'));
      cpSync(join(project, 'src', 'operations.ts'), join(frontend, 'src', 'operations.ts'));
      const { printed } = await run(join(ROOT, 'scripts', 'client-types.mjs'), frontend);
      expect(printed).toBe('');
      const generated = (folder: string) =>
        Object.fromEntries(
          readdirSync(join(folder, 'src', 'gql')).map((name) => [
            name,
            readFileSync(join(folder, 'src', 'gql', name), 'utf8'),
          ]),
        );
      expect(generated(frontend)).toEqual(generated(project));
      rmSync(frontend, { recursive: true });
    },
    TOOLS_MS,
  );
});

/** Runs a client for which there is no reservation until it has printed its place in line. */
async function runInLine(client: string): Promise<string> {
  const full = await openWallClockHouse({ PARTNER_RESERVATIONS: '1' });
  try {
    const { data } = await ask(full.url, CREATE, { input: TWO_TICKETS });
    const { id } = data.createCart as { id: string };
    const child = execFile(process.execPath, [`dist/${client}.js`, full.url], { cwd: project });
    let printed = '';
    child.stdout?.on('data', (chunk: string) => {
      if (/in line/.test(chunk)) void ask(full.url, DELETE, { input: { cartId: id } });
      printed += chunk;
    });
    await once(child, 'close');
    return printed;
  } finally {
    await full.close();
  }
}

describe('the examples of clients', () => {
  it.each(['fetch', 'apollo', 'urql'])(
    '%s reads an event, holds seats, waits for them, and gives them back',
    async (client) => {
      const { printed } = await run(`dist/${client}.js`, house.url);
      expect(printed.split('\n')).toEqual([
        'Seattle Sounders FC vs. San Jose Earthquakes: 25.00',
        expect.stringMatching(/^Pending for/),
        ...printed.split('\n').filter((line, at) => at > 1 && line.startsWith('Pending')),
        expect.stringMatching(/^Held for \d+ seconds: 50\.00 USD\.$/),
        'CartDeleted',
        '',
      ]);
    },
    TOOLS_MS,
  );

  it(
    'show the place in line until there is a reservation',
    async () => {
      const printed = await runInLine('fetch');
      expect(printed).toMatch(/^Number 1 in line, for about \d+ minutes?\.$/m);
      expect(printed).toMatch(/^Held for \d+ seconds: 50\.00 USD\.$/m);
    },
    TOOLS_MS,
  );
});
