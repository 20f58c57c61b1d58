import type { Page } from '@playwright/test';
import {
  choose,
  field,
  fillIdentity,
  next,
  openForm,
  proof,
} from './createForm';
import { makeRepository, readPullRequestDiff } from './gitHost';
import { expect, newName, signIn, test } from './person';

const NAME = newName('label-printer');

const OWN = {
  'README.md': '# Prints labels\n',
  'catalog-info.yaml': `# Ours since 2019.
apiVersion: backstage.io/v1alpha1
kind: Component
metadata:
  name: ${NAME}
spec:
  type: service
  lifecycle: production
  owner: team-payments
`,
};

test('a worker whose repository is there already is deployed by pull requests', async ({
  page,
}) => {
  await makeRepository(NAME, OWN);
  await signIn(page, 'Dana Weber');
  await openForm(page, 'add-deployment');

  await test.step('say what it is', async () => {
    await choose(page, /What it is/, /works off a queue/);
    await fillIdentity(page, { name: NAME });
    await expect(proof(page).getByText(/^Can be created/)).toBeVisible();
    await next(page, 'Where it runs');
    await next(page, 'How a new version arrives');
    await expect(page.getByText(/pod by pod/).first()).toBeVisible();
    await next(page, 'Repository');
    await expect(field(page, 'Name')).toHaveValue(NAME);
  });

  await test.step('two pull requests that change none of its files', async () => {
    await page.getByRole('button', { name: 'Review', exact: true }).click();
    await page.getByRole('button', { name: 'Create', exact: true }).click();
    const service = await changeOf(page, 'Pull request to the service');
    expect(service).toContain('+++ b/deploy/base/deployment.yaml');
    expect(service).not.toContain('README.md');
    // Its own entry gains lines and loses none.
    expect(service).toContain(`+    backstage.io/kubernetes-id: ${NAME}`);
    expect(service).not.toMatch(/^-[^-]/m);
    const platform = await changeOf(page, 'Pull request to the platform');
    expect(platform).toContain(`+++ b/apps/${NAME}/applicationset.yaml`);
  });
});

/** What the pull request behind a link of the finished task changes. */
async function changeOf(page: Page, link: string): Promise<string> {
  const pull = page.getByRole('link', { name: link });
  await expect(pull).toBeVisible({ timeout: 60_000 });
  const [, repository = '', number] =
    /\/([^/]+\/[^/]+)\/pulls\/(\d+)$/.exec(
      (await pull.getAttribute('href')) ?? '',
    ) ?? [];
  return readPullRequestDiff(repository, Number(number));
}
