import {
  addToBase,
  goodClaim,
  goodDeployment,
  type RuleFixture,
} from '../fixture';

function deployment(strategy: unknown) {
  const { spec, ...rest } = goodDeployment({
    replicas: 1,
    claimName: 'shared',
  });
  return { ...rest, spec: { ...spec, strategy } };
}

export const fixtures: RuleFixture[] = [
  {
    title: 'a rolling update of the one pod that has the claim',
    edit: files => {
      addToBase(
        files,
        'worker.yaml',
        deployment({ type: 'RollingUpdate', rollingUpdate: { maxSurge: 1 } }),
      );
      addToBase(files, 'claim.yaml', goodClaim('shared'));
    },
    expect: 'error',
    says: /both want the claim shared, which has one writer/,
  },
  {
    title: 'one pod after the other',
    edit: files => {
      addToBase(files, 'worker.yaml', deployment({ type: 'Recreate' }));
      addToBase(files, 'claim.yaml', goodClaim('shared'));
    },
    expect: 'resolved',
    says: /a short time without service/,
  },
];
