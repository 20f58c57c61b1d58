import { Scalar } from 'yaml';

/** Actions of other people, by commit: a tag can be moved to other code. */
const PINNED = {
  'actions/checkout': {
    version: 'v7.0.1',
    commit: '3d3c42e5aac5ba805825da76410c181273ba90b1',
  },
  'actions/setup-node': {
    version: 'v7.0.0',
    commit: '820762786026740c76f36085b0efc47a31fe5020',
  },
  'github/codeql-action/upload-sarif': {
    version: 'v4.36.2',
    commit: '8aad20d150bbac5944a9f9d289da16a4b0d87c1e',
  },
} as const;

/** Value of `uses`, with the version as a comment behind it. */
export function uses(action: keyof typeof PINNED): Scalar {
  const { version, commit } = PINNED[action];
  const scalar = new Scalar(`${action}@${commit}`);
  scalar.comment = ` ${version}`;
  return scalar;
}
