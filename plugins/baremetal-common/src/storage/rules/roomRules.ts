import type { VolumeRule } from '../volumeFacts';

/** Less free room than this share is too little for a surprise. */
const LOW_SHARE = 0.2;

export const poolLow: VolumeRule = ({ volume }) =>
  volume.pools.flatMap(({ node, name, freeBytes, totalBytes }) => {
    if (
      freeBytes === undefined ||
      totalBytes === undefined ||
      totalBytes <= 0
    ) {
      return [];
    }
    const share = Math.min(1, freeBytes / totalBytes);
    return share >= LOW_SHARE
      ? []
      : [
          {
            id: 'pool-low',
            tone: 'warn',
            words: 'Pool almost full',
            sentence: `Pool ${name} on ${node} is ${Math.floor(
              (1 - share) * 100,
            )} % full.`,
            who: 'platform',
          } as const,
        ];
  });

const RESIZE_STEPS: Readonly<Record<string, string>> = {
  ControllerResizeInProgress: 'the storage system enlarges the volume',
  NodeResizePending: 'the node has to enlarge the file system',
  NodeResizeInProgress: 'the node enlarges the file system',
};

const RESIZE_FAILURES: Readonly<Record<string, string>> = {
  ControllerResizeFailed: 'the storage system refused to enlarge the volume',
  NodeResizeFailed: 'the node could not enlarge the file system',
};

export const resizePending: VolumeRule = ({ volume, claim }) => {
  const step = RESIZE_STEPS[claim.resizeStatus ?? ''];
  return step === undefined && !volume.resizing
    ? []
    : [
        {
          id: 'resize-pending',
          tone: 'busy',
          words: 'Growing',
          sentence: `The volume is growing: ${
            step ?? 'the storage system enlarges the volume'
          }.`,
          who: 'owner',
        },
      ];
};

export const resizeFailed: VolumeRule = ({ claim }) => {
  const failure = RESIZE_FAILURES[claim.resizeStatus ?? ''];
  return failure === undefined
    ? []
    : [
        {
          id: 'resize-failed',
          tone: 'bad',
          words: 'Resize failed',
          sentence: `Growing the volume failed: ${failure}.`,
          detail:
            'The data is untouched. The platform team looks at the room of its pools.',
          who: 'platform',
        },
      ];
};
