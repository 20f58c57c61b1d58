import { useCallback } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import { Dialog, DialogHeader } from '@backstage/ui';
import type {
  PromotionHop,
  PromotionPreview,
  ServiceIdentity,
} from '@baremetal/backstage-plugin-baremetal-common';
import { baremetalApiRef, type EntityKey } from '../api/BaremetalApi';
import { useFresh, type Fresh } from '../api/useFresh';
import { FourStates } from '../ui/FourStates';
import { useT } from '../ui/useT';
import tokens from '../ui/tokens.module.css';
import { PromotePreview } from './PromotePreview';
import { PromoteResult } from './PromoteResult';
import { useOpenPromotion } from './useOpenPromotion';
import styles from './PromoteDialog.module.css';

const CONCEPTS = ['delivery', 'storage', 'capacity', 'promotion'] as const;
const SHAPE = [48, 64, 120, 200];

export interface PromoteDialogProps {
  readonly hop: PromotionHop;
  readonly service: ServiceIdentity;
  readonly entity: EntityKey;
}

/** Shows what a promotion would do, and asks for it. */
export function PromoteDialog(props: PromoteDialogProps) {
  return (
    <Dialog width={720} isDismissable>
      <Content {...props} />
    </Dialog>
  );
}

// Inside the dialog, so that it is only loaded while it is open.
function Content(props: PromoteDialogProps) {
  const t = useT();
  const api = useApi(baremetalApiRef);
  const { hop, service, entity } = props;
  const load = useCallback(
    (signal: AbortSignal) =>
      api.previewPromotion({ entity, to: hop.to }, { signal }),
    [api, entity, hop.to],
  );
  const fresh = useFresh(load, CONCEPTS);
  const { opening, open, reset } = useOpenPromotion();
  const lookAgain = () => {
    reset();
    reloadOf(fresh)();
  };

  return (
    <>
      <DialogHeader>
        {t('overview.dialog.title', {
          name: service.name,
          from: hop.from,
          to: hop.to,
        })}
      </DialogHeader>
      <div className={`${tokens.root} ${styles.content}`}>
        {opening.state === 'opened' ? (
          <PromoteResult answer={opening.answer} />
        ) : (
          <FourStates
            fresh={fresh}
            what={t('overview.dialog.what')}
            shape={SHAPE}
          >
            {preview => (
              <PromotePreview
                preview={preview}
                opening={opening}
                open={() => open(toRequest(service, preview))}
                lookAgain={lookAgain}
              />
            )}
          </FourStates>
        )}
      </div>
    </>
  );
}

function toRequest(service: ServiceIdentity, preview: PromotionPreview) {
  const { from, to, expect } = preview;
  return { entityRef: service.entityRef, from, to, expect };
}

function reloadOf(fresh: Fresh<unknown>): () => void {
  switch (fresh.state) {
    case 'loading':
      return () => {};
    case 'failed':
      return fresh.retry;
    case 'ready':
      return fresh.reload;
  }
}
