import { join } from 'node:path';

import { request as fetchWhole } from 'undici';

import type { Compressor } from '../compression/compressor';
import { Refusal } from '../refusal';
import { redirect, send } from '../response';
import type { Route } from '../routes';
import { type StaticSite, staticSite } from './static-site';
import { textFile } from './text-file';

export interface PageSettings {
  /** Whether browsers get GraphiQL. */
  readonly playground: boolean;
  /** The whole schema as SDL; null: it is not shown. */
  readonly schemaText: string | null;
  /** The address of the internal sandbox's report; null: there is no sandbox inside, and none of its pages. */
  readonly sandboxReport: string | null;
}

/** The folders of pages lie beside the sources and beside the build alike. */
const ROOT = join(__dirname, '..', '..', '..');

const LANDING: StaticSite = { folder: join(ROOT, 'landing'), missing: 'The landing page is missing.' };
const PLAYGROUND: StaticSite = {
  folder: join(ROOT, 'playground', 'dist'),
  // GraphiQL's editor and dialogs are placed by style elements of their own.
  grants: { 'style-src': "'self' 'unsafe-inline'" },
  missing: 'The playground is not built yet: npm start builds it.',
};
const SHOP: StaticSite = {
  folder: join(ROOT, 'examples', 'storefront', 'dist'),
  missing: 'The shop is not built yet: npm start builds it.',
  singlePage: true,
};

const STATUS: StaticSite = { folder: join(ROOT, 'status'), missing: 'The status page is missing.' };

const ONLY_READ = new Refusal(405, 'METHOD_NOT_ALLOWED', 'Read pages with GET.', {
  headers: { allow: 'GET, HEAD' },
});

/**
 * What a browser can see: the playground, the schema and the status page, which asks for the operator's token; and with the sandbox also the landing page, the example shop and
 * the report. All addresses within pages are relative, so that they work below any path of a proxy.
 */
export const pageRoutes = (
  { playground, schemaText, sandboxReport }: PageSettings,
  compressor: Compressor,
): readonly Route[] =>
  [
    ...(playground ? playgroundRoutes() : []),
    ...(schemaText === null
      ? []
      : [{ path: /^\/schema\.graphql$/, handle: textFile(schemaText, compressor) }]),
    ...siteRoutes('status', staticSite(STATUS)),
    ...(sandboxReport === null ? [] : sandboxRoutes(sandboxReport)),
  ].map(readOnly);

function playgroundRoutes(): Route[] {
  return [
    {
      path: /^\/graphql$/,
      applies: ({ method, accepted }, url) =>
        (method === 'GET' || method === 'HEAD') &&
        accepted.prefersPage &&
        !url.searchParams.has('query') &&
        !url.searchParams.has('extensions'),
      handle: (_, response) => redirect(response, 'playground/'),
    },
    ...siteRoutes('playground', staticSite(PLAYGROUND)),
  ];
}

/** The pages of the sandbox inside. */
function sandboxRoutes(report: string): Route[] {
  const landing = staticSite(LANDING);
  return [
    { path: /^\/$/, handle: (request, response) => landing(request, response, '/') },
    {
      path: /^\/landing(\/.+)$/,
      handle: (request, response, [path = '']) => landing(request, response, path),
    },
    { path: /^\/landing(\/?)$/, handle: (_, response, [slash]) => redirect(response, slash ? '../' : './') },
    ...siteRoutes('shop', staticSite(SHOP)),
    {
      path: /^\/report$/,
      // Browsers elsewhere do not reach the sandbox's own address.
      handle: async (_, response) => {
        const { statusCode, body } = await fetchWhole(report);
        const type = { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' };
        send(response, statusCode, type, await body.text());
      },
    },
  ];
}

/** A site below `/name/`. */
const siteRoutes = (name: string, site: ReturnType<typeof staticSite>): Route[] => [
  { path: new RegExp(`^/${name}$`), handle: (_, response) => redirect(response, `${name}/`) },
  {
    path: new RegExp(`^/${name}(/.*)$`),
    handle: (request, response, [path = '']) => site(request, response, path),
  },
];

/** The same route for GET and HEAD; other methods are refused. */
const readOnly = (route: Route): Route => ({
  ...route,
  handle: (request, response, parts, url) =>
    request.method === 'GET' || request.method === 'HEAD'
      ? route.handle(request, response, parts, url)
      : ONLY_READ,
});
