import {
  assessGates,
  BRANCH_ANNOTATION,
  branchNameProblem,
  candidateOf,
  mayOpen,
  type Candidate,
  type GateView,
} from '@baremetal/backstage-plugin-baremetal-common';
import type { ServiceTarget } from '@baremetal/backstage-plugin-baremetal-node';
import type { FileContent, RepositoryRef } from '@baremetal/forge';
import { assertImageRendered } from '@baremetal/golden-path';
import type { PromotionContext, Viewer } from './context';
import { editOverlay, type OverlayEdit } from './editOverlay';
import { headBranchOf, overlayDirOf, type Hop } from './route';
import type { PromotionRecord } from './store/PromotionStore';

/** An edit of an overlay that can be committed. */
export interface ReadyEdit {
  readonly repo: RepositoryRef;
  /** The branch that was read, and that the pull request goes to. */
  readonly base: string;
  readonly path: string;
  /** Head of the base branch that was read. */
  readonly baseCommit: string;
  readonly before: string;
  readonly edit: Extract<OverlayEdit, { outcome: 'edited' }>;
}

/** Everything that is known before a pull request is opened. */
export interface Draft {
  readonly hop: Hop;
  readonly candidate?: Candidate;
  readonly gates: readonly GateView[];
  readonly existing?: PromotionRecord;
  readonly prepared:
    | { readonly ready: true; readonly edit: ReadyEdit }
    | { readonly ready: false; readonly why: string };
  /** The pull request may be opened now. */
  readonly openable: boolean;
}

/** Works out a promotion without changing anything. */
export async function draftPromotion(
  context: PromotionContext,
  target: ServiceTarget,
  hop: Hop,
  viewer: Viewer,
): Promise<Draft> {
  const { facts, store, settings, now } = context;
  const from = facts.observe(target, hop.from);
  const to = facts.observe(target, hop.to);
  const answer = candidateOf(from);
  const existing = await store.findOpen(target.identity.entityRef, hop.to);
  const candidate = answer.found ? answer.candidate : undefined;
  const gates = assessGates({
    now: now().getTime(),
    from,
    to,
    candidate,
    fourEyes: settings.fourEyes,
    approvals: [],
    viewer,
    ...(existing && {
      otherPromotion: { words: `pull request ${existing.changeNumber}` },
    }),
  });
  const prepared = answer.found
    ? await prepare(context, target, {
        to: hop.to,
        candidate: answer.candidate,
      })
    : ({ ready: false, why: answer.why } as const);
  return {
    hop,
    candidate,
    gates,
    existing,
    prepared,
    openable: prepared.ready && !existing && mayOpen(gates),
  };
}

/** The edit of the overlay on the newest base, proven to reach the pods. */
export async function prepare(
  { overlays }: PromotionContext,
  target: ServiceTarget,
  { to, candidate }: { to: string; candidate: Candidate },
): Promise<Draft['prepared']> {
  const { repository: repo, identity, branch: base } = target;
  if (!repo) {
    return no(
      `${identity.name} does not say which repository holds its overlays`,
    );
  }
  const wrong = wrongBranch(target, to);
  if (wrong) {
    return no(
      `The annotation ${BRANCH_ANNOTATION} of ${identity.name}, "${base}", ${wrong}`,
    );
  }
  const dir = overlayDirOf(target, to);
  const found = await findImageFile(overlays, dir, { repo, branch: base });
  if (!found) {
    return no(
      `${dir} has neither a kustomization.yaml nor a values.yaml on ${base} of ${repo.owner}/${repo.name}; if another branch is deployed, name it in the annotation ${BRANCH_ANNOTATION}`,
    );
  }
  const { path, file } = found;
  const edit = editOverlay({ path, text: file.text }, candidate);
  switch (edit.outcome) {
    case 'refused':
      return no(edit.reason);
    case 'unchanged':
      return no(`Git already asks for this version in ${to}`);
    case 'edited':
      break;
  }
  const { commitId: baseCommit } = file;
  const root = dir.split('/')[0] ?? '';
  const tree = await overlays.readTree(repo, baseCommit, root);
  const rendered = assertImageRendered(
    new Map(tree).set(path, edit.text),
    dir,
    {
      name: edit.imageName,
      newTag: candidate.tag ?? edit.previous.tag ?? '',
      digest: candidate.digest,
    },
  );
  switch (rendered.outcome) {
    case 'effective':
      return {
        ready: true,
        edit: { repo, base, path, baseCommit, before: file.text, edit },
      };
    case 'noEffect':
      return no(`The edit would have no effect: ${rendered.reason}`);
    case 'broken':
      return no(`The overlay does not render: ${rendered.reason}`);
  }
}

/** Why nothing can be asked for on the branch that the entity names, as the end of a sentence. */
function wrongBranch(target: ServiceTarget, to: string): string | undefined {
  const { branch } = target;
  const own = headBranchOf(target, to);
  // Git keeps branches as files: none stands in a folder that is another one, and our own is thrown away and made anew.
  return `${own}/`.startsWith(`${branch}/`)
    ? `cannot stand beside the branch ${own}, on which the promotion is put; rename it on the Git host`
    : branchNameProblem(branch);
}

/** An overlay names its image in its kustomization, an environment of a chart in its values. */
async function findImageFile(
  overlays: PromotionContext['overlays'],
  dir: string,
  { repo, branch }: { repo: RepositoryRef; branch: string },
): Promise<{ path: string; file: FileContent } | undefined> {
  for (const name of ['kustomization.yaml', 'values.yaml']) {
    const path = `${dir}/${name}`;
    const file = await overlays.readNow(repo, branch, path);
    if (file) return { path, file };
  }
  return undefined;
}

function no(why: string): { ready: false; why: string } {
  return { ready: false, why };
}
