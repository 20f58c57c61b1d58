import type { PlatformFacts } from '@baremetal/backstage-plugin-baremetal-common';
import { defaultStorage } from './defaultStorage';
import type { ServiceSpec } from './serviceSpec';

type Page = Readonly<Record<string, unknown>>;

/** The pages of the form that creates a service, as its template's parameters hold them. A page may be missing. */
export interface FormPages {
  readonly identity?: Page;
  readonly runtime?: Page;
  readonly delivery?: Page;
  readonly repository?: Page;
}

/** What the page about delivery asks beside delivery itself. */
const AROUND_DELIVERY = [
  'migration',
  'exposure',
  'edge',
  'egress',
  'slo',
  'productionSync',
];

/** What a template has decided for everybody who uses it. */
export interface TemplateMakes {
  readonly archetype: string;
  /** How its services keep data unless something else is answered; not at all when absent. */
  readonly shape?: ServiceSpec['data']['shape'];
}

/**
 * The form's pages as answers of the service spec: the one mapping that the proof beside the form and the first step of
 * every template share, so that what was judged while typing is what is made.
 *
 * Callers of the scaffolder's API never see the form, so what the form fills in beforehand is filled in here too where
 * nothing was answered at all. An answer that was emptied stays empty.
 */
export function answersOfPages(
  { archetype, shape }: TemplateMakes,
  pages: FormPages,
  platform: Pick<PlatformFacts, 'storageClasses'>,
): unknown {
  const { identity = {}, runtime = {}, delivery = {}, repository = {} } = pages;
  const { packaging, acknowledged: _, ...repo } = repository;
  const entries = Object.entries(delivery);
  const arrival = entries.filter(([key]) => !AROUND_DELIVERY.includes(key));
  return {
    archetype,
    packaging,
    ...identity,
    ...withStorage(shape ? { data: { shape }, ...runtime } : runtime, platform),
    ...Object.fromEntries(
      entries.filter(([key]) => AROUND_DELIVERY.includes(key)),
    ),
    // Left out altogether, it is the schema's default, whose steps have their analysis.
    ...(arrival.length > 0 && { delivery: Object.fromEntries(arrival) }),
    repo,
  };
}

/** Where data is kept, each environment has a class and a size. */
function withStorage(
  runtime: Page,
  platform: Pick<PlatformFacts, 'storageClasses'>,
): Page {
  const { data, environments } = runtime;
  if (!isPage(data) || data.shape === 'nothing') return runtime;
  if (!Array.isArray(environments)) return runtime;
  return {
    ...runtime,
    environments: environments.map((environment: unknown) =>
      isPage(environment)
        ? { ...defaultStorage(platform), ...environment }
        : environment,
    ),
  };
}

function isPage(value: unknown): value is Page {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
