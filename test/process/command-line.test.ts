import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { type Sandbox, startSandbox } from '../../src/sandbox/sandbox';
import { killPrograms, startProgram } from '../support/programs';

const ROOT = join(__dirname, '..', '..');
const MAIN = join(ROOT, 'dist', 'main.js');

/** Runs the built process to its end. */
async function run(args: readonly string[], env: Record<string, string> = {}) {
  const program = startProgram(process.execPath, [MAIN, ...args], { env });
  const code = await program.ended();
  return { code, lines: program.printed().trimEnd().split('\n') };
}

/** Starts the sandbox alone. Resolves to the settings of a gateway before it. */
async function sandbox(): Promise<Record<string, string>> {
  const { saw } = startProgram(process.execPath, [MAIN, 'sandbox']);
  return {
    PARTNER_API_URL: await saw(/Partner API at (\S+)/),
    PARTNER_API_KEY: await saw(/PARTNER_API_KEY\s+(\S+)/),
    PARTNER_API_SECRET: await saw(/PARTNER_API_SECRET\s+(\S+)/),
  };
}

const LEDGER_OK = 'ok        ledger: can be written in .stagedoor';
const NO_PROXY = /^notice {4}TRUSTED_PROXIES is not set/;

afterEach(killPrograms);

describe('the command line', () => {
  it.each(['--help', '-h'])('%s lists the commands', async (option) => {
    const { code, lines } = await run([option]);
    expect(code).toBe(0);
    for (const command of ['serve', 'sandbox', 'check'])
      expect(lines).toContainEqual(expect.stringMatching(`^  ${command} +[A-Z]`));
  });

  it.each(['--version', '-v'])('%s prints the version of the package', async (option) => {
    const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string };
    expect(await run([option])).toEqual({ code: 0, lines: [version] });
  });

  it.each([
    [['srve'], '"srve" is not a command. '],
    [['check', 'twice'], '"twice" is one word too many. '],
    [['--port=4000'], "Unknown option '--port'. "],
    [['--help=yes'], "Option '-h, --help' does not take an argument. "],
  ])('ends with a sentence at %j', async (args, sentence) => {
    const { code, lines } = await run(args);
    expect(code).toBe(1);
    expect(lines).toEqual([
      `${sentence}The commands are serve, sandbox, check; stagedoor --help says what they do.`,
    ]);
  });
});

