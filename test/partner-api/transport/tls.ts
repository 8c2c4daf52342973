import { generateKeyPairSync } from 'node:crypto';
import { once } from 'node:events';
import { type TlsOptions, createServer } from 'node:tls';

import forge from 'node-forge';

import { type Listener, portOf } from './listeners';

const DAY_MS = 24 * 60 * 60_000;

/** A certificate and its private key, both as PEM. */
export interface Identity {
  readonly cert: string;
  readonly key: string;
}

/** What is unusual about a certificate; without any of it, it is valid for 127.0.0.1 and signed by itself. */
interface Oddities {
  readonly ip?: string;
  /** Days from now. */
  readonly validFromDay?: number;
  readonly validToDay?: number;
  readonly issuer?: Identity;
}

/** Makes a certificate. */
export function makeIdentity({
  ip = '127.0.0.1',
  validFromDay = -1,
  validToDay = 1,
  issuer,
}: Oddities = {}): Identity {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    privateKeyEncoding: { type: 'pkcs1', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  });
  const certificate = forge.pki.createCertificate();
  certificate.serialNumber = '01';
  certificate.publicKey = forge.pki.publicKeyFromPem(publicKey);
  certificate.validity.notBefore = new Date(Date.now() + validFromDay * DAY_MS);
  certificate.validity.notAfter = new Date(Date.now() + validToDay * DAY_MS);
  certificate.setSubject([{ name: 'commonName', value: issuer ? 'leaf' : 'root' }]);
  certificate.setIssuer([{ name: 'commonName', value: 'root' }]);
  certificate.setExtensions([
    { name: 'basicConstraints', cA: !issuer },
    { name: 'subjectAltName', altNames: [{ type: 7, ip }] },
  ]);
  certificate.sign(forge.pki.privateKeyFromPem(issuer?.key ?? privateKey), forge.md.sha256.create());
  return { cert: forge.pki.certificateToPem(certificate), key: privateKey };
}

/** A TLS server on 127.0.0.1 that completes handshakes and never answers a request. */
export async function listenTls(options: TlsOptions): Promise<Listener> {
  const server = createServer(options, (socket) => socket.on('error', () => {}));
  server.on('tlsClientError', () => {});
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { port: portOf(server), close: () => void server.close() };
}
