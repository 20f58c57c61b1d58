/** Runs an AnalysisTemplate of ours about the pods of the new version. */
export function analysisRef(templateName: string) {
  return {
    templates: [{ templateName }],
    args: [
      {
        name: 'canary-hash',
        valueFrom: { podTemplateHashValue: 'Latest' },
      },
      {
        name: 'namespace',
        valueFrom: { fieldRef: { fieldPath: 'metadata.namespace' } },
      },
    ],
  };
}
