export {
  startGitHost,
  type DirectCommit,
  type GitFiles,
  type RunningGitHost,
  type StartGitHostOptions,
} from './startGitHost';
export type { GitUser, PushEvent } from './hostModel';
