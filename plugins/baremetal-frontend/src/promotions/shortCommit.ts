/** The first of a commit id, as people say it. */
export function shortCommit(commit: string): string {
  return commit.slice(0, 8);
}
