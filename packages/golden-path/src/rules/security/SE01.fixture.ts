import { environments } from '../goodAnswers';
import { editYaml, type RuleFixture } from '../fixture';

export const fixtures: RuleFixture[] = [
  {
    title: 'a password in a variable',
    edit: files =>
      editYaml(files, 'deploy/base/rollout.yaml', object => {
        object.spec.template.spec.containers[0].env.push({
          name: 'SMTP_PASSWORD',
          value: 'hunter2',
        });
      }),
    expect: 'error',
    says: /The variable SMTP_PASSWORD of container app/,
  },
  {
    title: 'a token in the settings of an environment',
    edit: files => {
      files.set('deploy/overlays/prod/config.env', 'API_TOKEN=abc\n');
    },
    expect: 'error',
    says: /API_TOKEN of ConfigMap orders-config-/,
  },
  {
    title: 'a password in an address',
    edit: files => {
      files.set(
        'deploy/overlays/prod/config.env',
        'QUEUE=amqp://orders:hunter2@queue:5672\n',
      );
    },
    expect: 'error',
    says: /QUEUE of ConfigMap orders-config-/,
  },
  {
    title: 'a key that signs sessions',
    edit: files => {
      files.set('deploy/overlays/prod/config.env', 'SECRET_KEY=abc\n');
    },
    expect: 'error',
    says: /SECRET_KEY of ConfigMap orders-config-/,
  },
  {
    title: 'a Secret made of literals',
    edit: files =>
      editYaml(files, 'deploy/overlays/prod/kustomization.yaml', value => {
        value.secretGenerator = [{ name: 'smtp', literals: ['a=b'] }];
      }),
    expect: 'error',
    says: /Secret smtp-/,
  },
  {
    title: 'a store, on a platform without a secret store',
    answers: {
      data: { shape: 'storeBeside' },
      environments: environments({ storageClass: 'lvm-thin', size: '10Gi' }),
    },
    expect: 'info',
    says: /wait until the Secret orders-db-credentials exists in orders-dev/,
  },
];