describe('check', () => {
  it('passes with good settings, a ledger and credentials, and serves nothing', async () => {
    const { code, lines } = await run(['check'], await sandbox());
    expect(lines).toEqual([
      'ok        settings: can be used',
      expect.stringMatching(NO_PROXY),
      LEDGER_OK,
      'ok        upstream: the Partner API has granted an access token',
    ]);
    expect(code).toBe(0);
  });

  it('passes without credentials, and warns of it in production; trusted proxies need no notice', async () => {
    const { code, lines } = await run(['check'], { NODE_ENV: 'production', TRUSTED_PROXIES: '10.0.0.0/8' });
    expect(lines).toEqual([
      'ok        settings: can be used',
      expect.stringMatching(/^notice {4}NODE_ENV is production, but no partner credentials are set/),
      LEDGER_OK,
      'ok        upstream: no partner credentials are set, the sandbox will stand in',
    ]);
    expect(code).toBe(0);
  });

  it('fails for each wrong setting, and tries nothing with them', async () => {
    const { code, lines } = await run(['check'], { PORT: 'four thousand', LOG_LEVEL: 'loud' });
    expect(lines).toEqual([
      expect.stringMatching(/^FAILED {4}settings: PORT cannot be used: /),
      expect.stringMatching(/^FAILED {4}settings: LOG_LEVEL cannot be used: /),
    ]);
    expect(code).toBe(1);
  });

  it('fails for trusted documents that cannot be read', async () => {
    const { code, lines } = await run(['check'], { PERSISTED_QUERIES: 'nowhere.json' });
    expect(lines).toEqual([expect.stringMatching(/^FAILED {4}settings: PERSISTED_QUERIES cannot be used: /)]);
    expect(code).toBe(1);
  });

  it('fails for a ledger that cannot be, and tries upstream all the same', async () => {
    const { code, lines } = await run(['check'], { ...(await sandbox()), STATE_DIR: MAIN });
    expect(lines.slice(2)).toEqual([
      expect.stringMatching(/^FAILED {4}ledger: STATE_DIR cannot be used: /),
      'ok        upstream: the Partner API has granted an access token',
    ]);
    expect(code).toBe(1);
  });

  it('fails for credentials that upstream refuses', async () => {
    const { code, lines } = await run(['check'], { ...(await sandbox()), PARTNER_API_SECRET: 'wrong' });
    expect(lines.slice(2)).toEqual([
      LEDGER_OK,
      'FAILED    upstream: the Partner API does not accept PARTNER_API_KEY and PARTNER_API_SECRET.',
    ]);
    expect(code).toBe(1);
  });

  describe('for an account of edition 2018 without a secret', () => {
    let upstream: Sandbox;
    let env: Record<string, string>;
    beforeEach(async () => {
      upstream = await startSandbox({ edition: '2018', accessTokens: false });
      const { url, apiKey } = upstream;
      env = { PARTNER_API_EDITION: '2018', PARTNER_API_URL: url, PARTNER_API_KEY: apiKey };
    });
    afterEach(() => upstream.close());

    it('tries the key', async () => {
      const { code, lines } = await run(['check'], env);
      expect(lines.slice(2)).toEqual([LEDGER_OK, 'ok        upstream: the Partner API accepts the key']);
      expect(code).toBe(0);
    });

    it('fails for a key that upstream does not know', async () => {
      const { code, lines } = await run(['check'], { ...env, PARTNER_API_KEY: 'wrong' });
      const failure = 'FAILED    upstream: the Partner API does not accept PARTNER_API_KEY.';
      expect(lines.slice(2)).toEqual([LEDGER_OK, failure]);
      expect(code).toBe(1);
    });
  });

  it('fails where there is no upstream', async () => {
    const nowhere = { ...(await sandbox()), PARTNER_API_URL: 'http://127.0.0.1:1/partners/v1' };
    const { code, lines } = await run(['check'], nowhere);
    expect(lines.at(-1)).toMatch(
      /^FAILED {4}upstream: the Partner API cannot be reached, .* PARTNER_API_URL/,
    );
    expect(code).toBe(1);
  });
});

describe('the limit of open files', () => {
  /** Runs the built process with at most so many open files. */
  const runLimited = (limit: number, args: readonly string[], env: Record<string, string> = {}) =>
    startProgram('prlimit', [`--nofile=${limit}`, process.execPath, MAIN, ...args], { env });
  const sentence = (needed: number, room: string) =>
    `need ${needed}: raise the limit (ulimit -n ${needed}; systemd: LimitNOFILE=${needed})${room}.`;

  it('is compared with the connections at start, and a line of the log says what to raise', async () => {
    const { saw } = runLimited(1000, [], { PORT: '0' });
    // 10000 clients, both ends of 64 connections to the sandbox inside, and something for files.
    const said = await saw(/^(\{.*This process may have.*\})$/m);
    expect(JSON.parse(said)).toMatchObject({
      level: 40,
      msg:
        'This process may have 1000 files open, but 10000 connections (MAX_CONNECTIONS) ' +
        sentence(10_328, ', or lower MAX_CONNECTIONS to 672'),
    });
  });

  it('suffices without a word', async () => {
    const { saw, printed } = runLimited(1000, [], { PORT: '0', MAX_CONNECTIONS: '672' });
    await saw(/(open at)/);
    expect(printed()).not.toContain('files open');
  });

  it('is a notice of `check`, too, and hardly any is no place for connections at all', async () => {
    const program = runLimited(200, ['check'], await sandbox());
    expect(await program.ended()).toBe(0);
    expect(program.printed()).toContain(sentence(10_264, ''));
  });
});
