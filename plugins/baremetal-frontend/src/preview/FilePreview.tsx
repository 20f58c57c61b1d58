import { useState } from 'react';
import { Button } from '@backstage/ui';
import type { FileTree } from '@baremetal/golden-path';
import { RiDownloadLine } from '@remixicon/react';
import { Label } from '../ui/Mono';
import { Panel } from '../ui/Panel';
import { useT } from '../ui/useT';
import { downloadZip } from './downloadZip';
import { FileContent } from './FileContent';
import { FileList } from './FileList';
import { foldersOf } from './fileRows';
import type { Mark } from './marks';
import styles from './FilePreview.module.css';

/** The files to be made: their tree, any file's content, and the lines that findings are about. */
export function FilePreview(props: {
  title: string;
  /** What else is to be said about them. */
  note: string;
  /** Name of the zip, and of the folder in it. */
  archive: string;
  files: FileTree;
  marks: readonly Mark[];
  /** The file that is shown while nobody chose one and none is marked. */
  first: string;
  /** Folders that are open at first. */
  unfolded: readonly string[];
}) {
  const t = useT();
  const { archive, files, marks, first } = props;
  const [chosen, setChosen] = useState<string>();
  const open = [chosen, marks[0]?.file, first, [...files.keys()][0]].find(
    path => path !== undefined && files.has(path),
  );
  return (
    <Panel
      title={props.title}
      aside={<Label>{t('create.files.count', { total: files.size })}</Label>}
    >
      <FileList
        paths={[...files.keys()]}
        marks={marks}
        open={open ?? ''}
        unfolded={[...props.unfolded, ...foldersOf(open ?? '')]}
        onOpen={setChosen}
      />
      <div className={styles.download}>
        <Label>{props.note}</Label>
        <Button
          size="small"
          variant="tertiary"
          iconStart={<RiDownloadLine />}
          onPress={() => downloadZip(archive, files)}
        >
          {t('create.files.download')}
        </Button>
      </div>
      <FileContent
        path={open ?? ''}
        text={files.get(open ?? '') ?? ''}
        marks={marks.filter(({ file }) => file === open)}
      />
    </Panel>
  );
}
