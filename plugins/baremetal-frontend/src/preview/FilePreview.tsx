import { useMemo, useState } from 'react';
import { Button } from '@backstage/ui';
import type { Finding } from '@baremetal/backstage-plugin-baremetal-common';
import { type FileTree, locate } from '@baremetal/golden-path';
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

const FIRST = 'deploy/base/kustomization.yaml';
const NO_FOLDERS = new Map();

/** The repository to be made: its tree, any file's content, and the lines that findings are about. */
export function FilePreview(props: {
  service: string;
  files: FileTree;
  findings: readonly Finding[];
}) {
  const t = useT();
  const { service, files, findings } = props;
  const marks = useMemo(
    (): readonly Mark[] =>
      findings
        .filter(({ severity }) => severity !== 'info')
        .map(finding => ({
          id: finding.id,
          severity: finding.severity,
          ...locate(finding, { files, folders: NO_FOLDERS }),
        })),
    [files, findings],
  );
  const [chosen, setChosen] = useState<string>();
  const open = [chosen, marks[0]?.file, FIRST, [...files.keys()][0]].find(
    path => path !== undefined && files.has(path),
  );
  return (
    <Panel
      title={t('create.files.title')}
      aside={<Label>{t('create.files.count', { total: files.size })}</Label>}
    >
      <FileList
        paths={[...files.keys()]}
        marks={marks}
        open={open ?? ''}
        unfolded={['deploy/', 'deploy/base/', ...foldersOf(open ?? '')]}
        onOpen={setChosen}
      />
      <div className={styles.download}>
        <Label>{t('create.files.source')}</Label>
        <Button
          size="small"
          variant="tertiary"
          iconStart={<RiDownloadLine />}
          onPress={() => downloadZip(service || 'service', files)}
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
