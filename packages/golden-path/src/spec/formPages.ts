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

/**
 * The form's pages as answers of the service spec: the one mapping that the proof beside the form and the first step of
 * every template share, so that what was judged while typing is what is made.
 *
 * @param archetype - what the template makes
 */
export function answersOfPages(archetype: string, pages: FormPages): unknown {
  const { identity = {}, runtime = {}, delivery = {}, repository = {} } = pages;
  const { packaging, acknowledged: _, ...repo } = repository;
  const entries = Object.entries(delivery);
  return {
    archetype,
    packaging,
    ...identity,
    ...runtime,
    ...Object.fromEntries(
      entries.filter(([key]) => AROUND_DELIVERY.includes(key)),
    ),
    delivery: Object.fromEntries(
      entries.filter(([key]) => !AROUND_DELIVERY.includes(key)),
    ),
    repo,
  };
}
