import {
  POOL_SITUATIONS,
  specOf,
} from '../platformPool/__fixtures__/poolSituations';
import { judgePool } from '../platformPool/judgePool';
import { POOL_RULES, type PoolRule } from '../platformPool/poolRules';
import { PLATFORM } from '../rules/goodAnswers';
import { SEVERITIES, wrapped } from './ruleText';

const POOL_SEVERITIES = {
  ...SEVERITIES,
  error: 'Error: the pool is not proposed.',
} as const;

/** The part of the page about what the template `platform-pool` proposes. */
export function poolSection(): string {
  return [
    '## Pools of machines',
    'Applied to the answers of the template `platform-pool`, by its action `baremetal:pool:propose`.',
    ...POOL_RULES.map(ruleSection),
  ].join('\n\n');
}

function ruleSection({ id, title, reason }: PoolRule): string {
  const situations = POOL_SITUATIONS.filter(each => each.id === id);
  const first = (['error', 'warning', 'info'] as const).flatMap(
    severity => situations.find(each => each.severity === severity) ?? [],
  );
  return [
    `### ${id}: ${title}`,
    reason,
    ...first.flatMap(({ answers, live, severity }) => {
      const said = judgePool(specOf(answers), PLATFORM, live).findings.find(
        finding => finding.id === id && finding.severity === severity,
      );
      if (said === undefined) throw new Error(`${id} says nothing`);
      return [
        POOL_SEVERITIES[severity],
        [
          '```text',
          ...wrapped(`${said.path}: ${said.message}`),
          ...wrapped(`Way out: ${said.fix}`),
          '```',
        ].join('\n'),
      ];
    }),
    '[Source](../packages/golden-path/src/platformPool/judgePool.ts)',
  ].join('\n\n');
}
