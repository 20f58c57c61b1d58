import type { ServiceSpec } from '../../spec/serviceSpec';
import { usesAnalysis } from '../../spec/workload';
import { previewName } from './blueGreenServices';
import { analysisRef } from './analysisRef';

/**
 * The new version beside the old one, reached through the preview Service alone, and then all at once.
 *
 * Before the switch it has no callers, so only what needs none is asked then: whether its pods answer. What it promises
 * is measured after the switch, while the old version still waits: a version that fails is switched back.
 */
export function blueGreen(spec: ServiceSpec) {
  const { name, delivery } = spec;
  const { autoPromotionSeconds, previewReplicas, scaleDownDelaySeconds } =
    delivery.blueGreen;
  return {
    blueGreen: {
      activeService: name,
      previewService: previewName(name),
      autoPromotionEnabled: autoPromotionSeconds !== undefined,
      ...(autoPromotionSeconds && { autoPromotionSeconds }),
      ...(previewReplicas !== undefined && {
        previewReplicaCount: previewReplicas,
      }),
      scaleDownDelaySeconds,
      ...(usesAnalysis(spec) && {
        prePromotionAnalysis: analysisRef(previewName(name)),
        postPromotionAnalysis: analysisRef(name),
      }),
    },
  };
}
