import { hardwareIn } from '../../live';
import { judgeRoom, roomNeededBy } from '../../roomNeeded';
import { isProduction } from '../../spec/production';
import { isScaled } from '../../spec/workload';
import { error, notChecked, type Rule, warning } from '../rule';
import { LOSSES, storeWords } from './roomWords';

/** Pods that fit nowhere stay pending. What a new version adds while it arrives is the business of CP01. */
export const AS11: Rule = {
  id: 'AS11',
  title: 'The hardware class has room for all pods, also without one node',
  *check({ spec, platform, live }) {
    if (live === undefined) {
      yield notChecked('no cluster was asked for its room');
      return;
    }
    for (const environment of spec.environments) {
      const { name } = environment;
      const { least, complete } = hardwareIn(live, name, spec.hardwareClass);
      if (!complete) {
        yield notChecked(`${name} did not say how much room it has`);
      }
      // AV11 says what is wrong with a class that has no machine.
      if (least === undefined || least.nodes === 0) continue;
      const { atRest, store } = roomNeededBy(spec, environment);
      const verdict = judgeRoom(atRest + store, {
        ...least,
        survivesDomains: isProduction(name, platform),
      });
      if (verdict === 'fits') continue;
      const words = {
        path: `environments.${name}.${
          isScaled(spec) ? 'maxReplicas' : 'replicas'
        }`,
        environments: [name],
      };
      const pods = `At most ${atRest} pods of this size${storeWords(
        store,
      )} run at once in ${name}`;
      if (verdict === 'full') {
        yield error({
          ...words,
          message: `${pods}, and ${spec.hardwareClass} has room for ${least.fitsNow} more.`,
          fix: 'Use fewer replicas, ask for less per pod, or choose another hardware class.',
        });
        continue;
      }
      const [loss, room] = LOSSES[verdict];
      yield warning({
        ...words,
        message: `${pods}; after the loss of ${loss} ${spec.hardwareClass} has room for ${least[room]} more, so some could not come back.`,
        fix: 'Use fewer replicas or ask for less per pod, or accept it.',
      });
    }
  },
};
