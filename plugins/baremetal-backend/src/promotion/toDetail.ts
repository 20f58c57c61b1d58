import type {
  FileDiff,
  PromotionDetail,
} from '@baremetal/backstage-plugin-baremetal-common';
import type { PromotionContext } from './context';
import { diffOf } from './editOverlay';
import type { PromotionRecord } from './store/PromotionStore';
import { toSummary, type Judged } from './views';

/** Everything about one promotion. Reads both sides of the difference from Git. */
export async function toDetail(
  context: PromotionContext,
  judged: Judged,
): Promise<PromotionDetail> {
  const { settings, now } = context;
  const { record, judgement, approvals } = judged;
  const summary = toSummary(judged);
  const counted = approvals.map(({ by, at, commit }) => ({
    by,
    at,
    commit,
    counts:
      commit === summary.headCommit &&
      !(settings.fourEyes && by === record.requestedBy),
  }));
  const reviewedHead = counted[counted.length - 1]?.commit;
  return {
    ...summary,
    verdict: judgement.verdict,
    diff: await readDiff(context, record),
    repository: `${record.repo.owner}/${record.repo.name}`,
    baseBranch: record.baseBranch,
    baseCommit: record.baseCommit,
    ...(reviewedHead !== undefined && { reviewedHead }),
    approvals: counted,
    approve: judgement.approve,
    merge: judgement.merge,
    simulated: settings.simulated,
    answeredAt: now().toISOString(),
  };
}

async function readDiff(
  { overlays }: PromotionContext,
  record: PromotionRecord,
): Promise<FileDiff> {
  const { repo, overlayFile, baseCommit, headCommit, reformatted } = record;
  const [before, after] = await Promise.all([
    overlays.readAt(repo, baseCommit, overlayFile),
    overlays.readAt(repo, headCommit, overlayFile),
  ]);
  return before === undefined || after === undefined
    ? { path: overlayFile, lines: [] }
    : diffOf(overlayFile, before, after, reformatted);
}
