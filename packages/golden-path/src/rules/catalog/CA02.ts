import { nameProblem } from '../../spec/name';
import { suggestName } from '../../spec/suggestions';
import { error, type Rule } from '../rule';

/** Names of Services, canaries, hashes and jobs are built on the service's. */
export const CA02: Rule = {
  id: 'CA02',
  title: 'The name is a DNS-1035 label of at most 40 characters',
  *check({ spec }) {
    const problem = nameProblem(spec.name);
    if (problem === undefined) return;
    yield error({
      path: 'name',
      message: `The name "${spec.name}" ${problem}.`,
      fix: `Use a name like "${suggestName(spec.name)}".`,
      repair: [{ path: 'name', value: suggestName(spec.name) }],
    });
  },
};
