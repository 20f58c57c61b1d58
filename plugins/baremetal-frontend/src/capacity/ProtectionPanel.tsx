import type { CapacityDetail } from '@baremetal/backstage-plugin-baremetal-common';
import { Label } from '../ui/Mono';
import { Panel } from '../ui/Panel';
import { Fact } from '../ui/Status';
import { useT } from '../ui/useT';
import styles from './ProtectionPanel.module.css';

export interface KnownCapacity {
  readonly environment: string;
  readonly cluster: string;
  readonly detail: CapacityDetail;
}

/** How the pods lie over power domains and nodes, and what holds when one goes. */
export function ProtectionPanel(props: { known: readonly KnownCapacity[] }) {
  const t = useT();
  return (
    <Panel
      title={t('capacity.protection.title')}
      aside={<Label>{t('capacity.protection.aside')}</Label>}
    >
      <div className={styles.environments}>
        {props.known.map(({ environment, cluster, detail }) => (
          <section key={cluster} className={styles.environment}>
            <h3>{environment}</h3>
            <ul className={styles.domains}>
              {detail.spread.map(({ domain, nodes }) => (
                <li key={domain}>
                  <Label>{domain}</Label>
                  {nodes.length === 0 ? (
                    <Label>{t('capacity.protection.nobody')}</Label>
                  ) : null}
                  {nodes.map(node => (
                    <Node key={`${node.name}/${node.canary}`} node={node} />
                  ))}
                </li>
              ))}
            </ul>
            <div className={styles.facts}>
              {detail.protection.map(one => (
                <Fact
                  key={one.sentence}
                  tone={one.tone}
                  detail={one.detail}
                  small
                >
                  {one.sentence}
                </Fact>
              ))}
              <Budget detail={detail} />
            </div>
          </section>
        ))}
      </div>
    </Panel>
  );
}

/** Unless a statement speaks of it already. */
function Budget(props: { detail: CapacityDetail }) {
  const t = useT();
  const { budget, protection } = props.detail;
  if (!budget) {
    return <Label>{t('capacity.protection.noBudget')}</Label>;
  }
  return protection.some(one => one.sentence.includes(budget)) ? null : (
    <Label>{t('capacity.protection.budget', { budget })}</Label>
  );
}

function Node(props: {
  node: CapacityDetail['spread'][number]['nodes'][number];
}) {
  const t = useT();
  const { name, pods, canary } = props.node;
  const words = t('capacity.protection.pods', { count: pods });
  return (
    <span className={styles.node}>
      <i className={canary ? styles.canary : styles.stable} aria-hidden />
      <span>{name}</span>
      <Label>
        {canary ? `${words}, ${t('capacity.protection.canary')}` : words}
      </Label>
    </span>
  );
}
