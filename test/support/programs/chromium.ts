import { type Browser, chromium } from 'playwright-core';

import { type Program, installed } from './debian';

const CHROMIUM: Program = {
  title: 'Chromium',
  debianPackage: 'chromium',
  names: ['chromium', 'chromium-browser', 'google-chrome'],
};

/** No sandbox of its own (it may run as root), no calls home, and no way to anywhere but this machine. */
const ARGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // Not by routes that playwright intercepts: with those it answers CORS preflights itself.
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
];

/**
 * Starts the Chromium of this machine, which reaches nothing but 127.0.0.1.
 *
 * @param ignoreDefaultArgs arguments that the driver would add.
 * @throws Error as `installed` does.
 */
export const launchChromium = (ignoreDefaultArgs: string[] = []): Promise<Browser> =>
  chromium.launch({ executablePath: installed(CHROMIUM), args: ARGS, ignoreDefaultArgs });
