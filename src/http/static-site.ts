import { existsSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import { join } from 'node:path';

import sirv from 'sirv';

import { type Answer, refuse, reply } from './reply';

/** A folder of files for browsers. */
export interface StaticSite {
  readonly folder: string;
  /** What its pages may load besides what `CONTENT_SECURITY_POLICY` grants, by directive. */
  readonly grants?: Readonly<Record<string, string>>;
  /** What to say where the folder has not been built. */
  readonly missing: string;
  /** Whether the page finds its own way: a path that names no file is answered with index.html. */
  readonly singlePage?: boolean;
}

/** Nothing from elsewhere, no script or style in the page itself, no page around it. */
const CONTENT_SECURITY_POLICY: Readonly<Record<string, string>> = {
  'default-src': "'none'",
  'script-src': "'self'",
  'connect-src': "'self'",
  'img-src': "'self' data:",
  'style-src': "'self'",
  'font-src': "'self' data:",
  'base-uri': "'none'",
  'form-action': "'none'",
  'frame-ancestors': "'none'",
};

/** Files whose names hold a hash of what is in them, as Vite names them: they never change. */
const HASHED = /\/assets\/[^/]+\.\w+$/;
const A_YEAR = 'public, max-age=31536000, immutable';

/**
 * Serves the files of a folder: `x.js.br` or `x.js.gz` in the place of `x.js` where they are there and the browser takes
 * them, hashed files to be kept for a year, all others to be asked for again by their ETag.
 *
 * @returns what answers a GET or HEAD request for `path`, the path within the folder.
 */
export function staticSite(site: StaticSite) {
  const policy = Object.entries({ ...CONTENT_SECURITY_POLICY, ...site.grants })
    .map((directive) => directive.join(' '))
    .join('; ');
  const serve = sirv(site.folder, {
    // Looks at the disk with every request: the folder may be built, or built anew, while we run.
    dev: true,
    etag: true,
    brotli: true,
    gzip: true,
    single: site.singlePage ?? false,
    // sirv would forget that answers also differ by origin.
    setHeaders: (response) => response.setHeader('vary', 'Origin, Accept-Encoding'),
    onNoMatch: (_, response) => refuse(response as Answer, 404, 'NOT_FOUND', 'There is no such page.'),
  });
  return (request: IncomingMessage, response: Answer, path: string): void => {
    if (!existsSync(join(site.folder, 'index.html'))) {
      return reply(response, 503, { 'content-type': 'text/plain; charset=utf-8' }, `${site.missing}\n`);
    }
    for (const [name, value] of Object.entries(response.commonByName)) response.setHeader(name, value);
    response.setHeader('content-security-policy', policy);
    response.setHeader('x-frame-options', 'DENY');
    response.setHeader('referrer-policy', 'no-referrer');
    response.setHeader('cache-control', HASHED.test(path) ? A_YEAR : 'no-cache');
    // None of the files is worth reading in parts, and parts that make no sense would be errors.
    delete request.headers.range;
    request.url = path || '/';
    serve(request, response);
  };
}
