/// <reference types="vite/client" />

interface ImportMetaEnv {
  /** The origin of another gateway, such as https://tickets.example.com. Default: the page's origin. */
  readonly VITE_GATEWAY_URL?: string;
  /** `true` loads upstream's pictures. Otherwise the page draws its own. */
  readonly VITE_REMOTE_IMAGES?: string;
}
