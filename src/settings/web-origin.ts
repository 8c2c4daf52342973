/** `scheme://host` or `scheme://host:port`, in lower case. */
const ORIGIN = /^[a-z][a-z0-9+.-]*:\/\/[a-z0-9._-]+(:\d{1,5})?$/;

/**
 * Whether `text` is an origin exactly as browsers and native shells send it in `Origin`, since it is compared as text.
 * The URL standard knows the origins of a few schemes only and calls all others opaque ("null"); the shells' own
 * (`capacitor:`, `ionic:`, `app:`, `tauri:`) are therefore checked by their form.
 */
export function isWebOrigin(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { origin, protocol } = new URL(text);
  return protocol === 'http:' || protocol === 'https:'
    ? origin === text && !text.includes('*')
    : ORIGIN.test(text);
}
