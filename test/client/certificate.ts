import { constants, generateKeyPairSync, privateDecrypt } from 'node:crypto';

import forge from 'node-forge';

/** A certificate such as upstream hands out, and what reads that is encrypted under it. */
export function makeCertificate(): { pem: string; decrypt: (base64: string) => string } {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    privateKeyEncoding: { type: 'pkcs1', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  });
  const certificate = forge.pki.createCertificate();
  certificate.serialNumber = '01';
  certificate.publicKey = forge.pki.publicKeyFromPem(publicKey);
  certificate.setSubject([{ name: 'commonName', value: 'paysys-dev.0.us.3' }]);
  certificate.setIssuer([{ name: 'commonName', value: 'paysys-dev.0.us.3' }]);
  certificate.sign(forge.pki.privateKeyFromPem(privateKey), forge.md.sha256.create());
  return {
    pem: forge.pki.certificateToPem(certificate),
    decrypt: (base64) =>
      privateDecrypt(
        { key: privateKey, padding: constants.RSA_PKCS1_PADDING },
        Buffer.from(base64, 'base64'),
      ).toString('latin1'),
  };
}
