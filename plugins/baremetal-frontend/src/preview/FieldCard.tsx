import type { ReactNode } from 'react';
import { Label } from '../ui/Mono';
import { Page } from '../ui/Page';
import { Panel } from '../ui/Panel';
import { useT } from '../ui/useT';
import styles from './FieldCard.module.css';

/** An answer that stands on its own in a form, with the words of the template as its heading. */
export function FieldCard(props: {
  title: string;
  description?: string;
  required?: boolean;
  children: ReactNode;
}) {
  const t = useT();
  const { title, description, required, children } = props;
  return (
    <div className={styles.answer}>
      <Page form>
        <Panel
          title={title}
          aside={
            // Not the browser's own check: it says less than ours.
            required ? <Label>{t('create.environments.required')}</Label> : null
          }
        >
          {description ? <p className={styles.words}>{description}</p> : null}
          {children}
        </Panel>
      </Page>
    </div>
  );
}
