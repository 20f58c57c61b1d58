/** Series that every generated service has; its histogram counts requests by status code. */
const DURATION = 'http_request_duration_seconds';

/** Requests per second of each series. */
export function requestRate(selector: string, window: string): string {
  return `rate(${DURATION}_count{${selector}}[${window}])`;
}

/** Share of requests answered with a server error; no request at all gives no value. */
export function errorRatio(selector: string, window: string): string {
  return (
    `(sum(rate(${DURATION}_count{${selector},code=~"5.."}[${window}])) or ` +
    `0 * sum(rate(${DURATION}_count{${selector}}[${window}]))) / ` +
    `sum(rate(${DURATION}_count{${selector}}[${window}]))`
  );
}

/** Seconds within which this share of the requests was answered. */
export function latencyQuantile(
  selector: string,
  window: string,
  quantile: number,
): string {
  return `histogram_quantile(${quantile}, sum by (le) (rate(${DURATION}_bucket{${selector}}[${window}])))`;
}
