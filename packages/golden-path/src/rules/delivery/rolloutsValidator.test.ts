import { renderService } from '../../renderService';
import { editYaml } from '../fixture';
import { PLATFORM, specOf } from '../goodAnswers';
import { judge } from '../judge';
import { subjectOf } from '../subject';
import {
  ROLLOUTS,
  type Situation,
  SITUATIONS,
} from './__fixtures__/invalidRollouts';

function errorsAfter({ of = 'pods', file = 'rollout', edit }: Situation) {
  const spec = specOf(ROLLOUTS[of]);
  const files = new Map(renderService(spec, PLATFORM));
  editYaml(files, `deploy/base/${file}.yaml`, object => edit(object.spec));
  return judge(subjectOf({ spec, platform: PLATFORM, files })).findings.filter(
    ({ severity }) => severity === 'error',
  );
}

it.each(SITUATIONS)('$id refuses $title', situation => {
  const errors = errorsAfter(situation);
  expect(errors.map(({ id }) => id)).toContain(situation.id);
  for (const { fix } of errors) expect(fix).toMatch(/\S \S/);
  // Words of the controller are proven on it; without them nobody may claim that it refuses.
  expect(
    errors.filter(
      ({ id, message }) =>
        id === situation.id &&
        /InvalidSpec/.test(message) &&
        situation.says === undefined,
    ),
  ).toEqual([]);
});

it.each(Object.keys(ROLLOUTS))('nothing is refused before: %s', of => {
  expect(
    errorsAfter({
      title: '',
      id: '',
      of: of as keyof typeof ROLLOUTS,
      edit: () => {},
    }),
  ).toEqual([]);
});

it('a Service that another Rollout manages is refused', () => {
  const spec = specOf();
  const files = new Map(renderService(spec, PLATFORM));
  editYaml(files, 'deploy/base/service-stable.yaml', ({ metadata }) => {
    metadata.annotations['argo-rollouts.argoproj.io/managed-by-rollouts'] =
      'billing';
  });
  expect(
    judge(subjectOf({ spec, platform: PLATFORM, files })).findings,
  ).toMatchObject([{ id: 'PD12', severity: 'error' }]);
});
