import { settingFile } from '../../packaging/places';
import { keepsOwnFiles } from '../../spec/data';
import { info, type Rule } from '../rule';

/** The Rollouts controller manages no StatefulSets: what an answer about a canary means there is said. */
export const ST05: Rule = {
  id: 'ST05',
  title: 'A StatefulSet is updated replica by replica, not by a canary',
  *check({ spec }) {
    if (!keepsOwnFiles(spec)) return;
    yield info({
      path: 'delivery.steps',
      message:
        'Each replica keeps its own files, so the service is a StatefulSet, and those have no canary: a new version replaces one replica after the other, from the highest number down. The steps are not used.',
      fix: `To try a version on the last replica first, write its number as partition into ${settingFile(
        spec,
        'patch-workload.yaml',
      )} of the overlay, and lower it by one pull request after the other. For a canary, put a store beside the service instead.`,
    });
  },
};
