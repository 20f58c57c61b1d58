import { parse, stringify } from 'yaml';
import { addToBase, editYaml, goodClaim, goodDeployment } from './fixture';
import { treeOf } from './fixtureTree';
import { judge } from './judge';
import { subjectOf } from './subject';

type Edit = (files: Map<string, string>) => void;

const inContainer =
  (change: (container: any, pod: any) => void): Edit =>
  files =>
    editYaml(files, 'deploy/base/rollout.yaml', object => {
      const pod = object.spec.template.spec;
      change(pod.containers[0], pod);
    });

// What looks like a mistake and is none: a rule that minds it would be told to be quiet, and then about everything.
const FINE: readonly { id: string; title: string; edit: Edit }[] = [
  {
    id: 'SE01',
    title: 'a Secret that SOPS has encrypted',
    edit: files =>
      addToBase(files, 'smtp.yaml', {
        apiVersion: 'v1',
        kind: 'Secret',
        metadata: { name: 'smtp' },
        stringData: {
          password: 'ENC[AES256_GCM,data:8oc=,iv:9w=,tag:KQ==,type:str]',
        },
      }),
  },
  {
    id: 'SE01',
    title: 'a variable that is taken from another one',
    edit: inContainer(container => {
      container.env.push({ name: 'PGPASSWORD', value: '$(DB_PASSWORD)' });
    }),
  },
  {
    id: 'AS02',
    title: 'a container without a request that ends before the others start',
    edit: files => {
      const deployment = goodDeployment({ replicas: 1, claimName: 'own' });
      const { replicas: _, template, ...spec } = deployment.spec;
      const [container] = template.spec.containers;
      addToBase(files, 'claim.yaml', {
        ...goodClaim('own'),
        spec: { ...goodClaim('own').spec, accessModes: ['ReadWriteMany'] },
      });
      addToBase(files, 'worker.yaml', {
        ...deployment,
        spec: {
          ...spec,
          template: {
            ...template,
            spec: {
              ...template.spec,
              initContainers: [{ ...container, name: 'wait' }],
              containers: [
                { ...container, resources: { requests: { cpu: '1' } } },
              ],
            },
          },
        },
      });
      addToBase(files, 'scaler.yaml', {
        apiVersion: 'keda.sh/v1alpha1',
        kind: 'ScaledObject',
        metadata: { name: 'worker' },
        spec: {
          scaleTargetRef: { name: 'worker' },
          minReplicaCount: 1,
          maxReplicaCount: 3,
          triggers: [
            {
              type: 'cpu',
              metricType: 'Utilization',
              metadata: { value: '70' },
            },
          ],
        },
      });
    },
  },
  {
    id: 'AV08',
    title: 'a command that waits for a part of the time only',
    edit: inContainer(container => {
      container.lifecycle.preStop = {
        exec: { command: ['sh', '-c', 'sleep 5 && sleepless 90'] },
      };
    }),
  },
  {
    id: 'KU02',
    title: 'settings whose name never changes',
    edit: files => {
      for (const [path, text] of files) {
        if (!path.endsWith('/kustomization.yaml')) continue;
        const value = parse(text);
        delete value.configurations;
        value.generatorOptions = { disableNameSuffixHash: true };
        files.set(path, stringify(value, { version: '1.1' }));
      }
    },
  },
];

describe('no rule minds', () => {
  it.each(FINE)('$title ($id)', ({ id, edit }) => {
    const { findings } = judge(subjectOf(treeOf({ edit })));
    expect(findings.filter(finding => finding.id === id)).toEqual([]);
  });

  it('a switch that waits for a person, but not for ever (PD15)', () => {
    const { findings } = judge(
      subjectOf(
        treeOf({
          answers: { delivery: { strategy: 'blueGreen' } },
          edit: files =>
            editYaml(
              files,
              'deploy/overlays/dev/patch-strategy.yaml',
              patch => {
                const path = '/spec/strategy/blueGreen';
                patch.length = 0;
                patch.push(
                  {
                    op: 'replace',
                    path: `${path}/autoPromotionEnabled`,
                    value: false,
                  },
                  {
                    op: 'add',
                    path: `${path}/autoPromotionSeconds`,
                    value: 60,
                  },
                );
              },
            ),
        }),
      ),
    );
    expect(findings.filter(({ id }) => id === 'PD15')).toEqual([]);
  });
});
