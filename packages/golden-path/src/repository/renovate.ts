import { STORE } from '../constants';
import { objectPlace } from '../packaging/places';
import { keepsStore } from '../spec/data';
import type { ServiceSpec } from '../spec/serviceSpec';

/** `renovate.json`: what others publish is kept fresh, what is promoted or generated is left alone. */
export function renovate(spec: ServiceSpec) {
  return {
    $schema: 'https://docs.renovatebot.com/renovate-schema.json',
    extends: ['config:recommended', 'helpers:pinGitHubActionDigests'],
    packageRules: [
      {
        description: 'Promotions bring the service its own image.',
        matchManagers: [
          spec.packaging === 'helm' ? 'helm-values' : 'kustomize',
        ],
        matchPackageNames: [spec.image.repository],
        enabled: false,
      },
      {
        description:
          'An upgrade of the golden path writes these files again and would call a change of them drift.',
        matchFileNames: [
          objectPlace(spec, '**'),
          '.github/workflows/golden-path-check.yaml',
        ],
        enabled: false,
      },
      ...(keepsStore(spec)
        ? [
            {
              description:
                'PostgreSQL cannot read the files of another major version; that change is a migration.',
              matchPackageNames: [STORE.image],
              matchUpdateTypes: ['major'],
              enabled: false,
            },
          ]
        : []),
      {
        description: 'One pull request for all actions.',
        matchManagers: ['github-actions'],
        groupName: 'actions',
      },
    ],
  };
}
