import type { IncomingMessage } from 'node:http';
import { join } from 'node:path';

import { type Answer, refuse, reply } from './reply';
import { type StaticSite, staticSite } from './static-site';

export interface PageSettings {
  /** Whether browsers get GraphiQL. */
  readonly playground: boolean;
  /** The whole schema as SDL; null: nobody may read it. */
  readonly schemaText: string | null;
  /** Where the report of the sandbox inside is; null: there is no sandbox inside, and nothing of it to see. */
  readonly sandboxReport: string | null;
}

/** Answers a request for a page. `path` is what follows the page's own name. */
type Page = (request: IncomingMessage, response: Answer, path: string) => void;

/** The folders of pages lie beside the sources and beside the build alike. */
const ROOT = join(__dirname, '..', '..');

const LANDING: StaticSite = { folder: join(ROOT, 'landing'), missing: 'The landing page is not there.' };
const PLAYGROUND: StaticSite = {
  folder: join(ROOT, 'playground', 'dist'),
  // GraphiQL's editor and dialogs place themselves by style elements of their own.
  grants: { 'style-src': "'self' 'unsafe-inline'" },
  missing: 'The playground is not built yet: npm start builds it.',
};
const SHOP: StaticSite = {
  folder: join(ROOT, 'examples', 'storefront', 'dist'),
  missing: 'The shop is not built yet: npm start builds it.',
  singlePage: true,
};

/**
 * What there is to see in a browser: the playground and the schema, and with the sandbox also the landing page and the
 * example shop.
 *
 * @returns what answers a request, and tells whether it did: what it did not answer is not for it.
 */
export function pages(settings: PageSettings) {
  const { schemaText, sandboxReport } = settings;
  const playground = settings.playground ? staticSite(PLAYGROUND) : undefined;
  const byName = new Map<string, Page>([
    ...(playground ? [['playground', playground] as const] : []),
    ...(schemaText === null ? [] : [['schema.graphql', textPage(schemaText)] as const]),
    ...(sandboxReport === null ? [] : sandboxPages(sandboxReport)),
  ]);
  return (request: IncomingMessage, response: Answer, url: URL): boolean => {
    if (url.pathname === '/graphql') {
      if (!playground || !wantsPage(request, url)) return false;
      playground(request, response, '/');
      return true;
    }
    const [, name = '', path = ''] = /^\/([^/]*)(\/.*)?$/.exec(url.pathname) ?? [];
    const page = byName.get(name);
    if (!page) return false;
    if (request.method === 'GET' || request.method === 'HEAD') page(request, response, path);
    else refuse(response, 405, 'METHOD_NOT_ALLOWED', 'A page is read with GET.', { allow: 'GET, HEAD' });
    return true;
  };
}

/** What there is to see of the sandbox inside. */
function sandboxPages(report: string): [string, Page][] {
  const shop = staticSite(SHOP);
  const landing = staticSite(LANDING);
  return [
    ['', landing],
    ['landing', landing],
    // The shop's own addresses are relative to its folder.
    [
      'shop',
      (request, response, path) => (path ? shop(request, response, path) : redirect(response, '/shop/')),
    ],
    ['report', (_, response) => redirect(response, report)],
  ];
}

/** Whether a request is a browser that opens a page, rather than a client that asks a query. */
const wantsPage = (request: IncomingMessage, url: URL): boolean =>
  request.method === 'GET' &&
  !url.searchParams.has('query') &&
  !url.searchParams.has('extensions') &&
  (request.headers.accept ?? '').includes('text/html');

const redirect = (response: Answer, location: string): void => reply(response, 302, { location });

const textPage =
  (text: string): Page =>
  (_, response) =>
    reply(response, 200, { 'content-type': 'text/plain; charset=utf-8' }, text);
