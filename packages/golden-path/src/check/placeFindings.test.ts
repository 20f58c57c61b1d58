import { goodClaim, goodDeployment } from '../rules/fixture';
import { checkRepository } from './checkRepository';

const manifest = (value: object) => JSON.stringify(value);
const tree = (files: Record<string, string>) => new Map(Object.entries(files));

describe('what is wrong in a base', () => {
  it('says once what is to be mended once, and where it is so', () => {
    const deployment = goodDeployment({ replicas: 2, claimName: 'data' });
    deployment.spec.template.spec.securityContext.runAsNonRoot = false;
    const report = checkRepository(
      tree({
        'base/kustomization.yaml': 'resources: [all.yaml]',
        'base/all.yaml': [goodClaim('data'), deployment]
          .map(manifest)
          .join('\n---\n'),
        'dev/kustomization.yaml': 'resources: [../base]',
        'prod/kustomization.yaml': 'resources: [../base]',
        'test/kustomization.yaml':
          "resources: [../base]\npatches: [{target: {kind: Deployment}, patch: '[{op: remove, path: /spec}]'}]",
      }),
    );
    expect(report.findings.filter(({ id }) => id === 'SE02')).toMatchObject([
      {
        location: { file: 'base/all.yaml', line: 3 },
        environments: ['dev', 'prod'],
      },
    ]);
  });

  it('points to the overlay that patches what others leave as it is', () => {
    const report = checkRepository(
      tree({
        'base/kustomization.yaml': 'resources: [all.yaml]',
        'base/all.yaml': [
          goodClaim('data'),
          goodDeployment({ replicas: 1, claimName: 'data' }),
        ]
          .map(manifest)
          .join('\n---\n'),
        'dev/kustomization.yaml': 'resources: [../base]',
        'prod/kustomization.yaml':
          "resources: [../base]\npatches: [{target: {kind: Deployment}, patch: '[{op: add, path: /spec/template/spec/hostNetwork, value: true}]'}]",
      }),
    );
    expect(report.findings.filter(({ id }) => id === 'SE02')).toMatchObject([
      {
        location: { file: 'prod/kustomization.yaml', line: 1 },
        environments: ['prod'],
      },
    ]);
  });
});
