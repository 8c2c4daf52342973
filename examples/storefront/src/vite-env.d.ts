/// <reference types="vite/client" />

interface ImportMetaEnv {
  /** The origin of a gateway elsewhere, such as https://tickets.example.com. Left out: the page's own. */
  readonly VITE_GATEWAY_URL?: string;
  /** `true`: pictures are loaded from where upstream says they are. Otherwise the page draws its own. */
  readonly VITE_REMOTE_IMAGES?: string;
}
