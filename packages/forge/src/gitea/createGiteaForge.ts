import type { Forge } from '../forge';
import * as changes from './changes';
import { commitFiles } from './commitFiles';
import * as files from './files';
import { GiteaClient, type GiteaOptions } from './giteaClient';
import { mergeChange } from './mergeChange';
import { seg, segs } from './paths';
import { createRepository, findRepository } from './repositories';
import * as reviews from './reviews';
import * as statuses from './statuses';

/**
 * A Gitea as a {@link Forge}. Tested against Gitea 1.26; Forgejo speaks the same API.
 *
 * @remarks `commitFiles` with `startOver` on a branch that exists needs Gitea 1.26 (`force_push`); older ones refuse.
 */
export function createGiteaForge(options: GiteaOptions): Forge {
  const client = new GiteaClient(options);
  return {
    kind: 'gitea',
    webUrl: client.webUrl,
    capabilities: () => ({
      labels: true,
      reviewers: true,
      expectedHeadOnMerge: true,
      mergeQueue: false,
    }),
    ...fileOperations(client),
    ...changeOperations(client),
    ...endings(client),
  };
}

type FileOperations = Pick<
  Forge,
  | 'createRepository'
  | 'findRepository'
  | 'branchHead'
  | 'readFile'
  | 'listFiles'
  | 'commitFiles'
  | 'deleteBranch'
>;

function fileOperations(client: GiteaClient): FileOperations {
  return {
    createRepository: (input, call) => createRepository(client, input, call),
    findRepository: (repo, call) => findRepository(client, repo, call),
    branchHead: (repo, branch, call) =>
      files.branchHead(client, { repo, branch }, call),
    readFile: (repo, at, call) => files.readFile(client, { repo, ...at }, call),
    listFiles: async (repo, { ref, under }, call) => {
      const commit = await files.commitOf(client, { repo, ref }, call);
      if (commit === undefined) return [];
      const blobs = await files.listBlobs(client, { repo, commit }, call);
      const prefix = under === '' ? '' : `${under.replace(/\/+$/, '')}/`;
      return [...blobs.keys()].filter(path => path.startsWith(prefix)).sort();
    },
    commitFiles: (input, call) => commitFiles(client, input, call),
    deleteBranch: async (repo, branch, call) => {
      const head = await files.branchHead(client, { repo, branch }, call);
      if (head === undefined) return;
      await client.need(`delete branch ${branch}`, call, (api, params) =>
        api.repos.repoDeleteBranch(
          seg(repo.owner),
          seg(repo.name),
          segs(branch),
          params,
        ),
      );
    },
  };
}

type ChangeOperations = Omit<
  Forge,
  | keyof FileOperations
  | 'kind'
  | 'webUrl'
  | 'capabilities'
  | 'comment'
  | 'closeChange'
>;

function changeOperations(client: GiteaClient): ChangeOperations {
  return {
    openChange: (input, call) => changes.openChange(client, input, call),
    updateChange: (repo, number, patch, call) =>
      changes.editChange(client, { repo, number }, patch, call),
    findChanges: (repo, filter, call) =>
      changes.findChanges(client, { repo, ...filter }, call),
    getChange: (repo, number, call) =>
      changes.getChange(client, { repo, number }, call),
    setStatus: (repo, commit, status, call) =>
      statuses.setStatus(client, { repo, commit }, status, call),
    listStatuses: (repo, commit, call) =>
      statuses.listStatuses(client, { repo, commit }, call),
    listReviews: (repo, number, call) =>
      reviews.listReviews(client, { repo, number }, call),
    approve: (repo, number, review, call) =>
      reviews.approve(client, { repo, number }, review, call),
    mergeChange: (repo, number, how, call) =>
      mergeChange(client, { repo, number, ...how }, call),
  };
}

function endings(client: GiteaClient): Pick<Forge, 'comment' | 'closeChange'> {
  return {
    comment: async (repo, number, body, call) => {
      await client.need(`comment on change ${number}`, call, (api, params) =>
        api.repos.issueCreateComment(
          seg(repo.owner),
          seg(repo.name),
          number,
          { body },
          params,
        ),
      );
    },
    closeChange: async (repo, number, call) => {
      const change = await changes.getChange(client, { repo, number }, call);
      if (change?.state !== 'open') return;
      await changes.editChange(
        client,
        { repo, number },
        { state: 'closed' },
        call,
      );
    },
  };
}
