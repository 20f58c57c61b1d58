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
            <Label>
              {detail.budget
                ? t('capacity.protection.budget', { budget: detail.budget })
                : t('capacity.protection.noBudget')}
            </Label>
          </div>
        </section>
      ))}
    </Panel>
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
