import type { Resources } from '../capacity/resources';
import type { Taint } from '../capacity/terms';
import type { RowMeta } from './rowMeta';

export interface NodeRow extends RowMeta {
  readonly labels: Readonly<Record<string, string>>;
  readonly taints: readonly Taint[];
  /** Cordoned. */
  readonly unschedulable: boolean;
  readonly ready: 'True' | 'False' | 'Unknown';
  readonly readySince?: string;
  /** Conditions besides `Ready` that hold, for example `DiskPressure`. */
  readonly pressures: readonly string[];
  /** CPU in millicores, memory in bytes, `pods` as slots. */
  readonly allocatable: Resources;
  readonly osImage?: string;
  readonly kernelVersion?: string;
  readonly kubeletVersion?: string;
}
