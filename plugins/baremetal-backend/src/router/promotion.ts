import type {
  AuditorService,
  HttpAuthService,
} from '@backstage/backend-plugin-api';
import type {
  OpenPromotionAnswer,
  PromotionDetail,
} from '@baremetal/backstage-plugin-baremetal-common';
import type express from 'express';
import Router from 'express-promise-router';
import { z } from 'zod';
import type {
  AuthorizedPromotions,
  Person,
} from '../promotion/AuthorizedPromotions';
import { audited } from './audited';
import { nothing, parse, serviceName } from './parse';

export interface PromotionRoutesOptions {
  readonly httpAuth: HttpAuthService;
  readonly auditor: AuditorService;
  readonly promotions: AuthorizedPromotions;
}

const environment = z
  .string()
  .min(1)
  .max(63)
  .describe('Name of an environment');

const commit = z
  .string()
  .regex(/^[0-9a-f]{40,64}$/, 'give the whole commit id');

const previewQuery = z.strictObject({ to: environment });

const openBody = z.strictObject({
  entityRef: z.string().min(1).max(255),
  from: environment,
  to: environment,
  expect: z
    .strictObject({ digest: z.string().min(1).max(80), baseCommit: commit })
    .optional(),
  dryRun: z.boolean().optional(),
});

const decideBody = z.strictObject({ headCommit: commit });

const promotionId = z.object({ id: z.uuid() });

/** Promotions: what one would do, the queue, and the decisions. Every write is audited. */
export function createPromotionRoutes(
  options: PromotionRoutesOptions,
): express.Router {
  const { httpAuth, promotions } = options;
  const router = Router();
  // Only people: a promotion has somebody who asked and somebody who approved.
  const personOf = (req: express.Request) =>
    httpAuth.credentials(req, { allow: ['user'] });

  router.get(
    '/v1/services/:namespace/:name/promotion-preview',
    async (req, res) => {
      const person = await personOf(req);
      const { to } = parse(previewQuery, req.query);
      const service = parse(serviceName, req.params);
      res.json(await promotions.preview(service, to, person));
    },
  );

  router.get('/v1/promotions', async (req, res) => {
    const person = await personOf(req);
    parse(nothing, req.query);
    res.json(await promotions.queue(person));
  });

  router.get('/v1/promotions/:id', async (req, res) => {
    const person = await personOf(req);
    const { id } = parse(promotionId, req.params);
    res.json(await promotions.get(id, person));
  });

  addDecisions(router, { ...options, personOf });
  return router;
}

/** The routes that change the world. */
function addDecisions(
  router: express.Router,
  options: PromotionRoutesOptions & {
    readonly personOf: (req: express.Request) => Promise<Person>;
  },
): void {
  const { auditor, promotions, personOf } = options;

  router.post('/v1/promotions', async (req, res) => {
    const person = await personOf(req);
    const request = parse(openBody, req.body);
    const { entityRef, from, to, dryRun = false } = request;
    const answer = await audited<OpenPromotionAnswer>(
      auditor,
      {
        eventId: 'promotion-open',
        request: req,
        meta: { entityRef, from, to, dryRun },
      },
      () => promotions.open(request, person),
      ({ outcome, promotion }) => ({
        outcome,
        ...(promotion && { promotionId: promotion.id }),
      }),
    );
    res.status(answer.outcome === 'opened' ? 201 : 200).json(answer);
  });

  for (const verb of ['approve', 'merge'] as const) {
    router.post(`/v1/promotions/:id/${verb}`, async (req, res) => {
      const person = await personOf(req);
      const { id } = parse(promotionId, req.params);
      const { headCommit } = parse(decideBody, req.body);
      const detail = await audited<PromotionDetail>(
        auditor,
        {
          eventId: `promotion-${verb}`,
          request: req,
          meta: { promotionId: id, headCommit },
        },
        () => promotions.decide(id, verb, { headCommit, person }),
        ({ service, to, state }) => ({
          entityRef: service.entityRef,
          to,
          state,
        }),
      );
      res.json(detail);
    });
  }
}
