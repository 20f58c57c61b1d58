import {
  namespaceOf,
  type PlatformFacts,
} from '@baremetal/backstage-plugin-baremetal-common';
import { GOLDEN_PATH_VERSION, OVERLAYS } from '../../constants';
import { configName } from '../../manifests/config';
import { renderOverlay } from '../../render/renderOverlay';
import { toYaml } from '../../serialize';
import type { ServiceSpec } from '../../spec/serviceSpec';
import type { FileTree } from '../../types';
import { CHART, valuesFileOf } from '../places';
import { fileNamesOf } from './fileNames';
import { HELPERS, HELPERS_FILE } from './helpers';
import { objectTemplates } from './objectTemplates';
import { templateText } from './templateText';
import { treatmentsOf } from './treatments';
import { ValueRecorder } from './ValueRecorder';
import { valuesSchema } from './valuesSchema';
import { valuesText } from './valuesText';

/**
 * A chart, and values for each environment, that render to the same objects as the overlays do.
 *
 * It is made from what they render to, object by object, so that everything which is true of one packaging is true of
 * the other.
 *
 * @param kustomized - base, components and overlays
 * @throws {@link RenderError} for overlays that cannot be rendered
 */
export function chartFiles(
  spec: ServiceSpec,
  platform: PlatformFacts,
  kustomized: FileTree,
): Map<string, string> {
  const recorder = new ValueRecorder();
  const templates = objectTemplates(
    {
      environments: spec.environments.map(({ name }) => ({
        namespace: namespaceOf(spec.name, name),
        objects: renderOverlay(kustomized, `${OVERLAYS}/${name}`),
      })),
      configName: configName(spec.name),
      fileNames: fileNamesOf(kustomized, spec),
      treatments: treatmentsOf(spec, platform),
    },
    recorder,
  );
  return new Map([
    [`${CHART}/Chart.yaml`, toYaml(chart(spec))],
    [
      `${CHART}/values.yaml`,
      valuesText(recorder.defaults(), [
        `What holds where the values of an environment, in ${OVERLAYS}/<environment>, say nothing.`,
      ]),
    ],
    [
      `${CHART}/values.schema.json`,
      `${JSON.stringify(valuesSchema(recorder.values()), undefined, 2)}\n`,
    ],
    [`${CHART}/templates/${HELPERS_FILE}`, HELPERS],
    ...templates.map((template): [string, string] => [
      `${CHART}/templates/${template.file}`,
      templateText(template),
    ]),
    ...spec.environments.map(({ name }, index): [string, string] => [
      valuesFileOf(`${OVERLAYS}/${name}`),
      valuesText(recorder.valuesOf(index), [
        'yaml-language-server: $schema=../../chart/values.schema.json',
        `Values of ${name}. Nothing secret: this file is in Git.`,
      ]),
    ]),
  ]);
}

function chart({ name, description }: ServiceSpec) {
  return {
    apiVersion: 'v2',
    name,
    ...(description && { description }),
    type: 'application',
    version: GOLDEN_PATH_VERSION,
  };
}
