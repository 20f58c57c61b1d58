import { generateKeyPairSync, randomBytes } from 'node:crypto';
import forge from 'node-forge';

/** A certificate authority of its own, and one server certificate for this machine. */
export interface Certificates {
  readonly ca: string;
  readonly cert: string;
  readonly key: string;
}

const DAY = 86_400_000;

/** Made anew for each platform; nothing is written to disk. */
export function createCertificates(now: number): Certificates {
  const ca = keyPair();
  const server = keyPair();
  const caName = [
    { name: 'commonName', value: 'Simulated platform, certificate authority' },
  ];
  const caCertificate = sign({
    publicKey: ca.publicKey,
    subject: caName,
    issuer: caName,
    signer: ca.privateKey,
    now,
    extensions: [
      { name: 'basicConstraints', cA: true, critical: true },
      { name: 'keyUsage', keyCertSign: true, cRLSign: true, critical: true },
    ],
  });
  const certificate = sign({
    publicKey: server.publicKey,
    subject: [{ name: 'commonName', value: 'kube-apiserver' }],
    issuer: caName,
    signer: ca.privateKey,
    now,
    extensions: [
      { name: 'basicConstraints', cA: false },
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
  return {
    ca: forge.pki.certificateToPem(caCertificate),
    cert: forge.pki.certificateToPem(certificate),
    key: forge.pki.privateKeyToPem(server.privateKey),
  };
}

/** Node makes the keys: many times faster than node-forge does. */
function keyPair(): {
  publicKey: forge.pki.rsa.PublicKey;
  privateKey: forge.pki.rsa.PrivateKey;
} {
  const pair = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs1', format: 'pem' },
  });
  return {
    publicKey: forge.pki.publicKeyFromPem(pair.publicKey),
    privateKey: forge.pki.privateKeyFromPem(pair.privateKey),
  };
}

function sign(request: {
  publicKey: forge.pki.rsa.PublicKey;
  subject: forge.pki.CertificateField[];
  issuer: forge.pki.CertificateField[];
  signer: forge.pki.rsa.PrivateKey;
  now: number;
  extensions: object[];
}): forge.pki.Certificate {
  const certificate = forge.pki.createCertificate();
  certificate.publicKey = request.publicKey;
  certificate.serialNumber = `01${randomBytes(8).toString('hex')}`;
  certificate.validity.notBefore = new Date(request.now - DAY);
  certificate.validity.notAfter = new Date(request.now + 30 * DAY);
  certificate.setSubject(request.subject);
  certificate.setIssuer(request.issuer);
  certificate.setExtensions(request.extensions);
  certificate.sign(request.signer, forge.md.sha256.create());
  return certificate;
}
