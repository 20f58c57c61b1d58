/** Name of the script's file. */
export const SNAPSHOT_FILE = 'snapshot.mjs';

/**
 * What a run of the CronJob does, for Node and without a dependency. Everything of the service comes in by environment
 * variables, so that no answer ever becomes code.
 *
 * The oldest snapshot goes before a new one comes: a thick pool reserves the whole size for each, so `KEEP` is the
 * most there are at once. The last one that can be used is never removed before the next one can be.
 */
export const SNAPSHOT_SCRIPT = `// Takes a snapshot of each claim, waits until it can be used, and keeps the newest.
import { readFileSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';

const { API, ACCOUNT, NAMESPACE, CLAIMS, SNAPSHOTS, LABELS, KEEP, WAIT_SECONDS } = process.env;
const keep = Number(KEEP);
const snapshots = \`/apis/snapshot.storage.k8s.io/v1/namespaces/\${NAMESPACE}/volumesnapshots\`;
const claims = \`/api/v1/namespaces/\${NAMESPACE}/persistentvolumeclaims\`;

async function call(path, { method = 'GET', body, accept = [] } = {}) {
  const response = await fetch(API + path, {
    method,
    headers: {
      authorization: \`Bearer \${readFileSync(\`\${ACCOUNT}/token\`, 'utf8').trim()}\`,
      'content-type': 'application/json',
    },
    body: body && JSON.stringify(body),
  });
  const text = await response.text();
  if (!response.ok && !accept.includes(response.status)) {
    throw new Error(\`\${method} \${path}: \${response.status} \${text}\`);
  }
  return JSON.parse(text);
}

const list = (path, selector) =>
  call(\`\${path}?labelSelector=\${encodeURIComponent(selector)}\`).then(({ items }) => items);
const remove = ({ metadata: { name } }) =>
  call(\`\${snapshots}/\${name}\`, { method: 'DELETE', accept: [404] }).then(() =>
    console.log(\`removed \${name}\`),
  );
const isReady = snapshot => snapshot.status?.readyToUse === true;
const newestFirst = (a, b) =>
  b.metadata.creationTimestamp.localeCompare(a.metadata.creationTimestamp);

/** Leaves the newest that can be used, and none that is older and cannot. */
async function prune(claim, left) {
  const all = (await list(snapshots, SNAPSHOTS)).filter(
    ({ spec }) => spec.source.persistentVolumeClaimName === claim,
  );
  const ready = all.filter(isReady).sort(newestFirst);
  const failed = all.filter(
    snapshot => !isReady(snapshot) && ready.some(other => newestFirst(snapshot, other) > 0),
  );
  for (const snapshot of [...failed, ...ready.slice(left)]) await remove(snapshot);
}

async function take(claim) {
  const minute = new Date().toISOString().replace(/[-:T]/g, '').slice(0, 12);
  const name = \`\${claim}-\${minute}\`;
  await call(snapshots, {
    method: 'POST',
    // A second try in the same minute finds the first one's snapshot.
    accept: [409],
    body: {
      apiVersion: 'snapshot.storage.k8s.io/v1',
      kind: 'VolumeSnapshot',
      metadata: { name, labels: JSON.parse(LABELS) },
      spec: { source: { persistentVolumeClaimName: claim } },
    },
  });
  const end = Date.now() + Number(WAIT_SECONDS) * 1000;
  for (;;) {
    const snapshot = await call(\`\${snapshots}/\${name}\`);
    if (isReady(snapshot)) return console.log(\`took \${name}\`);
    if (Date.now() > end) {
      throw new Error(
        \`\${name} cannot be used: \${snapshot.status?.error?.message ?? 'not ready in time'}\`,
      );
    }
    await setTimeout(1000);
  }
}

let failures = 0;
for (const { metadata, status } of await list(claims, CLAIMS)) {
  // What a pod made for itself is gone with it, and what is not bound holds nothing yet.
  const isScratch = metadata.ownerReferences?.some(({ kind }) => kind === 'Pod');
  if (isScratch || status?.phase !== 'Bound') continue;
  try {
    await prune(metadata.name, Math.max(keep - 1, 1));
    await take(metadata.name);
    await prune(metadata.name, keep);
  } catch (error) {
    failures += 1;
    console.error(error.message);
  }
}
process.exitCode = failures > 0 ? 1 : 0;
`;
