import { environments } from '../goodAnswers';
import type { RuleFixture } from '../fixture';

const KEEPING = environments({ storageClass: 'lvm-thin', size: '10Gi' });

const further = (name: string, mountPath: string) => ({
  data: {
    shape: 'ownFiles' as const,
    furtherClaims: [{ name, mountPath, size: '1Gi' }],
  },
  environments: KEEPING,
});

export const fixtures: RuleFixture[] = [
  {
    title: 'a further claim with the name of the first',
    answers: further('data', '/srv'),
    expect: 'error',
    says: /has two volumes named data/,
  },
  {
    title: 'a further claim where the first one is',
    answers: further('wal', '/var/lib/data/'),
    expect: 'error',
    says: /mounts two volumes at \/var\/lib\/data in app/,
  },
  {
    title: 'the same, spelled alike',
    answers: further('wal', '/var/lib/data'),
    expect: 'error',
    says: /mounts two volumes at \/var\/lib\/data in app/,
    refused: { by: 'apiServer', says: /duplicate entries for key \[mountPath/ },
  },
  {
    title: 'files in the place of the whole image',
    answers: {
      data: { shape: 'scratch', mountPath: '//' },
      environments: KEEPING,
    },
    expect: 'error',
    says: /at "\/\/", which is no place for a volume/,
  },
];
