import {
  endpoints,
  type OpenPromotionAnswer,
  type PromotionDetail,
} from '@baremetal/backstage-plugin-baremetal-common';
import type { ControlPlane } from '../../start/startControlPlane';
import { standInForControllers } from '../argocd/statusStandIns';
import type { Case, Part } from '../part';
import { eventually } from './eventually';
import { Portal } from './portal';
import {
  createService,
  forgeOf,
  NAME,
  overview,
  phaseIs,
  release,
  REPO,
  running,
  syncedAndHealthy,
} from './steps';
import { MADE, madeAndHealthy } from './templates';

/**
 * Create, deploy, see and promote, as people do it, on the real parts; and one service of every template until it is
 * healthy in dev.
 */
export const journeyPart: Part = {
  name: 'journey',
  words:
    'create → deploy → see → promote, and every template until its service is healthy, through the real backend, Gitea, Argo CD and Rollouts',
  needs: {},
  async *cases({ platform, say }) {
    const real = platform();
    const portal = await Portal.start(real);
    say('the backend is up');
    yield* followed(portal, real);
    yield* ofEveryTemplate(portal, real);
  },
};

/** They are made beside each other: each mostly waits. */
async function* ofEveryTemplate(
  portal: Portal,
  real: ControlPlane,
): AsyncIterable<Case> {
  const dev = real.apis.get('dev');
  if (dev === undefined) throw new Error('there is no cluster dev');
  const stop = standInForControllers(dev.api);
  const started = MADE.map(made => madeAndHealthy(portal, real, made));
  const ended = Promise.allSettled(started);
  try {
    for (const [i, { template, words }] of MADE.entries()) {
      yield {
        name: `${template}, from its answers to healthy in dev: ${words}`,
        run: async () => started[i],
      };
    }
  } finally {
    await ended;
    await stop();
  }
}

/** The service that is followed from its answers to the second environment. */
async function* followed(
  portal: Portal,
  real: ControlPlane,
): AsyncIterable<Case> {
  let promotion: OpenPromotionAnswer['promotion'];

  yield {
    name: 'the template makes the repository and registers it',
    run: async () => {
      await createService(portal, real);
      const forge = forgeOf(real);
      const files = await forge.listFiles(REPO, { ref: 'main', under: '' });
      for (const file of [
        'catalog-info.yaml',
        'src/main.ts',
        'deploy/overlays/prod/kustomization.yaml',
      ]) {
        if (!files.includes(file))
          throw new Error(`${file} is not in the repository`);
      }
    },
  };
  yield {
    name: 'Argo CD syncs it and finds it healthy in dev',
    run: () => syncedAndHealthy(real, 'dev'),
  };
  yield {
    name: 'the backend shows it, configured as for any cluster',
    run: () =>
      eventually(
        'overview',
        async () => {
          const { environments } = await overview(portal);
          const dev = environments.find(
            ({ environment }) => environment === 'dev',
          );
          if (!dev?.reading.ok) return JSON.stringify(dev?.reading);
          const { value } = dev.reading;
          if (!value.deployed) return value.why;
          return value.state.status.tone === 'ok' || value.state.status.words;
        },
        60,
      ),
  };
  yield {
    name: 'a new version in dev waits at its canary step, and goes on',
    run: async () => {
      await release(real);
      await phaseIs(portal, 'dev', ['paused', 'progressing'], 90);
      await phaseIs(portal, 'dev', ['healthy'], 240);
      await running(real, 'dev');
    },
  };
  yield {
    name: 'Dana asks for the promotion to stage, twice, and gets one pull request',
    run: async () => {
      const ask = () =>
        portal.post<OpenPromotionAnswer>(
          'dana',
          `/baremetal${endpoints.promotions}`,
          {
            entityRef: `component:default/${NAME}`,
            from: 'dev',
            to: 'stage',
          },
        );
      const first = await ask();
      if (first.outcome !== 'opened')
        throw new Error(JSON.stringify(first.preview.gates));
      promotion = first.promotion;
      const second = await ask();
      if (second.outcome !== 'existing')
        throw new Error(`asked again: ${second.outcome}`);
    },
  };
  yield {
    name: 'Dana may not approve it, Mira may, and merges it',
    run: async () => {
      if (!promotion) throw new Error('there is no promotion');
      const body = { headCommit: promotion.headCommit };
      const path = (verb: 'approve' | 'merge') =>
        `/baremetal${endpoints.promotion(promotion?.id ?? '', verb)}`;
      const refused = await portal.post('dana', path('approve'), body).then(
        () => 'allowed',
        (error: Error) => error.message,
      );
      if (!/ 403 /.test(refused)) throw new Error(`Dana: ${refused}`);
      await portal.post<PromotionDetail>('mira', path('approve'), body);
      await eventually(
        'merge',
        async () => {
          const { merge } = await portal.get<PromotionDetail>(
            'mira',
            `/baremetal${endpoints.promotion(promotion?.id ?? '')}`,
          );
          return merge.enabled || merge.words;
        },
        60,
      );
      await portal.post<PromotionDetail>('mira', path('merge'), body);
    },
  };
  yield {
    name: 'stage runs the digest that ran in dev',
    run: () => running(real, 'stage'),
  };
  yield {
    name: 'the promotion follows it until it is verified',
    run: () =>
      eventually(
        'verified',
        async () => {
          const { state, unmet } = await portal.get<PromotionDetail>(
            'mira',
            `/baremetal${endpoints.promotion(promotion?.id ?? '')}`,
          );
          return state === 'verified' || `${state}: ${unmet}`;
        },
        240,
      ),
  };
}
