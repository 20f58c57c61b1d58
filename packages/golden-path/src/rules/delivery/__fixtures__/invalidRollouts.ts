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
  /** Who refuses it already, where the schema does notice it. */
  readonly by?: 'apiServer';
  /** The controller's words; absent where it overlooks what we refuse. `./dev conformance refusals` proves them. */
  readonly says?: RegExp;
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
    says: /missing field '\.spec\.strategy\.canary or/,
    edit: spec => {
      spec.strategy = {};
    },
  },
  {
    title: 'two strategies',
    id: 'PD01',
    says: /Multiple Strategies can not be listed/,
    edit: spec => {
      spec.strategy.blueGreen = { activeService: 'orders' };
    },
  },
  {
    title: 'a template of its own, and that of another',
    id: 'PD13',
    says: /template must be empty for workload reference/,
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
    says: /same service for the stable and canary/,
    of: 'nginx',
    edit: routing((_, canary) => {
      canary.canaryService = canary.stableService;
    }),
  },
  {
    title: 'one Service for the active version and the preview',
    id: 'PD17',
    says: /same service for the active and preview/,
    of: 'blueGreen',
    edit: ({ strategy: { blueGreen } }) => {
      blueGreen.previewService = blueGreen.activeService;
    },
  },
  {
    title: 'no active Service',
    id: 'PD17',
    by: 'apiServer', says: /activeService: Required value/,
    of: 'blueGreen',
    edit: ({ strategy: { blueGreen } }) => delete blueGreen.activeService,
  },
  {
    title: 'pods of more versions than are remembered',
    id: 'PD17',
    says: /can not be smaller than the rollout's scale down limit/,
    of: 'blueGreen',
    edit: ({ strategy: { blueGreen } }) => {
      blueGreen.scaleDownDelayRevisionLimit = 4;
    },
  },
  {
    title: 'a size of the canary without a router',
    id: 'PD04',
    says: /SetCanaryScale requires TrafficRouting/,
    edit: step({ setCanaryScale: { replicas: 1 } }),
  },
  {
    title: 'a delay after the switch without a router',
    id: 'PD04',
    says: /scaleDownDelaySeconds can only be used with traffic routing/,
    edit: spec => {
      canaryOf(spec).scaleDownDelaySeconds = 30;
    },
  },
  {
    title: 'an old version that shrinks without a router',
    id: 'PD04',
    says: /dynamicStableScale can only be used with traffic routing/,
    edit: spec => {
      canaryOf(spec).dynamicStableScale = true;
    },
  },
  {
    title: 'an old version that shrinks on the way, and only afterwards',
    id: 'PD04',
    says: /cannot be used with scaleDownDelaySeconds/,
    of: 'gateway',
    edit: spec => {
      canaryOf(spec).dynamicStableScale = true;
      canaryOf(spec).scaleDownDelaySeconds = 30;
    },
  },
  {
    title: 'two Services that take turns behind ingress-nginx',
    id: 'PD04',
    says: /Ping-pong feature works with the ALB and Istio/,
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
    says: /SetHeaderRoute requires TrafficRouting/,
    edit: step({ setHeaderRoute: HEADER }),
  },
  {
    title: 'requests with a header behind ingress-nginx',
    id: 'PD05',
    says: /SetHeaderRoute requires TrafficRouting/,
    of: 'nginx',
    edit: step({ setHeaderRoute: HEADER }),
  },
  {
    title: 'a route for a header that is not kept free for it',
    id: 'PD05',
    says: /missing field .*managedRoutes/,
    of: 'gateway',
    edit: step({ setHeaderRoute: HEADER }),
  },
  {
    title: 'a header compared in two ways',
    id: 'PD05',
    says: /must have exactly one of/,
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
    by: 'apiServer', says: /headerValue: Required value/,
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
    says: /SetMirrorRoute requires TrafficRouting/,
    of: 'nginx',
    edit: step({ setMirrorRoute: { name: 'copy', percentage: 10 } }),
  },
  {
    title: 'mirrored requests that the plugin would not mirror',
    id: 'PD05',
    says: /SetMirrorRoute requires TrafficRouting/,
    of: 'gateway',
    edit: spec => {
      canaryOf(spec).trafficRouting.managedRoutes = [{ name: 'copy' }];
      step({ setMirrorRoute: { name: 'copy', percentage: 10 } })(spec);
    },
  },
  {
    title: 'a path to be mirrored that is compared in two ways',
    id: 'PD05',
    says: /must have exactly one of/,
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
    says: /Experiment template weight is only available/,
    of: 'nginx',
    edit: step({ experiment: EXPERIMENT }),
  },
  {
    title: 'an experiment with a weight without a router',
    id: 'PD05',
    says: /Experiment template weight cannot be set/,
    edit: step({ experiment: EXPERIMENT }),
  },
  {
    title: 'weights of a thousand at a router that knows a hundred',
    id: 'PD06',
    says: /maxTrafficWeight .*only supported in Nginx and Plugins/,
    edit: routedBy({ ...ISTIO, maxTrafficWeight: 1000 }),
  },
  {
    title: 'a weight above the most',
    id: 'PD06',
    says: /101: SetWeight needs to be between 0 and 100/,
    edit: step({ setWeight: 101 }),
  },
  {
    title: 'a weight above the most of ingress-nginx',
    id: 'PD06',
    says: /SetWeight needs to be between 0 and 1000/,
    of: 'nginx',
    edit: spec => {
      canaryOf(spec).trafficRouting.maxTrafficWeight = 1000;
      step({ setWeight: 1001 })(spec);
    },
  },
  { title: 'a weight below 0', id: 'PD06', says: /-1: SetWeight needs to be between 0 and 100/, edit: step({ setWeight: -1 }) },
  {
    title: 'a pause that ends before it begins',
    id: 'PD06',
    says: /Duration needs to be greater than 0/,
    edit: step({ pause: { duration: -5 } }),
  },
  {
    title: 'a pause of a time that is none',
    id: 'PD06',
    says: /Duration needs to be greater than 0/,
    edit: step({ pause: { duration: 'soon' } }),
  },
  { title: 'a step of nothing', id: 'PD06', says: /steps\[0\].*Step must have one of/, edit: step({}) },
  {
    title: 'a step of two things',
    id: 'PD06',
    says: /steps\[0\].*Step must have one of/,
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
    says: /both can not be zero/,
    edit: spec => {
      canaryOf(spec).maxSurge = 0;
      canaryOf(spec).maxUnavailable = '0%';
    },
  },
  {
    title: 'a deadline before any pod counts',
    id: 'AV07',
    says: /must be greater than minReadySeconds/,
    edit: spec => {
      spec.progressDeadlineSeconds = spec.minReadySeconds;
    },
  },
  {
    title: 'versions kept apart in two ways',
    id: 'AV04',
    says: /AntiAffinity must have exactly one strategy/,
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
    says: /AntiAffinity must have exactly one strategy/,
    of: 'blueGreen',
    edit: ({ strategy: { blueGreen } }) => {
      blueGreen.antiAffinity = {};
    },
  },
  {
    title: 'versions kept apart with a weight that is none',
    id: 'AV04',
    says: /AntiAffinity weight must be between 1-100/,
    edit: spec => {
      canaryOf(spec).antiAffinity = {
        preferredDuringSchedulingIgnoredDuringExecution: { weight: 101 },
      };
    },
  },
  {
    title: 'ingress-nginx without an Ingress',
    id: 'PD03',
    says: /Neither are configured/,
    of: 'nginx',
    edit: routing(({ nginx }) => delete nginx.stableIngress),
  },
  {
    title: 'ingress-nginx with an Ingress and several',
    id: 'PD03',
    says: /Both are configured/,
    of: 'nginx',
    edit: routing(({ nginx }) => {
      nginx.stableIngresses = ['orders'];
    }),
  },
  {
    title: 'an Ingress that leads elsewhere',
    id: 'PD03',
    says: /no rules using service orders-stable/,
    of: 'nginx',
    file: 'ingress',
    edit: ({ rules: [{ http }] }) => {
      http.paths[0].backend.service.name = 'orders';
    },
  },
  {
    title: 'a Service that selects other pods',
    id: 'PD12',
    says: /unmatch label \"version\"/,
    file: 'service-canary',
    edit: ({ selector }) => {
      selector.version = 'new';
    },
  },
  {
    title: 'a Service that is not there',
    id: 'PD12',
    says: /service \"nowhere\" not found/,
    edit: spec => {
      canaryOf(spec).stableService = 'nowhere';
    },
  },
  {
    title: 'a measurement without end in a step',
    id: 'PD09',
    says: /which runs indefinitely/,
    file: 'analysistemplate',
    edit: ({ metrics: [metric] }) => delete metric.count,
  },
  {
    title: 'a measurement without end after the switch',
    id: 'PD09',
    says: /which runs indefinitely/,
    of: 'blueGreen',
    file: 'analysistemplate',
    edit: ({ metrics: [metric] }) => delete metric.count,
  },
  {
    title: 'an argument in the background that nobody gives',
    id: 'PD10',
    says: /was not resolved/,
    edit: spec => {
      canaryOf(spec).analysis = { templates: [{ templateName: 'orders' }] };
    },
  },
];

