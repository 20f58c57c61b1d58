import type {
  ControlPlane,
  ControlPlaneOptions,
} from '../start/startControlPlane';

/** One thing that must hold on the real parts. Throwing fails it; the message is for people. */
export interface Case {
  readonly name: string;
  readonly run: () => Promise<void>;
}

/** A named group of cases that share a platform. `./dev conformance <name>` runs one alone. */
export interface Part {
  readonly name: string;
  readonly words: string;
  /** What of the platform it needs; `none` needs only the built programs. */
  readonly needs: 'none' | NonNullable<ControlPlaneOptions['parts']>;
  /** How many cases may run at the same time; one after the other when absent. */
  readonly atOnce?: number;
  readonly cases: (
    context: PartContext,
  ) => AsyncIterable<Case> | Iterable<Case>;
}

export interface PartContext {
  /** @throws Error when the part said that it needs none. */
  readonly platform: () => ControlPlane;
  readonly full: boolean;
  readonly say: (words: string) => void;
}
