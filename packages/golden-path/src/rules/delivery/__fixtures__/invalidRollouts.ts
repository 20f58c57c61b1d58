import type { ServiceAnswers } from '../../../spec/serviceSpec';

/**
 * Everything for which the Rollouts controller refuses a Rollout as invalid, once it is there. A schema notices none
 * of it, so a rule must, before it is written.
 *
 * @see https://github.com/argoproj/argo-rollouts/tree/master/pkg/apis/rollouts/validation
 */
export interface Situation {
  readonly title: string;
  readonly id: string;
  /** On a Rollout of a canary by pods, unless another one is named. */
  readonly of?: keyof typeof ROLLOUTS;
  readonly edit: (spec: any) => void;
  /** Another file of the base that is edited instead. */
  readonly file?: string;
}

export const ROLLOUTS = {
  pods: {},
  gateway: { exposure: { kind: 'gatewayApi' } },
  nginx: { exposure: { kind: 'ingressNginx' } },
  blueGreen: {
    delivery: {
      strategy: 'blueGreen',
      blueGreen: { autoPromotionSeconds: 60 },
      analysis: {},
    },
  },
} satisfies Record<string, Partial<ServiceAnswers>>;

const canaryOf = (spec: any) => spec.strategy.canary;

const routing =
  (change: (trafficRouting: any, canary: any) => void) => (spec: any) =>
    change(canaryOf(spec).trafficRouting, canaryOf(spec));

const step = (value: unknown) => (spec: any) => {
  canaryOf(spec).steps = [value];
};

/** Lets another router divide the requests. */
const routedBy = (router: unknown, steps?: unknown[]) => (spec: any) => {
  canaryOf(spec).trafficRouting = router;
  if (steps) canaryOf(spec).steps = steps;
};

const HEADER = {
  name: 'new',
  match: [{ headerName: 'x', headerValue: { exact: 'y' } }],
};
const EXPERIMENT = {
  duration: '1m',
  templates: [{ name: 'new', specRef: 'canary', weight: 5 }],
};
const ISTIO = {
  istio: { virtualService: { name: 'orders', routes: ['http'] } },
};

