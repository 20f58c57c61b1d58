import type { FormPage } from './formData';

/** Answers that a page asks for, by the first part of their path. Whatever is left is the last page's. */
const ROOTS: Record<Exclude<FormPage, 'repository'>, readonly string[]> = {
  identity: ['name', 'owner', 'system', 'description'],
  runtime: [
    'language',
    'hardwareClass',
    'port',
    'paths',
    'environments',
    'data',
    'snapshots',
    'scaling',
    'recommendations',
    'job',
    'disruption',
    'shutdown',
  ],
  delivery: [
    'delivery',
    'migration',
    'exposure',
    'edge',
    'egress',
    'slo',
    'productionSync',
  ],
};

/** Page on which the answer of a finding is given. A finding in a file has no answer of its own. */
export function pageOf(path: string): FormPage {
  const root = path.split('.')[0] ?? '';
  if (ROOTS.identity.includes(root)) return 'identity';
  if (ROOTS.runtime.includes(root)) return 'runtime';
  return ROOTS.delivery.includes(root) ? 'delivery' : 'repository';
}
