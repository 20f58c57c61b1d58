import { namespaceOf } from '@baremetal/backstage-plugin-baremetal-common';
import { sha256 } from '../../hash/sha256';
import type { ServiceSpec } from '../../spec/serviceSpec';
import { metadataOf } from '../metadata';
import { placed } from './panel';
import { panelsOf } from './panels';
import type { Typed } from '../typed';

/** Label by which Grafana's sidecar finds dashboards. */
const DASHBOARD_LABEL = 'grafana_dashboard';

/** A Grafana dashboard, the same in each environment: its reader chooses the namespace. */
export function dashboard(spec: ServiceSpec): Typed<'ConfigMap'> {
  const { name } = spec;
  const metadata = metadataOf({
    service: name,
    name: `${name}-dashboard`,
    wave: 'last',
  });
  return {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: {
      ...metadata,
      labels: { ...metadata.labels, [DASHBOARD_LABEL]: '1' },
    },
    data: {
      [`${name}.json`]: `${JSON.stringify(modelOf(spec), undefined, 1)}\n`,
    },
  };
}

function modelOf(spec: ServiceSpec) {
  return {
    // Grafana takes no more than 40 characters, which a name alone may have.
    uid: sha256(`dashboard of ${spec.name}`).slice(0, 32),
    title: spec.name,
    tags: ['golden-path'],
    schemaVersion: 39,
    editable: false,
    refresh: '30s',
    time: { from: 'now-3h', to: 'now' },
    templating: { list: [datasource(), namespaces(spec)] },
    panels: placed(panelsOf(spec)),
  };
}

function datasource() {
  return {
    name: 'datasource',
    label: 'Prometheus',
    type: 'datasource',
    query: 'prometheus',
  };
}

/** Asked, not listed: the Prometheus of one cluster does not know the others' namespaces. */
function namespaces({ name, environments }: ServiceSpec) {
  const names = environments.map(environment =>
    literal(namespaceOf(name, environment.name)),
  );
  return {
    name: 'namespace',
    label: 'Namespace',
    type: 'query',
    datasource: { type: 'prometheus', uid: '${datasource}' },
    query: `label_values(kube_pod_info{namespace=~"${names.join(
      '|',
    )}"}, namespace)`,
    refresh: 2,
    sort: 1,
  };
}

/** Text that a regular expression inside a PromQL string takes for itself. */
function literal(text: string): string {
  const pattern = text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return JSON.stringify(pattern).slice(1, -1);
}