export const SITUATIONS: readonly Situation[] = [
  {
    title: 'no strategy',
    id: 'PD01',
    edit: spec => {
      spec.strategy = {};
    },
  },
  {
    title: 'two strategies',
    id: 'PD01',
    edit: spec => {
      spec.strategy.blueGreen = { activeService: 'orders' };
    },
  },
  {
    title: 'a template of its own, and that of another',
    id: 'PD13',
    edit: spec => {
      spec.workloadRef = { apiVersion: 'apps/v1', kind: 'Deployment', name: 'x' };
    },
  },
  {
    title: 'a router without the stable Service',
    id: 'PD02',
    of: 'gateway',
    edit: routing((_, canary) => delete canary.stableService),
  },
  {
    title: 'a router without the canary Service',
    id: 'PD02',
    of: 'gateway',
    edit: routing((_, canary) => delete canary.canaryService),
  },
  {
    title: 'one Service for both versions',
    id: 'PD02',
    of: 'nginx',
    edit: routing((_, canary) => {
      canary.canaryService = canary.stableService;
    }),
  },
  {
    title: 'one Service for the active version and the preview',
    id: 'PD17',
    of: 'blueGreen',
    edit: ({ strategy: { blueGreen } }) => {
      blueGreen.previewService = blueGreen.activeService;
    },
  },
  {
    title: 'no active Service',
    id: 'PD17',
    of: 'blueGreen',
    edit: ({ strategy: { blueGreen } }) => delete blueGreen.activeService,
  },
  {
    title: 'pods of more versions than are remembered',
    id: 'PD17',
    of: 'blueGreen',
    edit: ({ strategy: { blueGreen } }) => {
      blueGreen.scaleDownDelayRevisionLimit = 4;
    },
  },
  {
    title: 'a size of the canary without a router',
    id: 'PD04',
    edit: step({ setCanaryScale: { replicas: 1 } }),
  },
  {
    title: 'a delay after the switch without a router',
    id: 'PD04',
    edit: spec => {
      canaryOf(spec).scaleDownDelaySeconds = 30;
    },
  },
  {
    title: 'an old version that shrinks without a router',
    id: 'PD04',
    edit: spec => {
      canaryOf(spec).dynamicStableScale = true;
    },
  },
  {
    title: 'an old version that shrinks on the way, and only afterwards',
    id: 'PD04',
    of: 'gateway',
    edit: spec => {
      canaryOf(spec).dynamicStableScale = true;
      canaryOf(spec).scaleDownDelaySeconds = 30;
    },
  },
  {
    title: 'two Services that take turns behind ingress-nginx',
    id: 'PD04',
    of: 'nginx',
    edit: spec => {
      canaryOf(spec).pingPong = { pingService: 'a', pongService: 'b' };
    },
  },
  {
    title: 'two Services that take turns without a router',
    id: 'PD04',
    edit: spec => {
      canaryOf(spec).pingPong = { pingService: 'a', pongService: 'b' };
    },
  },
  {
    title: 'requests with a header, without a router',
    id: 'PD05',
    edit: step({ setHeaderRoute: HEADER }),
  },
  {
    title: 'requests with a header behind ingress-nginx',
    id: 'PD05',
    of: 'nginx',
    edit: step({ setHeaderRoute: HEADER }),
  },
  {
    title: 'a route for a header that is not kept free for it',
    id: 'PD05',
    of: 'gateway',
    edit: step({ setHeaderRoute: HEADER }),
  },
  {
    title: 'a header compared in two ways',
    id: 'PD05',
    of: 'gateway',
    edit: spec => {
      const headerValue = { exact: 'a', prefix: 'b' };
      canaryOf(spec).trafficRouting.managedRoutes = [{ name: 'new' }];
      step({
        setHeaderRoute: { ...HEADER, match: [{ headerName: 'x', headerValue }] },
      })(spec);
    },
  },
  {
    title: 'a header compared in no way',
    id: 'PD05',
    of: 'gateway',
    edit: spec => {
      canaryOf(spec).trafficRouting.managedRoutes = [{ name: 'new' }];
      step({ setHeaderRoute: { name: 'new', match: [{ headerName: 'x' }] } })(
        spec,
      );
    },
  },
  {
    title: 'mirrored requests behind ingress-nginx',
    id: 'PD05',
    of: 'nginx',
    edit: step({ setMirrorRoute: { name: 'copy', percentage: 10 } }),
  },
  {
    title: 'mirrored requests that the plugin would not mirror',
    id: 'PD05',
    of: 'gateway',
    edit: spec => {
      canaryOf(spec).trafficRouting.managedRoutes = [{ name: 'copy' }];
      step({ setMirrorRoute: { name: 'copy', percentage: 10 } })(spec);
    },
  },
  {
    title: 'a path to be mirrored that is compared in two ways',
    id: 'PD05',
    edit: routedBy({ ...ISTIO, managedRoutes: [{ name: 'copy' }] }, [
      {
        setMirrorRoute: {
          name: 'copy',
          match: [{ path: { exact: '/a', prefix: '/' } }],
        },
      },
    ]),
  },
  {
    title: 'an experiment with a weight behind ingress-nginx',
    id: 'PD05',
    of: 'nginx',
    edit: step({ experiment: EXPERIMENT }),
  },
  {
    title: 'an experiment with a weight without a router',
    id: 'PD05',
    edit: step({ experiment: EXPERIMENT }),
  },
  {
    title: 'weights of a thousand at a router that knows a hundred',
    id: 'PD06',
    edit: routedBy({ ...ISTIO, maxTrafficWeight: 1000 }),
  },
  {
    title: 'a weight above the most',
    id: 'PD06',
    edit: step({ setWeight: 101 }),
  },
  {
    title: 'a weight above the most of ingress-nginx',
    id: 'PD06',
    of: 'nginx',
    edit: spec => {
      canaryOf(spec).trafficRouting.maxTrafficWeight = 1000;
      step({ setWeight: 1001 })(spec);
    },
  },
  { title: 'a weight below 0', id: 'PD06', edit: step({ setWeight: -1 }) },
  {
    title: 'a pause that ends before it begins',
    id: 'PD06',
    edit: step({ pause: { duration: -5 } }),
  },
  {
    title: 'a pause of a time that is none',
    id: 'PD06',
    edit: step({ pause: { duration: 'soon' } }),
  },
  { title: 'a step of nothing', id: 'PD06', edit: step({}) },
  {
    title: 'a step of two things',
    id: 'PD06',
    edit: step({ setWeight: 5, pause: {} }),
  },
  {
    title: 'a step of two things that the controller itself overlooks',
    id: 'PD06',
    of: 'gateway',
    edit: step({ setWeight: 5, setCanaryScale: { replicas: 1 } }),
  },
  {
    title: 'neither a pod more nor a pod less',
    id: 'AV09',
    edit: spec => {
      canaryOf(spec).maxSurge = 0;
      canaryOf(spec).maxUnavailable = '0%';
    },
  },
  {
    title: 'a deadline before any pod counts',
    id: 'AV07',
    edit: spec => {
      spec.progressDeadlineSeconds = spec.minReadySeconds;
    },
  },
  {
    title: 'versions kept apart in two ways',
    id: 'AV04',
    edit: spec => {
      canaryOf(spec).antiAffinity = {
        requiredDuringSchedulingIgnoredDuringExecution: {},
        preferredDuringSchedulingIgnoredDuringExecution: { weight: 1 },
      };
    },
  },
  {
    title: 'versions kept apart in no way',
    id: 'AV04',
    of: 'blueGreen',
    edit: ({ strategy: { blueGreen } }) => {
      blueGreen.antiAffinity = {};
    },
  },
  {
    title: 'versions kept apart with a weight that is none',
    id: 'AV04',
    edit: spec => {
      canaryOf(spec).antiAffinity = {
        preferredDuringSchedulingIgnoredDuringExecution: { weight: 101 },
      };
    },
  },
  {
    title: 'ingress-nginx without an Ingress',
    id: 'PD03',
    of: 'nginx',
    edit: routing(({ nginx }) => delete nginx.stableIngress),
  },
  {
    title: 'ingress-nginx with an Ingress and several',
    id: 'PD03',
    of: 'nginx',
    edit: routing(({ nginx }) => {
      nginx.stableIngresses = ['orders'];
    }),
  },
  {
    title: 'an Ingress that leads elsewhere',
    id: 'PD03',
    of: 'nginx',
    file: 'ingress',
    edit: ({ rules: [{ http }] }) => {
      http.paths[0].backend.service.name = 'orders';
    },
  },
  {
    title: 'a Service that selects other pods',
    id: 'PD12',
    file: 'service-canary',
    edit: ({ selector }) => {
      selector.version = 'new';
    },
  },
  {
    title: 'a Service that is not there',
    id: 'PD12',
    edit: spec => {
      canaryOf(spec).stableService = 'nowhere';
    },
  },
  {
    title: 'a measurement without end in a step',
    id: 'PD09',
    file: 'analysistemplate',
    edit: ({ metrics: [metric] }) => delete metric.count,
  },
  {
    title: 'a measurement without end after the switch',
    id: 'PD09',
    of: 'blueGreen',
    file: 'analysistemplate',
    edit: ({ metrics: [metric] }) => delete metric.count,
  },
  {
    title: 'an argument in the background that nobody gives',
    id: 'PD10',
    edit: spec => {
      canaryOf(spec).analysis = { templates: [{ templateName: 'orders' }] };
    },
  },
];

