import { GATEWAY_PLUGIN } from '../../manifests/exposure/trafficRouting';
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

/** The controller looks for two things at once among these only. */
const COMPARED = ['setWeight', 'pause', 'analysis', 'experiment'];

const REFUSED = 'and the controller refuses it (InvalidSpec)';

/** The controller refuses a step that is none or several things, or a weight that is no share. */
export const PD06: Rule = {
  id: 'PD06',
  title: 'Each canary step does one thing, with a weight from 0 to 100',
  *check({ environments }) {
    for (const environment of environments) {
      for (const { rollout, steps, trafficRouting } of strategiesOf(
        environment,
      )) {
        const stated = at(trafficRouting, 'maxTrafficWeight');
        const most = Number(stated ?? 100);
        const misread =
          stated === undefined ? undefined : whoMisreads(trafficRouting);
        if (misread !== undefined) {
          yield error({
            path: 'deploy/base/rollout.yaml#/spec/strategy/canary/trafficRouting/maxTrafficWeight',
            message: `Rollout ${rollout} counts weights up to ${stated} (maxTrafficWeight), ${misread}.`,
            fix: 'Remove it, and use weights from 0 to 100.',
            environments: [environment.environment],
          });
        }
        for (const [index, step] of steps.entries()) {
          const wrong = wrongWith(step, most);
          if (wrong === undefined) continue;
          yield error({
            path: `delivery.steps.${index}`,
            message: `Step ${index + 1} of Rollout ${rollout} ${wrong}.`,
            fix: `Use one key per step, weights from 0 to ${most}, and times like 90s or 5m.`,
            environments: [environment.environment],
          });
        }
      }
    }
  },
};

/** Why weights cannot be counted differently with this router. */
function whoMisreads(trafficRouting: unknown): string | undefined {
  if (at(trafficRouting, 'plugins', GATEWAY_PLUGIN) !== undefined) {
    return 'and the plugin for the Gateway API counts to 100 all the same, so the weights would be others';
  }
  return at(trafficRouting, 'nginx') ?? at(trafficRouting, 'plugins')
    ? undefined
    : `which only ingress-nginx and plugins can, ${REFUSED}`;
}

/** Whole seconds, or what Go reads as a duration: `1h30m`, `2.5s`. */
const DURATION = /^(\d+|(\d+(\.\d*)?(ns|us|µs|ms|s|m|h))+)$/;

function wrongWith(step: unknown, most: number): string | undefined {
  const kinds = KINDS.filter(kind => at(step, kind) !== undefined);
  if (kinds.length === 0) return `says nothing to do, ${REFUSED}`;
  if (kinds.length > 1) {
    const isSeen = kinds.filter(kind => COMPARED.includes(kind)).length > 1;
    return `is ${kinds.join(' and ')} at once, ${
      isSeen ? REFUSED : 'and the controller overlooks that'
    }`;
  }
  const duration = at(step, 'pause', 'duration') ?? 0;
  if (!DURATION.test(String(duration))) {
    return `pauses for ${JSON.stringify(
      duration,
    )}, which is no time, ${REFUSED}`;
  }
  const weight = at(step, 'setWeight');
  if (weight === undefined) return undefined;
  return typeof weight === 'number' && weight >= 0 && weight <= most
    ? undefined
    : `sets the weight ${JSON.stringify(weight)}, ${REFUSED}`;
}
