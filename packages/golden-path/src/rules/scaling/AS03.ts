import { listAt, ofKind } from '../kube';
import { textAt } from '../fields';
import { error, type Rule } from '../rule';
import { scalersOf } from '../scalers';

/** Pods that are not there use nothing, so their use can never be the reason to start the first one. */
export const AS03: Rule = {
  id: 'AS03',
  title: 'What scales to zero can be woken',
  *check({ environments }) {
    for (const environment of environments) {
      const objects = ofKind(environment, 'ScaledObject');
      for (const { object, name, least, target } of scalersOf(environment)) {
        if (!objects.includes(object) || least > 0) continue;
        const types = listAt(object, 'spec', 'triggers').map(trigger =>
          textAt(trigger, 'type'),
        );
        if (types.some(type => type !== 'cpu' && type !== 'memory')) continue;
        yield error({
          path: 'scaling.toZero',
          message: `ScaledObject ${name} may take away every pod of ${target.kind} ${target.name} and follows only what its pods use: without a pod there is no use, and nothing would ever start the first one again.`,
          fix: 'Add a trigger that works without a pod (a queue or a time of day), or keep at least one pod.',
          repair: [{ path: 'scaling.toZero', value: false }],
          environments: [environment.environment],
        });
      }
    }
  },
};
