import type { HttpAuthService } from '@backstage/backend-plugin-api';
import type { ServiceViewName } from '@baremetal/backstage-plugin-baremetal-common';
import type express from 'express';
import Router from 'express-promise-router';
import { z } from 'zod';
import type { AuthorizedViews } from '../service/AuthorizedViews';
import { newName, nothing, parse, serviceName } from './parse';

export interface ViewRoutesOptions {
  readonly httpAuth: HttpAuthService;
  readonly views: AuthorizedViews;
}

const VIEWS: readonly ServiceViewName[] = [
  'overview',
  'rollouts',
  'storage',
  'capacity',
];

const MOST_ENVIRONMENTS = 20;

const amount = z.number().int().min(0).max(Number.MAX_SAFE_INTEGER);

const fitQuestion = z.strictObject({
  environments: z
    .array(
      z.strictObject({
        environment: z.string().min(1).max(63),
        cpuMillis: amount,
        memoryBytes: amount,
      }),
    )
    .min(1)
    .max(MOST_ENVIRONMENTS),
});

/** What is in them is judged by the golden path, which says more than that a field is wrong. */
const serviceAnswers = z
  .record(z.string(), z.unknown())
  .refine(
    ({ environments }) =>
      !Array.isArray(environments) || environments.length <= MOST_ENVIRONMENTS,
    {
      path: ['environments'],
      message: `At most ${MOST_ENVIRONMENTS} are planned at once`,
    },
  );

/** What is read: the platform, how much fits, what would be made, and the views of a service. */
export function createViewRoutes(options: ViewRoutesOptions): express.Router {
  const { httpAuth, views } = options;
  const router = Router();
  const callerOf = (req: express.Request) =>
    httpAuth.credentials(req, { allow: ['user', 'service'] });

  router.get('/v1/platform', async (req, res) => {
    const credentials = await callerOf(req);
    parse(nothing, req.query);
    res.json(await views.platform(credentials));
  });

  router.post('/v1/fit', async (req, res) => {
    const credentials = await callerOf(req);
    res.json(await views.fit(parse(fitQuestion, req.body), credentials));
  });

  router.get('/v1/names/:name', async (req, res) => {
    const credentials = await callerOf(req);
    parse(nothing, req.query);
    const { name } = parse(newName, req.params);
    res.json(await views.name(name, credentials));
  });

  router.post('/v1/plan', async (req, res) => {
    const credentials = await callerOf(req);
    res.json(await views.plan(parse(serviceAnswers, req.body), credentials));
  });

  for (const view of VIEWS) {
    router.get(`/v1/services/:namespace/:name/${view}`, async (req, res) => {
      const credentials = await callerOf(req);
      parse(nothing, req.query);
      const service = parse(serviceName, req.params);
      res.json(await views.view(view, service, credentials));
    });
  }

  return router;
}
