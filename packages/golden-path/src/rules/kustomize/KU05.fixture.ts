import { editYaml, type RuleFixture } from '../fixture';

const REPOSITORY = 'registry.example/shop/orders';

export const fixtures: RuleFixture[] = [
  {
    title: 'the tag that is always another image',
    answers: { image: { repository: REPOSITORY, tag: 'latest' } },
    expect: 'error',
    says: /orders:latest in stage can be another image tomorrow/,
    path: 'image.tag',
  },
  {
    title: 'a version in production without its digest',
    edit: files =>
      editYaml(files, 'deploy/overlays/prod/kustomization.yaml', value => {
        value.images[0] = { name: REPOSITORY, newTag: '1.5.0' };
      }),
    expect: 'error',
    says: /orders:1.5.0 has no digest in prod/,
  },
  {
    title: 'a new service, of which nothing is built',
    answers: { image: { repository: REPOSITORY } },
    expect: 'info',
    says: /prod starts with the tag 0.1.0, without a digest/,
  },
];
