import {
  parseMillicores,
  parseQuantity,
} from '@baremetal/backstage-plugin-baremetal-common';
import { hardwareIn, readingsOf } from '../../live';
import { error, notChecked, type Rule } from '../rule';

/** A pod that no machine can hold stays pending, however empty the cluster is. */
export const AV11: Rule = {
  id: 'AV11',
  title: 'A machine of the hardware class can hold the pod',
  *check({ spec, platform, live }) {
    const known = platform.hardwareClasses.map(({ name }) => name);
    if (!known.includes(spec.hardwareClass)) {
      yield error({
        path: 'hardwareClass',
        message: `The platform has no hardware class "${spec.hardwareClass}": no machine would carry the label that the pods ask for.`,
        fix: `Choose one of ${known.join(', ')}.`,
      });
      return;
    }
    if (live === undefined) {
      yield notChecked('no cluster was asked how large its machines are');
      return;
    }
    for (const { name, cpu, memory } of spec.environments) {
      const { least: fit } = hardwareIn(live, name, spec.hardwareClass);
      const readings = readingsOf(live, name);
      if (readings.length === 0 || readings.some(({ ok }) => !ok)) {
        yield notChecked(`${name} did not say how large its machines are`);
        if (fit === undefined) continue;
      }
      if (fit === undefined || fit.nodes === 0) {
        yield error({
          path: 'hardwareClass',
          message: `${name} has no machine of the class ${spec.hardwareClass}.`,
          fix: 'Choose a class that every environment has.',
          environments: [name],
        });
        continue;
      }
      const { cpuMillis, memoryBytes } = fit.largestNode;
      if ((parseMillicores(cpu) ?? 0) > cpuMillis) {
        yield error({
          path: `environments.${name}.cpu`,
          message: `A pod asks for ${cpu} of CPU, and the largest machine of ${spec.hardwareClass} in ${name} has ${cpuMillis}m.`,
          fix: 'Ask for less per pod and use more replicas.',
          environments: [name],
        });
      }
      if ((parseQuantity(memory) ?? 0) > memoryBytes) {
        yield error({
          path: `environments.${name}.memory`,
          message: `A pod asks for ${memory}, and the largest machine of ${
            spec.hardwareClass
          } in ${name} has ${Math.floor(memoryBytes / 2 ** 20)}Mi.`,
          fix: 'Ask for less per pod and use more replicas.',
          environments: [name],
        });
      }
    }
  },
};
