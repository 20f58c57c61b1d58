import { createPrivateKey, generateKeyPairSync } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import forge from 'node-forge';

/** Files of a certificate authority, the API servers' certificate, and the key that signs service accounts. */
export interface Pki {
  readonly caFile: string;
  readonly ca: string;
  readonly certFile: string;
  readonly keyFile: string;
  readonly serviceAccountKeyFile: string;
}

const DAYS = 30;

export function createPki(dir: string): Pki {
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  const authority = keyPair();
  const server = keyPair();
  const ca = certificate({
    subject: 'control-plane-ca',
    publicKey: authority.publicKey,
    issuer: 'control-plane-ca',
    signWith: authority.privateKey,
    extensions: [
      { name: 'basicConstraints', cA: true, critical: true },
      { name: 'keyUsage', keyCertSign: true, cRLSign: true, critical: true },
    ],
  });
  const cert = certificate({
    subject: 'kube-apiserver',
    publicKey: server.publicKey,
    issuer: 'control-plane-ca',
    signWith: authority.privateKey,
    extensions: [
      { name: 'keyUsage', digitalSignature: true, keyEncipherment: true },
      { name: 'extKeyUsage', serverAuth: true },
      {
        name: 'subjectAltName',
        altNames: [
          { type: 2, value: 'localhost' },
          { type: 7, ip: '127.0.0.1' },
        ],
      },
    ],
  });
  const write = (name: string, text: string) => {
    const file = join(dir, name);
    writeFileSync(file, text, { mode: 0o600 });
    return file;
  };
  return {
    ca,
    caFile: write('ca.crt', ca),
    certFile: write('apiserver.crt', cert),
    keyFile: write('apiserver.key', pem(server.privateKey)),
    serviceAccountKeyFile: write(
      'service-account.key',
      pem(keyPair().privateKey),
    ),
  };
}

function keyPair(): { publicKey: string; privateKey: string } {
  return generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
}

function pem(privateKey: string): string {
  return createPrivateKey(privateKey)
    .export({ type: 'pkcs1', format: 'pem' })
    .toString();
}

function certificate(options: {
  subject: string;
  issuer: string;
  publicKey: string;
  signWith: string;
  extensions: object[];
}): string {
  const cert = forge.pki.createCertificate();
  cert.publicKey = forge.pki.publicKeyFromPem(options.publicKey);
  // Serial numbers must be positive: a leading zero byte keeps the sign bit clear.
  cert.serialNumber = `00${forge.util.bytesToHex(
    forge.random.getBytesSync(8),
  )}`;
  cert.validity.notBefore = new Date(Date.now() - 60_000);
  cert.validity.notAfter = new Date(Date.now() + DAYS * 86_400_000);
  cert.setSubject([{ name: 'commonName', value: options.subject }]);
  cert.setIssuer([{ name: 'commonName', value: options.issuer }]);
  cert.setExtensions(options.extensions);
  cert.sign(
    forge.pki.privateKeyFromPem(options.signWith),
    forge.md.sha256.create(),
  );
  return forge.pki.certificateToPem(cert);
}
