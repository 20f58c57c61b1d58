import type { ServiceStorage } from '@baremetal/backstage-plugin-baremetal-common';
import { Verdict } from '../ui/Verdict';
import { CopiesTable } from './CopiesTable';
import { placedVolumes } from './placedVolumes';
import { StorageColumns } from './StorageColumns';
import { WhatIf } from './WhatIf';

/** The storage tab, drawn: verdict, maps, what a loss would do, and the maps as a table. */
export function StorageView(props: { storage: ServiceStorage }) {
  const { storage } = props;
  const volumes = placedVolumes(storage);
  return (
    <>
      <Verdict verdict={storage.verdict} simulated={storage.simulated} />
      <StorageColumns columns={storage.environments} />
      {volumes.some(({ volume }) => volume.losses.length > 0) ? (
        <WhatIf volumes={volumes} />
      ) : null}
      {volumes.length > 0 ? <CopiesTable volumes={volumes} /> : null}
    </>
  );
}
