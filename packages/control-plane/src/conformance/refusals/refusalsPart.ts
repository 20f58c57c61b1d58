import {
  acceptedTrees,
  type Refusal,
  refusals,
} from '@baremetal/golden-path/testUtils';
import { helm } from '../helmPart';
import type { Part } from '../part';
import { kustomize } from '../renderPart';
import { refusedByCluster, type Said } from './refusedByCluster';

const ENVIRONMENT = 'prod';
const OVERLAY = `deploy/overlays/${ENVIRONMENT}`;

/**
 * Rules that copy what others refuse, held to those others: each situation must be refused by who is said to refuse it,
 * in the words that are noted. What is generated passes the same way through, so no case passes by being too early.
 */
export const refusalsPart: Part = {
  name: 'refusals',
  words:
    'what a rule copies from kustomize, the API server or the Rollouts controller is refused there too',
  needs: { clusters: ['dev'], git: false, argocd: false },
  // Each has a namespace of its own and mostly waits for a controller.
  atOnce: 8,
  *cases({ platform }) {
    let count = 0;
    const place = () => {
      const api = platform().apis.get('dev')?.api;
      if (api === undefined) throw new Error('there is no cluster dev');
      return { api, namespace: `refusal-${(count += 1)}` };
    };
    for (const refusal of refusals()) {
      yield {
        name: `${refusal.id}: ${refusal.title}`,
        run: async () => expectRefusal(refusal, await said(refusal, place)),
      };
    }
    for (const { title, files } of acceptedTrees()) {
      yield {
        name: `accepted as it is generated: ${title}`,
        run: async () => {
          const objects = await kustomize(files, OVERLAY);
          const refused = await refusedByCluster({ ...place(), objects });
          if (refused) throw new Error(`${refused.by}: ${refused.words}`);
        },
      };
    }
  },
};

type Place = () => Pick<
  Parameters<typeof refusedByCluster>[0],
  'api' | 'namespace'
>;

/** What the part that reads the files first has to say against them. */
async function said(
  { by, files, before, says }: Refusal,
  place: Place,
): Promise<Said | undefined> {
  switch (by) {
    case 'kustomize':
      return failureOf(by, kustomize(files, OVERLAY));
    case 'helm':
      return failureOf(by, helm(files, ENVIRONMENT, ENVIRONMENT));
    case 'apiServer':
    case 'rollouts':
      return refusedByCluster({
        ...place(),
        objects: await kustomize(files, OVERLAY),
        before: before && (await kustomize(before, OVERLAY)),
        awaited: by === 'rollouts' ? says : undefined,
      });
  }
}

async function failureOf(
  by: Said['by'],
  work: Promise<unknown>,
): Promise<Said | undefined> {
  return work.then(
    () => undefined,
    (error: Error) => ({ by, words: error.message }),
  );
}

function expectRefusal({ by, says }: Refusal, refused: Said | undefined) {
  if (refused === undefined) {
    throw new Error(`accepted, and ${by} should have refused it`);
  }
  if (refused.by !== by || !says.test(refused.words)) {
    throw new Error(
      `expected ${by} to say ${says}, and ${refused.by} said:\n${refused.words}`,
    );
  }
}
