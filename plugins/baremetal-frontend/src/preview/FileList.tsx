import {
  RiFileTextLine,
  RiFolderLine,
  RiFolderOpenLine,
} from '@remixicon/react';
import { useState } from 'react';
import { Label, Mono } from '../ui/Mono';
import { TONE_ICONS } from '../ui/tones';
import { useT } from '../ui/useT';
import { SEVERITY_TONE } from './FindingItem';
import { type FileRow, toRows } from './fileRows';
import type { Mark } from './marks';
import styles from './FilePreview.module.css';

/** The files as a tree whose folders fold; a file that a finding is about says which. */
export function FileList(props: {
  paths: readonly string[];
  marks: readonly Mark[];
  /** The file that is shown. */
  open: string;
  /** Folders that are open until a person folds them. */
  unfolded: readonly string[];
  onOpen: (path: string) => void;
}) {
  const { paths, marks, open, unfolded, onOpen } = props;
  const [turned, setTurned] = useState<readonly string[]>([]);
  const isOpen = (folder: string) =>
    unfolded.includes(folder) !== turned.includes(folder);
  const turn = (folder: string) =>
    setTurned(
      turned.includes(folder)
        ? turned.filter(other => other !== folder)
        : [...turned, folder],
    );
  return (
    <ul className={styles.tree}>
      {toRows(paths, isOpen).map(row => (
        <li key={row.path} style={{ paddingLeft: 8 + row.depth * 16 }}>
          {row.kind === 'folder' ? (
            <Folder row={row} onTurn={() => turn(row.path)} />
          ) : (
            <File
              row={row}
              isOpen={row.path === open}
              mark={marks.find(({ file }) => file === row.path)}
              onOpen={() => onOpen(row.path)}
            />
          )}
        </li>
      ))}
    </ul>
  );
}

function Folder(props: {
  row: Extract<FileRow, { kind: 'folder' }>;
  onTurn: () => void;
}) {
  const t = useT();
  const { name, open, files } = props.row;
  const Icon = open ? RiFolderOpenLine : RiFolderLine;
  return (
    <button
      type="button"
      className={styles.folder}
      aria-expanded={open}
      onClick={props.onTurn}
    >
      <Icon size={14} aria-hidden />
      <Mono>{name}/</Mono>
      {open ? null : (
        <Label>{t('create.files.inside', { count: files })}</Label>
      )}
    </button>
  );
}

function File(props: {
  row: Extract<FileRow, { kind: 'file' }>;
  isOpen: boolean;
  mark: Mark | undefined;
  onOpen: () => void;
}) {
  const { row, isOpen, mark } = props;
  const Icon = mark && TONE_ICONS[SEVERITY_TONE[mark.severity]];
  return (
    <button
      type="button"
      className={`${styles.file} ${isOpen ? styles.open : ''} ${
        mark ? styles[mark.severity] : ''
      }`}
      aria-pressed={isOpen}
      onClick={props.onOpen}
    >
      <RiFileTextLine size={14} aria-hidden />
      <Mono>{row.name}</Mono>
      {mark && Icon ? (
        <span className={styles.mark}>
          <Icon size={14} aria-hidden /> {mark.id}
        </span>
      ) : null}
    </button>
  );
}
