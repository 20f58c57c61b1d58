import { PLATFORM } from '../rules/goodAnswers';
import { POOL_SITUATIONS, specOf } from './__fixtures__/poolSituations';
import { locatePool } from './locatePool';
import { planPool } from './planPool';

/** The line that a finding of each situation is shown at. */
const lines = POOL_SITUATIONS.map(({ title, answers, live }) => {
  const spec = specOf(answers);
  const { files, findings } = planPool(spec, PLATFORM, live);
  const { file, line } = locatePool(findings[0]!, { spec, files });
  return [title, file, files.get(file)?.split('\n')[line - 1]?.trim()];
});

it('a finding is shown at the line that its answer becomes', () => {
  const classFile = 'pools/compute/storageclass-fast.yaml';
  const thin = PLATFORM.storageClasses[0]!.name;
  expect(lines).toEqual([
    [
      'an environment that is none',
      'apps/pool-compute/applicationset.yaml',
      'elements:',
    ],
    ['two classes of one name', classFile, 'name: fast'],
    [
      'a class that exists with other copies',
      `pools/compute/storageclass-${thin}.yaml`,
      `name: ${thin}`,
    ],
    ...['1', '4', '2'].map((copies, i) => [
      ['one copy', 'more copies than domains', 'no third domain'][i],
      classFile,
      `linstor.csi.linbit.com/placementCount: "${copies}"`,
    ]),
    [
      'a placeholder larger than a machine',
      'pools/compute/reserve.yaml',
      'requests:',
    ],
    ['a reserve on every machine', 'pools/compute/reserve.yaml', 'replicas: 6'],
    [
      'an image that changes',
      'pools/compute/images.yaml',
      'image: node:latest',
    ],
  ]);
});
