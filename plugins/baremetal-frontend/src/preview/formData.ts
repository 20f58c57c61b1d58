import type { ServiceAnswers, ServiceSpec } from '@baremetal/golden-path';
import type { TemplateOptions } from './templateOptions';

/** Answers of page 1. */
export interface IdentityData {
  readonly name?: string;
  readonly owner?: string;
  readonly system?: string;
  readonly description?: string;
}

export type DataAnswers = NonNullable<ServiceAnswers['data']>;
export type DataShape = DataAnswers['shape'];
export type EnvironmentData = Readonly<ServiceSpec['environments'][number]>;
export type ScalingData = ServiceSpec['scaling'];
export type JobData = NonNullable<ServiceSpec['job']>;
export type SnapshotsData = NonNullable<ServiceSpec['snapshots']>;
export type PathsData = Readonly<NonNullable<ServiceAnswers['paths']>>;
export type ShutdownData = Readonly<ServiceSpec['shutdown']>;

/** Answers of page 2. */
export interface RuntimeData {
  readonly language?: ServiceSpec['language'];
  readonly hardwareClass: string;
  /** Absent for a job, which nobody calls. */
  readonly port?: number;
  readonly data: DataAnswers;
  readonly snapshots?: SnapshotsData;
  readonly disruption?: {
    readonly maxUnavailable?: number;
    readonly minAvailable?: number;
  };
  readonly environments: readonly EnvironmentData[];
  readonly scaling?: ScalingData;
  readonly recommendations?: boolean;
  readonly job?: JobData;
  readonly paths?: PathsData;
  readonly shutdown?: ShutdownData;
}

type Delivery = ServiceSpec['delivery'];
export type Strategy = Delivery['strategy'];
/** A step of the canary, as the service spec has it. */
export type StepData = Delivery['steps'][number];
export type AnalysisData = NonNullable<Delivery['analysis']>;
export type ExposureData = ServiceSpec['exposure'];
export type ExposureKind = ExposureData['kind'];
export type CalleeData = Readonly<ServiceSpec['egress'][number]>;
export type MigrationData = NonNullable<ServiceSpec['migration']>;
export type SyncData = ServiceSpec['productionSync'];
export type ServiceLevelData = ServiceSpec['slo'];

/** Answers of page 3: those about delivery itself, and those about what surrounds it. */
export interface DeliveryData {
  readonly strategy?: Strategy;
  readonly steps?: readonly StepData[];
  readonly analysis?: AnalysisData;
  readonly blueGreen?: Delivery['blueGreen'];
  readonly ab?: Delivery['ab'];
  readonly dynamicStableScale?: boolean;
  readonly maxSurge?: number | string;
  readonly maxUnavailable?: number | string;
  readonly minReadySeconds?: number;
  readonly progressDeadlineSeconds?: number;
  readonly migration?: MigrationData;
  readonly exposure?: ExposureData;
  readonly edge?: ServiceSpec['edge'];
  readonly egress?: readonly CalleeData[];
  readonly slo?: ServiceLevelData;
  readonly productionSync?: SyncData;
}

/** Answers of page 4. */
export interface RepositoryData {
  readonly host?: string;
  readonly owner?: string;
  readonly name?: string;
  readonly packaging?: ServiceSpec['packaging'];
  readonly acknowledged?: readonly string[];
}

/** All pages as the stepper keeps them; a page that was not opened yet is absent. */
export interface CreateFormData {
  /** Never an answer: what the template says; a plain service when absent. */
  readonly template?: TemplateOptions;
  /** Only where the template asks for it. */
  readonly archetype?: string;
  readonly identity?: IdentityData;
  readonly runtime?: RuntimeData;
  readonly delivery?: DeliveryData;
  readonly repository?: RepositoryData;
}

export type FormPage = 'identity' | 'runtime' | 'delivery' | 'repository';
