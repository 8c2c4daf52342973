import { type FastReads, createFastReads } from '../../src/fast-reads/fast-reads';
import { buildSchema } from '../../src/graphql/schema';
import { show, showId } from '../events/shows';
import { call } from '../http/call';
import { type House, openHouse } from '../support/house';
import { Choices, ReadDocuments } from './read-documents';

/** `READ_DOCUMENTS=100000 READ_SEED=7 npm run unit -- test/fast-reads/differential` compares as many as you like. */
const DOCUMENTS = Number(process.env['READ_DOCUMENTS'] ?? 100);
const SEED = Number(process.env['READ_SEED'] ?? Date.now() % 1_000_000);
/** Documents whose requests are mixed with one another. */
const AT_ONCE = 8;

const events = [
  show(showId('D', 1), { name: 'Motörhead “live” \u2028 😀' }),
  show(showId('D', 2)),
  show(showId('D', 3)),
];
// Upstream answers this one with nonsense, so that reading it fails.
const [, , unreadable] = events;
if (unreadable) Object.assign(unreadable, { answer: 'nonsense' });
const IDS = [...events.map(({ id }) => id), 'UNKNOWNUNKNOWN01'];
const ENV = {
  MAX_QUERY_ALIASES: '1000',
  MAX_DIRECTIVES: '1000',
  MAX_FRAGMENTS: '1000',
  EVENT_TTL_SECONDS: '80000',
  RATE_LIMIT_PER_ADDRESS: '0',
  // Lines of the level `debug` would be half a million.
  LOG_LEVEL: 'warn',
};

const INVALID = /"code":"GRAPHQL_(PARSE|VALIDATION)_FAILED"/;

interface Request {
  readonly query: string;
  readonly variables: Record<string, unknown>;
  readonly operationName?: string | null;
}

/** Everything of a reply that may not depend on earlier requests. */
async function send(house: House, request: Request, salt?: number): Promise<string> {
  // Another body for the same read, which no stored reply answers.
  const extensions = salt === undefined ? {} : { extensions: { salt } };
  const { status, headers, text } = await call(house, '/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ ...request, ...extensions }),
  });
  return `${status} ${headers['content-type'] ?? ''} ${text}`;
}

async function sendByGet(house: House, { query, variables, operationName }: Request): Promise<string> {
  const search = new URLSearchParams({ query, variables: JSON.stringify(variables) });
  if (typeof operationName === 'string') search.set('operationName', operationName);
  const { status, headers, text } = await call(house, `/graphql?${search.toString()}`);
  return `${status} ${headers['content-type'] ?? ''} ${text}`;
}

describe('replies of the fast paths', () => {
  let fast: House;
  let plain: House;
  /** Replies that each fast path gave. */
  const replies = { known: 0, stored: 0 };

  beforeAll(async () => {
    plain = await openHouse({ sandbox: { events }, env: ENV, fastReads: () => null });
    const fastReads: (parts: Parameters<typeof createFastReads>[0]) => FastReads = (parts) => {
      const made = createFastReads(parts);
      const find = made.ready.find.bind(made.ready);
      made.ready.find = (key) => {
        const found = find(key);
        if (found) replies.stored++;
        return found;
      };
      const execute: FastReads['known']['execute'] = (...request) => {
        const reply = made.known.execute(...request);
        const count = (text: string | null) => void (replies.known += text === null ? 0 : 1);
        if (reply instanceof Promise) void reply.then(count);
        else count(reply);
        return reply;
      };
      return { ...made, known: { execute } };
    };
    fast = await openHouse({ sandbox: { events }, env: ENV, fastReads });
  });
  afterAll(async () => {
    await fast.close();
    await plain.close();
  });

  it(`are those of Apollo Server, byte for byte, in every order (READ_SEED=${SEED})`, async () => {
    const choices = new Choices(SEED);
    const documents = new ReadDocuments(buildSchema(), IDS, choices);
    for (let done = 0; done < DOCUMENTS; done += AT_ONCE) {
      const requests: { request: Request; right: string }[] = [];
      for (let at = 0; at < AT_ONCE; at++) {
        const document = documents.next();
        const names = [...document.operations, ...document.operations, undefined, '', 'Other'];
        for (let times = 0; times < 3; times++) {
          const operationName = choices.pick(names);
          const request = {
            query: document.query,
            variables: documents.variablesFor(document),
            ...(operationName !== undefined && { operationName }),
          };
          const right = await send(plain, request);
          // An invalid document would compare nothing.
          if (INVALID.test(right)) throw new Error(`This document is invalid: ${document.query}\n${right}`);
          requests.push({ request, right });
        }
      }
      for (let turn = 0; turn < requests.length * 5; turn++) {
        const { request, right } = choices.pick(requests);
        const way = choices.below(3);
        const reply =
          way === 0
            ? await send(fast, request)
            : way === 1
              ? await send(fast, request, choices.below(1_000_000))
              : await sendByGet(fast, request);
        if (reply !== right) expect({ request, way, reply }).toEqual({ request, way, reply: right });
      }
    }
    // The comparison is worth nothing unless both paths answered.
    expect(replies.known).toBeGreaterThan(DOCUMENTS);
    expect(replies.stored).toBeGreaterThan(DOCUMENTS / 10);
  }, 7_200_000);
});
