import {
  KUBERNETES_ID,
  type ConditionRow,
  type RowMeta,
  type TemplateImage,
} from '@baremetal/backstage-plugin-baremetal-common';
import type { Interner } from '@baremetal/kube-watch';

export type StringMap = Readonly<Record<string, string>>;

/** What is read of any object's metadata. */
export interface RawMeta {
  readonly uid?: string;
  readonly name: string;
  readonly namespace?: string;
  readonly creationTimestamp?: string;
  readonly deletionTimestamp?: string;
  readonly generation?: number;
  readonly labels?: StringMap;
  readonly annotations?: StringMap;
  readonly managedFields?: readonly {
    readonly time?: string;
    readonly subresource?: string;
  }[];
  readonly ownerReferences?: readonly {
    readonly uid: string;
    readonly kind: string;
    readonly name: string;
    readonly controller?: boolean;
  }[];
}

export interface RawObject {
  readonly metadata: RawMeta;
}

export interface RawCondition {
  readonly type: string;
  readonly status: string;
  readonly reason?: string;
  readonly message?: string;
  readonly lastTransitionTime?: string;
  readonly lastUpdateTime?: string;
}

export interface RawTemplate {
  readonly spec?: {
    readonly containers?: readonly {
      readonly name: string;
      readonly image?: string;
    }[];
  };
}

export function toMeta({ metadata }: RawObject, intern: Interner): RowMeta {
  const { uid, name, namespace = '', labels, ownerReferences } = metadata;
  const owner = ownerReferences?.find(({ controller }) => controller);
  const service = labels?.[KUBERNETES_ID];
  return {
    uid: uid ?? `${namespace}/${name}`,
    name,
    namespace: intern.string(namespace),
    createdAt: metadata.creationTimestamp,
    kubernetesId: service === undefined ? undefined : intern.string(service),
    deleting: metadata.deletionTimestamp !== undefined,
    owner:
      owner &&
      intern.value({ uid: owner.uid, kind: owner.kind, name: owner.name }),
  };
}

export function toConditions(
  conditions: readonly RawCondition[] | undefined,
): ConditionRow[] {
  return (conditions ?? []).map(condition => ({
    type: condition.type,
    status: toTruth(condition.status),
    reason: condition.reason,
    message: condition.message,
    lastTransitionAt: condition.lastTransitionTime,
    lastUpdateAt: condition.lastUpdateTime,
  }));
}

export function toTruth(status: string | undefined): ConditionRow['status'] {
  return status === 'True' || status === 'False' ? status : 'Unknown';
}

export function toImages(
  template: RawTemplate | undefined,
  intern: Interner,
): readonly TemplateImage[] {
  return intern.value(
    (template?.spec?.containers ?? []).map(({ name, image = '' }) => ({
      container: name,
      image,
    })),
  );
}

/** A field that manifests write as a number or as a percentage. */
export function toText(value: number | string | undefined): string | undefined {
  return value === undefined ? undefined : String(value);
}

/** A number that an annotation or a label holds. */
export function toNumber(text: string | undefined): number | undefined {
  return text === undefined || !/^-?\d+$/.test(text) ? undefined : Number(text);
}
