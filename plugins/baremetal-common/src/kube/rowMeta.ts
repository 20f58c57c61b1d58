/**
 * What every row has. A row is what is kept of an object: the fields that judgement reads, and nothing else.
 */
export interface RowMeta {
  readonly uid: string;
  readonly name: string;
  /** Empty for objects of the whole cluster. */
  readonly namespace: string;
  readonly createdAt?: string;
  /** Value of the label `backstage.io/kubernetes-id`: the service that it belongs to. */
  readonly kubernetesId?: string;
  /** `metadata.deletionTimestamp` is set. */
  readonly deleting: boolean;
  /** The controlling owner. */
  readonly owner?: RowOwner;
}

export interface RowOwner {
  readonly uid: string;
  readonly kind: string;
  readonly name: string;
}

/** A condition of a status, as Kubernetes words it. */
export interface ConditionRow {
  readonly type: string;
  readonly status: 'True' | 'False' | 'Unknown';
  readonly reason?: string;
  readonly message?: string;
  readonly lastTransitionAt?: string;
  readonly lastUpdateAt?: string;
}

/** A container's name and image in a pod template. */
export interface TemplateImage {
  readonly container: string;
  readonly image: string;
}
