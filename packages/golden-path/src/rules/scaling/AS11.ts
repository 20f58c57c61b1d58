import { mostPodsOf } from '../../spec/replicas';
import { isScaled } from '../../spec/workload';
import { error, notChecked, type Rule, warning } from '../rule';

/** Pods that fit nowhere stay pending. What a new version adds while it arrives is the business of CP01. */
export const AS11: Rule = {
  id: 'AS11',
  title: 'The hardware class has room for all pods, also without one node',
  *check({ spec, live }) {
    if (live === undefined) {
      yield notChecked('no cluster was asked for its room');
      return;
    }
    for (const environment of spec.environments) {
      const { name } = environment;
      const reading = live.environments.find(
        answered => answered.environment === name,
      )?.reading;
      const fit = reading?.ok
        ? reading.value.hardwareClasses.find(
            known => known.name === spec.hardwareClass,
          )
        : undefined;
      if (!reading?.ok) {
        yield notChecked(`${name} did not say how much room it has`);
      }
      if (fit === undefined) continue;
      const pods = mostPodsOf(spec, environment);
      const words = {
        path: `environments.${name}.${
          isScaled(spec) ? 'maxReplicas' : 'replicas'
        }`,
        environments: [name],
      };
      if (pods > fit.fitsNow) {
        yield error({
          ...words,
          message: `At most ${pods} pods of this size run at once in ${name}, and ${spec.hardwareClass} has room for ${fit.fitsNow} more.`,
          fix: 'Use fewer replicas, ask for less per pod, or choose another hardware class.',
        });
      } else if (pods > fit.fitsAfterNodeLoss) {
        yield warning({
          ...words,
          message: `At most ${pods} pods run at once in ${name}; after the loss of a node ${spec.hardwareClass} has room for ${fit.fitsAfterNodeLoss} more, so some could not come back.`,
          fix: 'Use fewer replicas or ask for less per pod, or accept it.',
        });
      }
    }
  },
};
