import {
  RiAlertFill,
  RiCheckboxCircleFill,
  RiCloseCircleFill,
  RiLoader4Line,
  RiPauseCircleFill,
  RiQuestionLine,
  type RemixiconComponentType,
} from '@remixicon/react';
import type { Tone } from '@baremetal/backstage-plugin-baremetal-common';
import styles from './Status.module.css';

/** Shape of each tone: a state is never said by colour alone. */
export const TONE_ICONS: Readonly<Record<Tone, RemixiconComponentType>> = {
  ok: RiCheckboxCircleFill,
  busy: RiLoader4Line,
  wait: RiPauseCircleFill,
  warn: RiAlertFill,
  bad: RiCloseCircleFill,
  unknown: RiQuestionLine,
};

/** Class that colours text or an icon on a card in a tone. */
export const TONE_INK: Readonly<Record<Tone, string>> = {
  ok: styles.inkOk ?? '',
  busy: styles.inkBusy ?? '',
  wait: styles.inkWait ?? '',
  warn: styles.inkWarn ?? '',
  bad: styles.inkBad ?? '',
  unknown: styles.inkUnknown ?? '',
};
