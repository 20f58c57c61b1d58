import type {
  DiffLine,
  FileDiff,
} from '@baremetal/backstage-plugin-baremetal-common';
import { changedParts, type Parts } from './changedPart';
import { Fact } from './Status';
import { Mono } from './Mono';
import { useT } from './useT';
import styles from './Diff.module.css';

const SIGNS = { same: ' ', removed: '−', added: '+' } as const;

/** What changes in one file, line by line, with the changed words marked. */
export function Diff(props: { diff: FileDiff }) {
  const t = useT();
  const { path, lines, reformatted } = props.diff;
  const parts = changedParts(lines);
  return (
    <div className={styles.file}>
      <span className={styles.path}>
        <Mono>{path}</Mono>
      </span>
      {reformatted ? (
        <Fact tone="warn" small>
          {t('diff.reformatted')}
        </Fact>
      ) : null}
      <div
        className={styles.code}
        role="group"
        // Long lines scroll, so the keyboard must reach it.
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        aria-label={t('diff.label', { path })}
      >
        {lines.map((line, index) => (
          <Line
            key={index}
            line={line}
            parts={parts[index] ?? [line.text, '', '']}
          />
        ))}
      </div>
    </div>
  );
}

function Line(props: { line: DiffLine; parts: Parts }) {
  const t = useT();
  const { kind, number } = props.line;
  const [before, changed, after] = props.parts;
  return (
    <div className={`${styles.line} ${kind === 'same' ? '' : styles[kind]}`}>
      <span className={styles.number}>{number}</span>
      <span
        role={kind === 'same' ? undefined : 'img'}
        aria-label={kind === 'same' ? undefined : t(`diff.${kind}`)}
      >
        {SIGNS[kind]}
      </span>
      <span>
        {before}
        {changed ? <mark>{changed}</mark> : null}
        {after}
      </span>
    </div>
  );
}
