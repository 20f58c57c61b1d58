import { GOLDEN_PATH_VERSION } from '../constants';
import { CHART } from '../packaging/places';
import { deployedBranch } from '../spec/deployedBranch';
import type { ServiceSpec } from '../spec/serviceSpec';
import { workloadKindOf } from '../spec/workload';
import { uses } from './actions';

const SARIF = 'golden-path.sarif';
const CHECK = `npx --yes @baremetal/golden-path@${GOLDEN_PATH_VERSION} check`;

/** A pull request from a fork has no right to report, and `hashFiles` is empty when nothing was written. */
const MAY_REPORT =
  `\${{ !cancelled() && hashFiles('${SARIF}') != '' && ` +
  "(github.event_name != 'pull_request' || github.event.pull_request.head.repo.full_name == github.repository) }}";

/**
 * Looks at each change as the form looked at the answers: does every overlay render to something, and do the rules
 * still hold.
 *
 * Nothing that a person answered is part of a script: the folders are found, and the kind is one of four.
 */
export function checkWorkflow(spec: ServiceSpec) {
  return {
    name: 'golden-path-check',
    on: {
      pull_request: null,
      push: { branches: [pattern(deployedBranch(spec))] },
    },
    permissions: { contents: 'read' },
    concurrency: {
      group: 'golden-path-check-${{ github.ref }}',
      'cancel-in-progress': "${{ github.event_name == 'pull_request' }}",
    },
    jobs: {
      overlays: {
        'runs-on': 'ubuntu-latest',
        'timeout-minutes': 10,
        steps: [
          checkout(),
          { name: 'Render every overlay', run: renderAll(spec) },
        ],
      },
      rules: {
        'runs-on': 'ubuntu-latest',
        'timeout-minutes': 10,
        permissions: { contents: 'read', 'security-events': 'write' },
        steps: [
          checkout(),
          { uses: uses('actions/setup-node'), with: { 'node-version': 24 } },
          { name: 'Check the rules', run: CHECK },
          {
            name: 'Write the findings down',
            if: '${{ !cancelled() }}',
            // The step before has judged already.
            run: `${CHECK} --format sarif --output ${SARIF} || true`,
          },
          {
            name: 'Show the findings beside the code',
            if: MAY_REPORT,
            uses: uses('github/codeql-action/upload-sarif'),
            with: { sarif_file: SARIF, category: 'golden-path' },
            // Not every host shows findings beside the code, and not every organisation has switched it on.
            'continue-on-error': true,
          },
        ],
      },
    },
  };
}

/** Filters are patterns: `+` repeats what stands before it, and `!` at the beginning takes branches away. */
function pattern(branch: string): string {
  return branch.replace(/[+]|^!/g, '\\$&');
}

function checkout() {
  return {
    uses: uses('actions/checkout'),
    with: { 'persist-credentials': false },
  };
}

function renderAll(spec: ServiceSpec): string {
  return [
    'for overlay in deploy/overlays/*/; do',
    `  ${renderOne(spec)} > "$RUNNER_TEMP/rendered.yaml"`,
    '  # An overlay that renders to nothing deploys nothing, and says nothing.',
    `  grep -q '^kind: ${workloadKindOf(
      spec,
    )}$' "$RUNNER_TEMP/rendered.yaml" || {`,
    `    echo "$overlay renders no ${workloadKindOf(spec)}"`,
    '    exit 1',
    '  }',
    'done',
    '',
  ].join('\n');
}

function renderOne({ packaging }: ServiceSpec): string {
  switch (packaging) {
    case 'kustomize':
      return 'kubectl kustomize "$overlay"';
    case 'helm':
      return `helm template ${CHART} --values "\${overlay}values.yaml"`;
  }
}
