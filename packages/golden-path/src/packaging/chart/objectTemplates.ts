import { isEqual } from '../../render/isEqual';
import type { JsonObject } from '../../render/Resource';
import type { Manifest } from '../../types';
import { fallbackPath } from './fallbackPath';
import type { ObjectTemplate } from './template';
import { toTemplate } from './toTemplate';
import type { ChartTreatments } from './treatments';
import type { ValueRecorder } from './ValueRecorder';

/** An environment as kustomize renders it. */
export interface Rendered {
  readonly namespace: string;
  readonly objects: readonly Manifest[];
}

/** What is known of all environments. */
export interface Compared {
  readonly environments: readonly Rendered[];
  /** Name of the ConfigMap of settings, before its content has given it another. */
  readonly configName: string;
  /** Names of files by kind and name of the object, without their ending. */
  readonly fileNames: ReadonlyMap<string, string>;
  readonly treatments: ChartTreatments;
}

/** One template for each object that an environment has, out of the comparison of them all. */
export function objectTemplates(
  compared: Compared,
  recorder: ValueRecorder,
): ObjectTemplate[] {
  const { environments, treatments, fileNames } = compared;
  const configNames = environments.map(each => hashedName(each, compared));
  const byKey = environments.map(
    ({ objects }, i) =>
      new Map(
        objects.map(object => [
          keyOf(object, configNames[i] === object.metadata.name, compared),
          object,
        ]),
      ),
  );
  const keys = new Set(byKey.flatMap(objects => [...objects.keys()]));
  return [...keys].map(key => {
    const versions = byKey.map(objects => objects.get(key));
    const file = fileNames.get(key) ?? fileNameOf(key);
    const template = toTemplate(versions, '', {
      file,
      treatments: treatments.objects[key] ?? {},
      recorder,
      namespaces: environments.map(({ namespace }) => namespace),
      configNames,
      images: treatments.images,
    });
    return {
      file: `${file}.yaml`,
      template: asMap(template, versions),
      ...switchOf(versions, {
        named: treatments.switches[key],
        file,
        recorder,
      }),
    };
  });
}

/** Kind and name; settings keep the name that they had before their content was known. */
function keyOf(
  { kind, metadata }: Manifest,
  isConfig: boolean,
  { configName }: Compared,
): string {
  return `${kind}/${isConfig ? configName : metadata.name}`;
}

function hashedName({ objects }: Rendered, { configName }: Compared): string {
  return (
    objects.find(
      ({ kind, metadata }) =>
        kind === 'ConfigMap' &&
        metadata.name.startsWith(`${configName}-`) &&
        /^[a-z0-9]{10}$/.test(metadata.name.slice(configName.length + 1)),
    )?.metadata.name ?? configName
  );
}

function fileNameOf(key: string): string {
  return key.toLowerCase().replace(/[^a-z0-9]+/g, '-');
}

function asMap(
  template: ReturnType<typeof toTemplate>,
  versions: readonly (Manifest | undefined)[],
): ObjectTemplate['template'] {
  if (template.kind === 'map') return template;
  const object = versions.find(version => version !== undefined);
  return {
    kind: 'map',
    entries: Object.entries(object as JsonObject).map(([key, field]) => ({
      key,
      template: { kind: 'literal', value: field },
    })),
  };
}

/** The value that says whether there is the object: where environments differ, or where somebody may want it later. */
function switchOf(
  versions: readonly unknown[],
  {
    named,
    file,
    recorder,
  }: { named: string | undefined; file: string; recorder: ValueRecorder },
): { guard?: string } {
  const isThere = versions.map(version => version !== undefined);
  if (
    named === undefined &&
    isEqual(
      isThere,
      isThere.map(() => true),
    )
  ) {
    return {};
  }
  const guard = named ?? fallbackPath('has', file, '');
  recorder.record(guard, isThere);
  return { guard };
}
