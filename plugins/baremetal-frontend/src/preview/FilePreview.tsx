import { useState } from 'react';
import type { Finding } from '@baremetal/backstage-plugin-baremetal-common';
import type { FileTree } from '@baremetal/golden-path';
import { RiFileTextLine, RiFolderOpenLine } from '@remixicon/react';
import { Label, Mono } from '../ui/Mono';
import { Panel } from '../ui/Panel';
import { useT } from '../ui/useT';
import { toRows } from './fileRows';
import styles from './FilePreview.module.css';

const FIRST = 'deploy/base/kustomization.yaml';

/** The repository to be made: its tree, and any file's content. */
export function FilePreview(props: {
  files: FileTree;
  findings: readonly Finding[];
}) {
  const t = useT();
  const { files, findings } = props;
  const [chosen, setChosen] = useState(FIRST);
  const open = files.has(chosen) ? chosen : [...files.keys()][0] ?? '';
  return (
    <Panel
      title={t('create.files.title')}
      aside={<Label>{t('create.files.count', { total: files.size })}</Label>}
    >
      <ul className={styles.tree}>
        {toRows([...files.keys()], findings).map(row => (
          <li key={row.path} style={{ paddingLeft: 8 + row.depth * 16 }}>
            {row.kind === 'folder' ? (
              <span className={styles.folder}>
                <RiFolderOpenLine size={14} aria-hidden />
                <Mono>{row.name}/</Mono>
              </span>
            ) : (
              <button
                type="button"
                className={`${styles.file} ${
                  row.path === open ? styles.open : ''
                } ${row.finding ? styles.wrong : ''}`}
                aria-pressed={row.path === open}
                onClick={() => setChosen(row.path)}
              >
                <RiFileTextLine size={14} aria-hidden />
                <Mono>{row.name}</Mono>
                {row.finding ? (
                  <span className={styles.mark}>{row.finding}</span>
                ) : null}
              </button>
            )}
          </li>
        ))}
      </ul>
      <div className={styles.path}>
        <Mono>{open}</Mono>
      </div>
      {/* Scrolls, so the keyboard must reach it. */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <pre className={styles.code} tabIndex={0} aria-label={open}>
        {(files.get(open) ?? '')
          .trimEnd()
          .split('\n')
          .map((line, i) => (
            <span key={i} className={styles.line}>
              <span className={styles.number} aria-hidden>
                {i + 1}
              </span>
              {line}
              {'\n'}
            </span>
          ))}
      </pre>
    </Panel>
  );
}
