import { assertImageRendered } from './assertImageRendered';

const DIGEST = `sha256:${'1'.repeat(64)}`;

const rollout = `apiVersion: argoproj.io/v1alpha1
kind: Rollout
metadata: {name: checkout}
spec:
  template:
    spec:
      initContainers: [{name: init, image: "registry:5000/shop/checkout:0.1.0"}]
      containers:
        - {name: checkout, image: "registry:5000/shop/checkout:0.1.0"}
        - {name: proxy, image: "envoy:1"}
`;

const treeWith = (images: string, base = '') =>
  new Map([
    ['deploy/base/rollout.yaml', rollout],
    ['deploy/base/kustomization.yaml', `resources: [rollout.yaml]\n${base}`],
    [
      'deploy/overlays/dev/kustomization.yaml',
      `resources: [../../base]\n${images}`,
    ],
  ]);

const imagesOf = (name: string, more = '') =>
  `images:\n- name: ${name}\n  newTag: "1.10"\n  digest: ${DIGEST}\n${more}`;

describe('assertImageRendered', () => {
  const check = (files: Map<string, string>, name: string) =>
    assertImageRendered(files, 'deploy/overlays/dev', {
      name,
      newTag: '1.10',
      digest: DIGEST,
    });
  const NAME = 'registry:5000/shop/checkout';

  it('names the workloads that will run it', () => {
    expect(check(treeWith(imagesOf(NAME)), NAME)).toEqual({
      outcome: 'effective',
      workloads: ['Rollout checkout'],
    });
  });

  it('follows a new name', () => {
    const files = treeWith(imagesOf(NAME, '  newName: mirror/checkout\n'));
    expect(check(files, NAME).outcome).toBe('effective');
  });

  it('sees that a name which matches no container has no effect', () => {
    expect(check(treeWith(imagesOf('checkout')), 'checkout')).toEqual({
      outcome: 'noEffect',
      reason: `no container runs checkout; they run ${NAME}:0.1.0, envoy:1`,
    });
  });

  it('sees that the base renames, so that the old name has no effect', () => {
    const base = `images:\n- {name: "${NAME}", newName: renamed/checkout}\n`;
    expect(check(treeWith(imagesOf(NAME), base), NAME).outcome).toBe(
      'noEffect',
    );
  });

  it('sees that another version is what renders', () => {
    expect(check(treeWith(''), NAME)).toEqual({
      outcome: 'noEffect',
      reason: `the containers still run ${NAME}:0.1.0`,
    });
  });

  it('says why an overlay does not render', () => {
    expect(check(treeWith('imagez: []\n'), NAME)).toEqual({
      outcome: 'broken',
      reason: 'deploy/overlays/dev/kustomization.yaml: unknown field "imagez"',
    });
  });
});
