import type { ServiceSpec } from '../spec/serviceSpec';
import type { Page } from './page';

/** `mkdocs.yml`, from which the developer portal makes the documentation's site. */
export function siteOf({ name }: ServiceSpec, pages: readonly Page[]) {
  return {
    site_name: name,
    docs_dir: 'docs',
    plugins: ['techdocs-core'],
    nav: pages.map(({ file, title }) => ({
      [file === 'index.md' ? 'Overview' : title]: file,
    })),
  };
}
