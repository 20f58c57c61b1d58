import type { RenderedEnvironment } from '../../types';
import { at, listAt, ofKind } from '../kube';
import { error, type Rule } from '../rule';
import { analysesOf, strategiesOf } from './strategy';

/** The controller refuses a Rollout whose analysis asks for an argument that nobody gives. */
export const PD10: Rule = {
  id: 'PD10',
  title: 'Every argument of an analysis is supplied',
  *check({ environments }) {
    for (const environment of environments) {
      for (const { template, arguments: given } of usesOf(environment)) {
        const { name } = template.metadata;
        const declared = listAt(template, 'spec', 'args');
        for (const argument of declared) {
          const own = String(at(argument, 'name'));
          if (isGiven(argument) || given.includes(own)) continue;
          yield error({
            path: 'deploy/base/rollout.yaml#/spec/strategy',
            message: `AnalysisTemplate ${name} asks for the argument ${own}, and the Rollout does not give it, so the controller refuses the Rollout (InvalidSpec).`,
            fix: `Add ${own} to the args of the analysis, or give it a value in the template.`,
            environments: [environment.environment],
          });
        }
        const names = declared.map(argument => `args.${at(argument, 'name')}`);
        for (const placeholder of placeholdersOf(template)) {
          if (names.includes(placeholder)) continue;
          yield error({
            path: 'delivery.analysis.custom.query',
            message: `A query of AnalysisTemplate ${name} names {{${placeholder}}}, which is no argument of it, so the controller refuses the Rollout (InvalidSpec).`,
            fix: `Use ${names.map(one => `{{${one}}}`).join(' or ')}.`,
            environments: [environment.environment],
          });
        }
      }
    }
  },
};

function usesOf(environment: RenderedEnvironment) {
  const templates = ofKind(environment, 'AnalysisTemplate');
  return strategiesOf(environment)
    .flatMap(analysesOf)
    .flatMap(({ analysis }) => {
      const given = listAt(analysis, 'args')
        .filter(isGiven)
        .map(argument => String(at(argument, 'name')));
      const used = listAt(analysis, 'templates').map(reference =>
        at(reference, 'templateName'),
      );
      return templates
        .filter(({ metadata }) => used.includes(metadata.name))
        .map(template => ({ template, arguments: given }));
    });
}

function isGiven(argument: unknown): boolean {
  return (
    at(argument, 'value') !== undefined ||
    at(argument, 'valueFrom') !== undefined
  );
}

/** What stands in double braces, as the controller looks for it: in the metrics as text. */
function placeholdersOf(template: unknown): Set<string> {
  const text = JSON.stringify(at(template, 'spec', 'metrics') ?? []);
  return new Set(
    [...text.matchAll(/\{\{(.*?)(\}\}|$)/g)].map(([, inner]) =>
      String(inner).trim(),
    ),
  );
}
