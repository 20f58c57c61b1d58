import {
  RiAlertFill,
  RiCheckLine,
  RiCloseCircleFill,
  RiCpuLine,
  RiFingerprintLine,
  RiGitPullRequestLine,
  RiHardDrive3Line,
  RiLoader4Line,
  RiPulseLine,
  RiQuestionLine,
  RiTeamLine,
  RiUserLine,
  type RemixiconComponentType,
} from '@remixicon/react';
import type {
  GateId,
  GateState,
  Tone,
} from '@baremetal/backstage-plugin-baremetal-common';

/** In this order on every page. */
export const GATE_ORDER: readonly GateId[] = [
  'rolloutHealthy',
  'sameDigest',
  'fits',
  'storageHealthy',
  'noOtherPromotion',
  'fourEyes',
];

export const GATE_ICONS: Readonly<Record<GateId, RemixiconComponentType>> = {
  rolloutHealthy: RiPulseLine,
  sameDigest: RiFingerprintLine,
  fits: RiCpuLine,
  storageHealthy: RiHardDrive3Line,
  noOtherPromotion: RiGitPullRequestLine,
  fourEyes: RiTeamLine,
};

export const STATE_ICONS: Readonly<Record<GateState, RemixiconComponentType>> =
  {
    passed: RiCheckLine,
    warning: RiAlertFill,
    failed: RiCloseCircleFill,
    pending: RiLoader4Line,
    person: RiUserLine,
    unknown: RiQuestionLine,
  };

export const STATE_TONES: Readonly<Record<GateState, Tone>> = {
  passed: 'ok',
  warning: 'warn',
  failed: 'bad',
  pending: 'busy',
  person: 'wait',
  unknown: 'unknown',
};
