import { environments, PLATFORM, roomy } from '../goodAnswers';
import type { RuleFixture } from '../fixture';

const on = (storageClass: string) => ({
  data: { shape: 'storeBeside' } as const,
  snapshots: { keep: 3 },
  environments: environments({ storageClass, size: '10Gi' }),
});

const withThickSnapshots = {
  storageClasses: PLATFORM.storageClasses.map(each => ({
    ...each,
    snapshots: true,
  })),
};

/** Clusters whose pools say whether they take snapshots. */
function saying(snapshots: boolean) {
  const { environments: all } = roomy({});
  return {
    environments: all.map(each => ({
      ...each,
      reading: each.reading.ok
        ? {
            ...each.reading,
            value: {
              ...each.reading.value,
              storageClasses: each.reading.value.storageClasses?.map(known => ({
                ...known,
                snapshots,
              })),
            },
          }
        : each.reading,
    })),
  };
}

export const fixtures: RuleFixture[] = [
  {
    title: 'a class that is configured without',
    answers: on('lvm-thick-r3'),
    expect: 'error',
    says: /lvm-thick-r3 is configured as a class without/,
  },
  {
    title: 'pools that cannot, whatever is configured',
    answers: on('lvm-thin'),
    live: saying(false),
    expect: 'error',
    says: /the pools of lvm-thin in dev cannot take them/,
    path: 'environments.dev.storageClass',
  },
  {
    title: 'thick pools that can, whatever is configured',
    answers: on('lvm-thick-r3'),
    live: saying(true),
    expect: 'warning',
    says: /3 of them take 3 times as much again/,
  },
  {
    title: 'a thick class that is configured with them',
    answers: on('lvm-thick-r3'),
    platform: withThickSnapshots,
    expect: 'warning',
    says: /the volume cannot grow/,
  },
];
