import { namespaceOf } from '@baremetal/backstage-plugin-baremetal-common';
import { credentialsName } from '../../manifests/credentials';
import { keepsStore } from '../../spec/data';
import type { RenderedEnvironment } from '../../types';
import { at, containersOf, ofKind, podMakersOf } from '../kube';
import { error, info, type Rule } from '../rule';

const SECRET_NAME =
  /(PASSWORD|PASSWD|PASSPHRASE|TOKEN|SECRET|CREDENTIALS?|(API|ACCESS|PRIVATE|SECRET|SIGNING|ENCRYPTION|MASTER)_?KEY)$/i;
/** The value of another variable, as Kubernetes puts it in. */
const REFERENCE = /^\$\([\w.-]+\)$/;
/** What SOPS has encrypted. */
const ENCRYPTED = /^ENC\[[^\]]+\]$/;
/** An address with a user and a password in it. */
const SECRET_VALUE = /^[a-z][a-z0-9+.-]*:\/\/[^/\s:@]+:[^/\s@]+@/i;

/** What is in Git is known to everybody who can read the repository, and stays known. */
export const SE01: Rule = {
  id: 'SE01',
  title: 'No secret is written into the repository',
  *check({ spec, platform, environments }) {
    for (const environment of environments) {
      for (const where of literalsIn(environment)) {
        yield error({
          path: `deploy/overlays/${environment.environment}`,
          message: `${where} would hold a secret in plain text, and everybody who reads the repository knows it, for good.`,
          fix: 'Keep it in the secret store and bring it with an ExternalSecret, or encrypt it with SOPS.',
          environments: [environment.environment],
        });
      }
    }
    if (keepsStore(spec) && platform.secretStore === undefined) {
      const namespaces = spec.environments.map(({ name }) =>
        namespaceOf(spec.name, name),
      );
      yield info({
        path: 'data',
        message: `The platform has no secret store, so the password of the store is in no file: the pods wait until the Secret ${credentialsName(
          spec.name,
        )} exists in ${namespaces.join(', ')}.`,
        fix: `Ask the platform team to run, once per namespace and in its cluster: kubectl -n ${
          namespaces[0]
        } create secret generic ${credentialsName(
          spec.name,
        )} --from-literal=password="$(openssl rand -base64 24)"`,
      });
    }
  },
};

function* literalsIn(environment: RenderedEnvironment): Iterable<string> {
  for (const workload of podMakersOf(environment)) {
    for (const { name, env = [] } of containersOf(workload)) {
      for (const variable of env) {
        if (isSecret(variable.name, variable.value)) {
          yield `The variable ${variable.name} of container ${name}`;
        }
      }
    }
  }
  for (const secret of ofKind(environment, 'Secret')) {
    const values = ['data', 'stringData'].flatMap(field =>
      Object.values((at(secret, field) ?? {}) as object),
    );
    if (values.some(isReadable)) {
      yield `Secret ${secret.metadata.name}`;
    }
  }
  for (const config of ofKind(environment, 'ConfigMap')) {
    for (const [key, value] of Object.entries(config.data ?? {})) {
      if (isSecret(key, value)) {
        yield `${key} of ConfigMap ${config.metadata.name}`;
      }
    }
  }
}

function isSecret(name: string, value: unknown): boolean {
  if (typeof value !== 'string' || !isReadable(value)) return false;
  return SECRET_NAME.test(name) || SECRET_VALUE.test(value);
}

function isReadable(value: unknown): boolean {
  const text = String(value ?? '');
  return text !== '' && !REFERENCE.test(text) && !ENCRYPTED.test(text);
}
