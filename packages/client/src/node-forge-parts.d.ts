/** The part of node-forge that reads certificates: a page need not load the rest. */
declare module 'node-forge/lib/x509.js' {
  import { pki } from 'node-forge';
  export = pki;
}
