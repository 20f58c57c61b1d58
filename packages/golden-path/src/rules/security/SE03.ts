import { LABELS } from '../../constants';
import { admittedNamespaces } from '../../manifests/exposure/admittedNamespaces';
import { prometheusNamespace } from '../../manifests/networkPolicies';
import type { Manifest } from '../../types';
import { at, listAt, matches, ofKind, podMakersOf } from '../kube';
import { error, resolved, type Rule } from '../rule';

/** A policy that denies everything also denies the questions without which nothing works. */
export const SE03: Rule = {
  id: 'SE03',
  title: 'Network policies let names, callers and Prometheus through',
  *check({ spec, platform, environments }) {
    const monitoring = prometheusNamespace(platform);
    for (const environment of environments) {
      const { environment: name } = environment;
      const service = podMakersOf(environment).find(
        workload => workload.name === spec.name,
      );
      if (service === undefined) continue;
      const policies = ofKind(environment, 'NetworkPolicy').filter(policy =>
        matches(at(policy, 'spec', 'podSelector'), service.podLabels),
      );
      const base = {
        path: `deploy/overlays/${name}`,
        environments: [name],
      };
      if (denies(policies, 'Egress') && !policies.some(allowsNames)) {
        yield error({
          ...base,
          message: `The network policies in ${name} let no pod ask for names, so it finds neither its store nor anything else.`,
          fix: 'Allow port 53 (UDP and TCP) to kube-dns in kube-system.',
        });
      }
      if (
        // Nothing scrapes a job.
        service.kind !== 'CronJob' &&
        denies(policies, 'Ingress') &&
        !policies.some(policy => admits(policy, monitoring))
      ) {
        yield error({
          ...base,
          message: `The network policies in ${name} keep Prometheus (namespace ${monitoring}) from the pods, so there are no metrics and every canary analysis is without data.`,
          fix: `Allow ingress from the namespace ${monitoring} to the port http.`,
        });
      }
      for (const namespace of admittedNamespaces(spec, platform)) {
        if (
          !denies(policies, 'Ingress') ||
          policies.some(policy => admits(policy, namespace))
        ) {
          continue;
        }
        yield error({
          ...base,
          message: `The network policies in ${name} keep the namespace ${namespace} from the pods, and callers from outside come through it.`,
          fix: `Allow ingress from the namespace ${namespace} to the port http.`,
        });
      }
    }
    yield resolved(
      `Everything is denied by default; let through are names (DNS), callers from the cluster to the port http, and Prometheus in ${monitoring}.`,
    );
  },
};

function denies(policies: readonly Manifest[], type: string): boolean {
  return policies.some(policy =>
    listAt(policy, 'spec', 'policyTypes').includes(type),
  );
}

function allowsNames(policy: Manifest): boolean {
  return listAt(policy, 'spec', 'egress').some(rule => {
    const ports = listAt(rule, 'ports');
    return ports.length === 0 || ports.some(port => at(port, 'port') === 53);
  });
}

function admits(policy: Manifest, namespace: string): boolean {
  return listAt(policy, 'spec', 'ingress').some(rule => {
    const from = listAt(rule, 'from');
    return (
      from.length === 0 ||
      from.some(peer => {
        const selector = at(peer, 'namespaceSelector');
        return (
          selector !== undefined &&
          matches(selector, { [LABELS.namespaceName]: namespace })
        );
      })
    );
  });
}
