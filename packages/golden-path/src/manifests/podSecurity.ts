/** What the Pod Security Standard "restricted" asks of a pod. */
export function podSecurity(uid: number) {
  return {
    runAsNonRoot: true,
    runAsUser: uid,
    runAsGroup: uid,
    fsGroup: uid,
    // Otherwise every start walks over all files of the volume.
    fsGroupChangePolicy: 'OnRootMismatch' as const,
    seccompProfile: { type: 'RuntimeDefault' as const },
  };
}

/** What it asks of each container, and a root file system that nobody can write to. */
export function containerSecurity() {
  return {
    allowPrivilegeEscalation: false,
    readOnlyRootFilesystem: true,
    capabilities: { drop: ['ALL'] },
  };
}
