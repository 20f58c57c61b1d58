import type {
  RolloutDetail,
  RolloutVerb,
} from '@baremetal/backstage-plugin-baremetal-common';
import { CopyCommand } from '../ui/CopyCommand';
import { Label } from '../ui/Mono';
import { Reason } from '../ui/Reason';
import { Fact } from '../ui/Status';
import { useT } from '../ui/useT';
import styles from './Decision.module.css';

/** The conditions of going on, and what can be done now with its effect or the reason why not. */
export function Decision(props: { detail: RolloutDetail; cluster: string }) {
  const t = useT();
  const { detail, cluster } = props;
  if (detail.guard.length === 0 && detail.verbs.length === 0) {
    return null;
  }
  return (
    <div className={styles.decision}>
      <section>
        <h3>{t('rollouts.guard.title')}</h3>
        {detail.guard.length === 0 ? (
          <Label>{t('rollouts.guard.none')}</Label>
        ) : (
          <ul>
            {detail.guard.map(one => (
              <li key={one.sentence}>
                <Fact tone={one.tone} detail={one.detail}>
                  {one.sentence}
                </Fact>
              </li>
            ))}
          </ul>
        )}
      </section>
      {detail.verbs.length === 0 ? null : (
        <section>
          <h3>{t('rollouts.verbs.title')}</h3>
          <dl className={styles.verbs}>
            {detail.verbs.map(verb => (
              <Verb key={verb.verb} verb={verb} detail={detail} />
            ))}
          </dl>
          {detail.verbs.some(verb => verb.enabled) ? (
            <Label>{t('rollouts.verbs.how', { cluster })}</Label>
          ) : null}
        </section>
      )}
    </div>
  );
}

function Verb(props: { verb: RolloutVerb; detail: RolloutDetail }) {
  const t = useT();
  const { verb, detail } = props;
  return (
    <>
      <dt className={verb.enabled ? undefined : styles.off}>{verb.label}</dt>
      <dd>
        {verb.enabled ? (
          <>
            {verb.words}
            <CopyCommand
              command={commandOf(verb.verb, detail)}
              label={t('rollouts.verbs.copy', { verb: verb.label })}
            />
          </>
        ) : (
          <Reason>{verb.words}</Reason>
        )}
      </dd>
    </>
  );
}

const COMMANDS: Readonly<Record<RolloutVerb['verb'], string>> = {
  promote: 'promote',
  promoteFull: 'promote --full',
  abort: 'abort',
  retry: 'retry rollout',
};

function commandOf(verb: RolloutVerb['verb'], detail: RolloutDetail): string {
  return `kubectl argo rollouts ${COMMANDS[verb]} ${detail.name} -n ${detail.namespace}`;
}
