import { NotFoundError } from '@backstage/errors';
import { stringifyEntityRef, parseEntityRef } from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type { Finding } from '@baremetal/backstage-plugin-baremetal-common';
import type { BaremetalService } from '@baremetal/backstage-plugin-baremetal-node';
import {
  answersOfPages,
  fitQuestionOf,
  planAnswers,
  planService,
  type ServiceSpec,
} from '@baremetal/golden-path';
import { z } from 'zod/v3';
import { examples } from './planServiceAction.examples';
import { checkBranch } from './checkBranch';
import { checkLanguage } from './checkLanguage';
import { refusal } from './spec';

const page = z.record(z.unknown()).optional();

const inputSchema = z.object({
  answers: z.unknown(),
  archetype: z.string().default('service'),
  shape: z
    .enum(['nothing', 'storeBeside', 'ownFiles', 'scratch', 'sharedFiles'])
    .optional(),
  languages: z.array(z.string()).optional(),
  pages: z
    .object({
      identity: page,
      runtime: page,
      delivery: page,
      repository: page,
    })
    .optional(),
  acknowledged: z.array(z.string()).nullish(),
  existing: z.boolean().default(false),
});

/**
 * Judges the answers by every rule, with what the clusters say right now. Changes nothing.
 *
 * Fails with every finding at once; warnings pass only when their ids are acknowledged, as the form does it.
 */
export function createPlanServiceAction(options: {
  baremetal: BaremetalService;
  catalog: CatalogService;
}) {
  const { baremetal, catalog } = options;
  return createTemplateAction({
    id: 'baremetal:service:plan',
    description:
      'Checks the answers for a new service against every rule of the golden path, with live capacity and storage. Writes nothing.',
    examples,
    supportsDryRun: true,
    schema: {
      input: {
        answers: zod =>
          zod.any().describe('A service spec before defaults; or give `pages`'),
        pages: zod =>
          zod
            .any()
            .describe(
              'The parameters of a template whose form has the pages identity, runtime, delivery and repository',
            ),
        archetype: zod =>
          zod
            .string()
            .optional()
            .describe(
              'What the template of these pages makes: service, worker or job',
            ),
        shape: zod =>
          zod
            .string()
            .optional()
            .describe(
              'How services of this template keep data when the pages do not say: nothing, storeBeside, ownFiles, scratch or sharedFiles',
            ),
        languages: zod =>
          zod
            .array(zod.string())
            .optional()
            .describe(
              'Languages that the template has source code in; not checked when absent',
            ),
        acknowledged: zod =>
          zod
            .array(zod.string())
            .nullish()
            .describe('Ids of warnings that the developer accepts'),
        existing: zod =>
          zod
            .boolean()
            .optional()
            .describe(
              'The repository exists, and may stand for the service in the catalog already',
            ),
      },
      output: {
        spec: zod => zod.any().describe('The spec with all defaults'),
        findings: zod => zod.array(zod.any()).describe('Warnings and notes'),
      },
    },
    async handler(ctx) {
      const { answers, pages, acknowledged, existing, languages, ...makes } =
        inputSchema.parse(ctx.input);
      const credentials = await ctx.getInitiatorCredentials();
      const platform = await baremetal.platform({ credentials });

      const first = planAnswers(
        pages ? answersOfPages(makes, pages, platform) : answers,
        platform,
      );
      if (!first.ok) throw refusal(first.findings);
      const { spec } = first;

      const [wrongNames, live] = await Promise.all([
        checkNames(spec, {
          catalog,
          credentials,
          ...(existing && { gitBaseUrl: platform.gitBaseUrl }),
        }),
        baremetal.fit(fitQuestionOf(spec), { credentials }),
      ]);
      const plan = planService(spec, platform, live);
      const refused = [
        ...wrongNames,
        ...checkLanguage(spec, languages),
        ...(existing ? [] : checkBranch(spec)),
        ...plan.findings.filter(
          ({ id, severity }) =>
            severity === 'error' ||
            (severity === 'warning' && !acknowledged?.includes(id)),
        ),
      ];
      if (refused.length > 0) throw refusal(refused);

      for (const { id, message } of [...plan.findings, ...plan.autoResolved]) {
        ctx.logger.info(`${id}: ${message}`);
      }
      for (const { id, reason } of plan.notChecked) {
        ctx.logger.warn(`${id} was not checked, because ${reason}`);
      }
      ctx.output('spec', spec);
      ctx.output('findings', [...plan.findings]);
    },
  });
}

/** What only the catalog knows: the owner exists, and the name is free. */
async function checkNames(
  spec: ServiceSpec,
  context: {
    catalog: CatalogService;
    credentials: BackstageCredentials;
    /** Of a service that exists: its entry may have been read from its repository there. */
    gitBaseUrl?: string;
  },
): Promise<Finding[]> {
  const { catalog, credentials, gitBaseUrl } = context;
  const owner = stringifyEntityRef(
    parseEntityRef(spec.owner, {
      defaultKind: 'group',
      defaultNamespace: 'default',
    }),
  );
  const component = `component:default/${spec.name}`;
  const [ownerEntity, taken] = await Promise.all([
    catalog.getEntityByRef(owner, { credentials }),
    catalog.getEntityByRef(component, { credentials }),
  ]).catch(error => {
    throw new NotFoundError(
      'The catalog could not be asked for the owner',
      error,
    );
  });
  const findings: Finding[] = [];
  if (ownerEntity === undefined) {
    findings.push({
      id: 'CATALOG-OWNER',
      severity: 'error',
      path: 'owner',
      message: `There is no ${owner} in the catalog, so nobody would own the service.`,
      fix: 'Choose a group that the catalog lists.',
    });
  }
  if (
    taken !== undefined &&
    !isOurs(taken, spec) &&
    !(gitBaseUrl && isFrom(taken, spec, gitBaseUrl))
  ) {
    findings.push({
      id: 'CATALOG-NAME',
      severity: 'error',
      path: 'name',
      message: `${component} exists already; a second service of this name would take over its pages and its objects.`,
      fix: 'Choose another name.',
    });
  }
  return findings;
}

/** A task that is run again after it registered the service finds its own entity. */
function isOurs(
  entity: { metadata: { annotations?: Record<string, string> } },
  spec: ServiceSpec,
): boolean {
  const repository = entity.metadata.annotations?.['baremetal.dev/repository'];
  return repository === `${spec.repo.owner}/${spec.repo.name}`;
}

/** An entry that was read from the repository in question speaks of the service in it. */
function isFrom(
  entity: { metadata: { annotations?: Record<string, string> } },
  { repo }: ServiceSpec,
  gitBaseUrl: string,
): boolean {
  const location =
    entity.metadata.annotations?.['backstage.io/managed-by-location'];
  return !!location?.startsWith(
    `url:${gitBaseUrl}/${repo.owner}/${repo.name}/`,
  );
}
