import { error, type Rule } from '../rule';

/** An environment that the platform does not have would get files and no cluster. */
export const EN01: Rule = {
  id: 'EN01',
  title: 'Every environment exists, and is answered once',
  *check({ spec, platform }) {
    const known = platform.environments.map(({ name }) => name);
    const names = spec.environments.map(({ name }) => name);
    for (const name of new Set(names)) {
      if (!known.includes(name)) {
        yield error({
          path: `environments.${name}`,
          message: `The platform has no environment "${name}", so nothing would ever be deployed there.`,
          fix: `Use ${known.join(', ')}.`,
        });
      }
      if (names.filter(other => other === name).length > 1) {
        yield error({
          path: `environments.${name}`,
          message: `${name} is answered more than once, and only one answer could hold.`,
          fix: 'Keep one of them.',
        });
      }
    }
  },
};
