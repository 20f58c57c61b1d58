import type { PlatformFacts } from '@baremetal/backstage-plugin-baremetal-common';
import fc from 'fast-check';
import { parseAllDocuments } from 'yaml';
import { validAnswers } from './__testUtils__/arbitraries';
import { mistakes } from './__testUtils__/arbitraryMistakes';
import { LOCK_FILE } from './constants';
import { planAnswers, planService } from './plan';
import { renderService } from './renderService';
import { PLATFORM, roomy } from './rules/goodAnswers';
import { subjectOf } from './rules/subject';
import { parseServiceSpec } from './spec/parseServiceSpec';
import { type ServiceSpec, serviceSpecSchema } from './spec/serviceSpec';
import { workloadKindOf } from './spec/workload';
import type { FileTree } from './types';

/** Given to replay a run; every name of a test says which one it was. */
const SEED = Number(process.env.PROPERTY_SEED ?? Date.now() % 2 ** 31);

/** On a laptop, fewer. */
const RUNS = process.env.CI ? 2000 : 400;

/** Little configured, and everything: what one lacks the other writes. */
const PLATFORMS: readonly PlatformFacts[] = [
  PLATFORM,
  {
    ...PLATFORM,
    secretStore: { kind: 'ClusterSecretStore', name: 'vault' },
    backup: {
      endpoint: 'https://s3.example:9000',
      bucket: 'backups',
      secretStoreKey: 'platform/backups',
    },
    exposure: {
      ...PLATFORM.exposure,
      gateway: { namespace: 'envoy', name: 'shared', provider: 'other' },
    },
  },
];

const platforms = fc.constantFrom(...PLATFORMS);

const ROOM = roomy({ cpuMillis: 100_000 });

const errorsOf = <T extends { severity: string }>(findings: readonly T[]) =>
  findings.filter(({ severity }) => severity === 'error');

function expectWhole(spec: ServiceSpec, platform: PlatformFacts) {
  const plan = planService(spec, platform, ROOM);
  expect(errorsOf(plan.findings)).toEqual([]);
  expect(plan.environments.map(({ environment }) => environment)).toEqual(
    spec.environments.map(({ name }) => name),
  );
  for (const { objects, namespace } of plan.environments) {
    const workloads = objects.filter(
      ({ kind, metadata }) =>
        kind === workloadKindOf(spec) && metadata.name === spec.name,
    );
    expect(workloads).toHaveLength(1);
    const elsewhere = objects.filter(
      ({ metadata }) => metadata.namespace !== namespace,
    );
    expect(elsewhere).toEqual([]);
  }
  const empty = [...plan.files].filter(
    ([, text]) => text.trim() === '' || /\bundefined\b/.test(text),
  );
  expect(empty).toEqual([]);
}

function expectSurvival(spec: ServiceSpec, platform: PlatformFacts) {
  const { files, environments } = planService(spec, platform);
  expect(documentIn(files, 'catalog-info.yaml').metadata).toMatchObject({
    name: spec.name,
    ...(spec.description !== '' && { description: spec.description }),
  });
  expect(documentIn(files, LOCK_FILE).spec).toEqual(
    JSON.parse(JSON.stringify(spec)),
  );
  // What was remembered while it was written is what the text says.
  const read = subjectOf({ spec, platform, files: new Map(files) });
  expect(read.environments).toEqual(environments);
}

/** As the catalog and the form read it: newer YAML than in the clusters. */
function documentIn(files: FileTree, path: string) {
  const [document] = parseAllDocuments(files.get(path) ?? '');
  expect(document?.errors).toEqual([]);
  return document?.toJS();
}

describe(`any answers (PROPERTY_SEED=${SEED})`, () => {
  it('that go together are a service that nothing refuses', () => {
    fc.assert(
      fc.property(validAnswers, platforms, (valid, platform) => {
        const parsed = parseServiceSpec(valid);
        expect(parsed).toMatchObject({ ok: true });
        if (parsed.ok) expectWhole(parsed.spec, platform);
      }),
      { seed: SEED, numRuns: RUNS },
    );
  }, 180_000);

  it('make the same bytes again, and every text in them survives YAML', () => {
    fc.assert(
      fc.property(validAnswers, platforms, (valid, platform) => {
        const spec = serviceSpecSchema.parse(valid);
        expect([...renderService(spec, platform)]).toEqual([
          ...renderService(spec, platform),
        ]);
        expectSurvival(spec, platform);
      }),
      { seed: SEED + 1, numRuns: RUNS / 10 },
    );
  }, 180_000);

  it('with a mistake are refused, with a way out', () => {
    fc.assert(
      fc.property(mistakes, ({ title, answers }) => {
        const result = planAnswers(answers, PLATFORM, ROOM);
        const findings = result.ok ? result.plan.findings : result.findings;
        const errors = errorsOf(findings);
        expect([title, errors.length > 0]).toEqual([title, true]);
        for (const { message, fix } of findings) {
          expect(message).toMatch(/\S \S/);
          expect(fix).toMatch(/\S \S/);
        }
      }),
      { seed: SEED + 2, numRuns: RUNS / 8 },
    );
  }, 180_000);
});
