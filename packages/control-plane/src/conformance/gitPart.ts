import {
  createGiteaForge,
  forgeContract,
  type ForgeUnderTest,
} from '@baremetal/forge';
import { addPerson, letWrite } from './giteaPeople';
import type { Part } from './part';

const OWNER = 'shop';

/** The suite that the embedded Git host passes in its own tests, on a real Gitea. */
export const gitPart: Part = {
  name: 'git',
  words: 'the Git host contract, on Gitea',
  needs: { clusters: [], argocd: false },
  async *cases({ platform }) {
    const { git } = platform();
    const [reviewer, stranger] = await Promise.all([
      addPerson(git, 'reviewer'),
      addPerson(git, 'stranger'),
    ]);
    await letWrite(git, OWNER, 'reviewer');
    const by = (token: string) => createGiteaForge({ url: git.url, token });
    let repositories = 0;
    const host: ForgeUnderTest = {
      forge: by(git.token),
      reviewer: by(reviewer),
      stranger: by(stranger),
      newRepo: () => ({
        owner: OWNER,
        name: `contract-${(repositories += 1)}`,
      }),
    };
    for (const { name, run } of forgeContract) {
      yield { name, run: () => run(host) };
    }
  },
};
