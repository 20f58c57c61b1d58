import { addToBase, goodDeployment, type RuleFixture } from '../fixture';

export const fixtures: RuleFixture[] = [
  {
    title: 'capitals in the name of an image',
    answers: {
      image: { repository: 'registry.example/Shop/orders', tag: '1.4.0' },
    },
    expect: 'error',
    says: /"registry\.example\/Shop\/orders" has capitals/,
    path: 'image.repository',
  },
  {
    title: 'an address of a page for an image, by hand',
    edit: files => {
      const { spec, ...deployment } = goodDeployment({
        replicas: 3,
        claimName: 'none',
      });
      const [container, ...others] = spec.template.spec.containers;
      addToBase(files, 'worker.yaml', {
        ...deployment,
        spec: {
          ...spec,
          template: {
            ...spec.template,
            spec: {
              ...spec.template.spec,
              volumes: [],
              containers: [
                { ...container, image: 'https://registry.example/worker:1' },
                ...others,
              ],
            },
          },
        },
      });
    },
    expect: 'error',
    says: /of Deployment worker begins like the address of a page/,
    path: 'deploy/overlays/dev',
  },
];
