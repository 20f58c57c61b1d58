import { at } from '../kube';
import { error, type Rule } from '../rule';
import { strategiesOf } from './strategy';

const KINDS = [
  'setWeight',
  'pause',
  'analysis',
  'experiment',
  'setCanaryScale',
  'setHeaderRoute',
  'setMirrorRoute',
  'plugin',
];

/** The controller refuses a step that is none or several things, or a weight that is no share. */
export const PD06: Rule = {
  id: 'PD06',
  title: 'Each canary step does one thing, with a weight from 0 to 100',
  *check({ environments }) {
    for (const environment of environments) {
      for (const { rollout, steps, trafficRouting } of strategiesOf(
        environment,
      )) {
        const most = Number(at(trafficRouting, 'maxTrafficWeight') ?? 100);
        for (const [index, step] of steps.entries()) {
          const wrong = wrongWith(step, most);
          if (wrong === undefined) continue;
          yield error({
            path: `delivery.steps.${index}`,
            message: `Step ${
              index + 1
            } of Rollout ${rollout} ${wrong}, and the controller refuses it (InvalidSpec).`,
            fix: `Use one key per step, and weights from 0 to ${most}.`,
            environments: [environment.environment],
          });
        }
      }
    }
  },
};

function wrongWith(step: unknown, most: number): string | undefined {
  const kinds = KINDS.filter(kind => at(step, kind) !== undefined);
  if (kinds.length === 0) return 'says nothing to do';
  if (kinds.length > 1) return `is ${kinds.join(' and ')} at once`;
  const weight = at(step, 'setWeight');
  if (weight === undefined) return undefined;
  return typeof weight === 'number' && weight >= 0 && weight <= most
    ? undefined
    : `sets the weight ${JSON.stringify(weight)}`;
}
