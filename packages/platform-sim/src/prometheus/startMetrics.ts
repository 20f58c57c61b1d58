import {
  createServer,
  type IncomingMessage,
  type ServerResponse,
} from 'node:http';
import { listen, stopServer } from '../http/listen';
import { Behaviours } from './behaviours';
import type { MetricSample, MetricsOptions, RunningMetrics } from './ports';
import { evaluate, type Lookup } from './promql/evaluate';
import { matches, parsePromql } from './promql/parse';

/** Most points that a range may have, as in Prometheus. */
const MOST_POINTS = 11_000;

/** Starts Prometheus of one cluster: the query API over scripted behaviour. */
export async function startMetrics(
  options: MetricsOptions,
): Promise<RunningMetrics> {
  const behaviours = new Behaviours();
  let state: 'up' | 'failing' | 'hanging' = 'up';
  let requests = 0;
  const query = (text: string, at = options.now() / 1000) =>
    evaluate(parsePromql(text), lookupAt(options, behaviours, at * 1000));
  const server = createServer(async (request, response) => {
    requests += 1;
    const body = await readBody(request);
    if (state === 'failing') {
      send(response, 503, { status: 'error', error: 'starting' });
    } else if (state === 'up') {
      const asked = urlOf(request, body);
      if (!asked.searchParams.has('time')) {
        asked.searchParams.set('time', `${options.now() / 1000}`);
      }
      answer(response, asked, query);
    }
  });
  const url = await listen(server, options.port ?? 0);
  return {
    url,
    setBehaviour: (key, behaviour) => behaviours.set(key, behaviour),
    setServer: next => {
      state = next;
    },
    query,
    get requests() {
      return requests;
    },
    stop: () => stopServer(server),
  };
}

/** Series of the storage system are gauges with a strict match; everything else follows from behaviour. */
function lookupAt(
  { series }: MetricsOptions,
  behaviours: Behaviours,
  now: number,
): Lookup {
  const scripted = behaviours.lookup(now);
  return (metric, matchers) => {
    if (!/^(drbd|linstor)_/.test(metric)) {
      return scripted(metric, matchers);
    }
    return (series?.() ?? [])
      .filter(
        ({ name, labels }) =>
          name === metric && matchers.every(m => matches(labels, m)),
      )
      .map(({ name, labels, value }) => ({
        labels: { __name__: name, ...labels },
        value,
        perSecond: 0,
      }));
  };
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) {
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** Prometheus takes the parameters in the address or as a form. */
function urlOf(request: IncomingMessage, body: string): URL {
  const url = new URL(request.url ?? '/', 'http://prometheus');
  for (const [key, value] of new URLSearchParams(body)) {
    url.searchParams.append(key, value);
  }
  return url;
}

type Query = (text: string, at?: number) => readonly MetricSample[];

function answer(response: ServerResponse, url: URL, query: Query): void {
  const text = url.searchParams.get('query') ?? '';
  const at = Number(url.searchParams.get('time'));
  try {
    switch (url.pathname) {
      case '/-/healthy':
      case '/-/ready':
        send(response, 200, 'ok');
        break;
      case '/api/v1/query':
        success(response, 'vector', vector(query(text, at), at));
        break;
      case '/api/v1/query_range':
        success(response, 'matrix', matrix(url, query));
        break;
      default:
        send(response, 404, { status: 'error', error: 'not found' });
    }
  } catch (error) {
    send(response, 400, {
      status: 'error',
      errorType: 'bad_data',
      error: error instanceof Error ? error.message : String(error),
    });
  }
}

function vector(samples: readonly MetricSample[], at: number) {
  return samples.map(({ labels, value }) => ({
    metric: labels,
    value: [at, numberText(value)],
  }));
}

function matrix({ searchParams }: URL, query: Query) {
  const [start, end, step] = ['start', 'end', 'step'].map(key =>
    Number(searchParams.get(key)?.replace(/s$/, '')),
  ) as [number, number, number];
  const points = Math.floor((end - start) / step);
  if (!(points >= 0) || points > MOST_POINTS) {
    throw new Error('bad range: start, end and step do not go together');
  }
  const text = searchParams.get('query') ?? '';
  const rows = new Map<string, { metric: object; values: unknown[] }>();
  for (let index = 0; index <= points; index += 1) {
    const at = start + index * step;
    for (const { labels, value } of query(text, at)) {
      const key = JSON.stringify(labels);
      const row = rows.get(key) ?? { metric: labels, values: [] };
      row.values.push([at, numberText(value)]);
      rows.set(key, row);
    }
  }
  return [...rows.values()];
}

/** Numbers travel as text, so that NaN and infinity can. */
function numberText(value: number): string {
  if (Number.isFinite(value) || Number.isNaN(value)) {
    return `${value}`;
  }
  return value > 0 ? '+Inf' : '-Inf';
}

function success(
  response: ServerResponse,
  resultType: string,
  result: unknown,
): void {
  send(response, 200, { status: 'success', data: { resultType, result } });
}

function send(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(body));
}
