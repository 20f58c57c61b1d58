import type { Page } from '@playwright/test';
import {
  choose,
  field,
  fillIdentity,
  next,
  openForm,
  proof,
} from './createForm';
import {
  makeRepository,
  mergePullRequest,
  readPullRequest,
  readPullRequestDiff,
  releaseToDev,
} from './gitHost';
import {
  environmentBox,
  expect,
  newName,
  openService,
  platformAccess,
  signIn,
  test,
} from './person';
import { ask } from './scaffolderApi';

const NAME = newName('label-printer');
/** Older than the habit of calling it main. */
const BRANCH = 'master';
const SOON = { timeout: 60_000 };

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
  await makeRepository(NAME, BRANCH, OWN);
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
    await expect(page.getByText(/follows its default branch/)).toBeVisible();
  });

  await test.step('two pull requests that change none of its files, and follow its default branch', async () => {
    await page.getByRole('button', { name: 'Review', exact: true }).click();
    await page.getByRole('button', { name: 'Create', exact: true }).click();
    const service = await changeBehind(page, 'Pull request to the service');
    expect((await readPullRequest(...service)).base.ref).toBe(BRANCH);
    const added = await readPullRequestDiff(...service);
    expect(added).toContain('+++ b/deploy/base/deployment.yaml');
    expect(added).not.toContain('README.md');
    // Its own entry gains lines and loses none.
    expect(added).toContain(`+    backstage.io/kubernetes-id: ${NAME}`);
    expect(added).toContain(`+    baremetal.dev/branch: ${BRANCH}`);
    expect(added).not.toMatch(/^-[^-]/m);
    const platform = await changeBehind(page, 'Pull request to the platform');
    const registered = await readPullRequestDiff(...platform);
    expect(registered).toContain(`+++ b/apps/${NAME}/applicationset.yaml`);
    expect(registered).toContain(`targetRevision: ${BRANCH}`);
    await mergePullRequest(...service);
    await mergePullRequest(...platform);
  });

  await test.step('it is healthy in dev', async () => {
    await register();
    await openService(page, NAME);
    const dev = environmentBox(page, 'dev');
    await expect(dev).toContainText('0.1.0', SOON);
    await expect(dev.getByText('Healthy', { exact: true })).toBeVisible(SOON);
  });

  await test.step('a new version is promoted on that branch', async () => {
    await releaseToDev(NAME, { from: '0.1.0', to: '0.2.0' });
    const dev = environmentBox(page, 'dev');
    await expect(dev).toContainText('0.2.0', SOON);
    await expect(dev.getByText('Healthy', { exact: true })).toBeVisible(SOON);
    await page.getByRole('button', { name: 'Promote dev → stage' }).click(SOON);
    const dialog = page.getByRole('dialog');
    await expect(dialog.getByText(/^0\.2\.0 can go to stage/)).toBeVisible(
      SOON,
    );
    await dialog.getByRole('button', { name: 'Open pull request' }).click();
    const open = dialog.getByText(/Pull request #\d+ is open/);
    await expect(open).toBeVisible();
    const [number] = /\d+/.exec((await open.textContent()) ?? '') ?? [];
    const pull = await readPullRequest(`shop/${NAME}`, Number(number));
    expect(pull.base.ref).toBe(BRANCH);
  });
});

/** The repository and the number of the pull request behind a link of the finished task. */
async function changeBehind(
  page: Page,
  link: string,
): Promise<[repository: string, number: number]> {
  const pull = page.getByRole('link', { name: link });
  await expect(pull).toBeVisible({ timeout: 60_000 });
  const [, repository = '', number] =
    /\/([^/]+\/[^/]+)\/pulls\/(\d+)$/.exec(
      (await pull.getAttribute('href')) ?? '',
    ) ?? [];
  return [repository, Number(number)];
}

/** Its entry was in no catalog yet. */
async function register() {
  const { url } = platformAccess().git;
  const target = `${url}/shop/${NAME}/src/branch/${BRANCH}/catalog-info.yaml`;
  const location = { type: 'url', target };
  const answer = await ask('dana', '/catalog/locations', location);
  expect(answer.status).toBe(201);
  const entity = `/catalog/entities/by-name/component/default/${NAME}`;
  await expect
    .poll(async () => (await ask('dana', entity)).status, SOON)
    .toBe(200);
}
