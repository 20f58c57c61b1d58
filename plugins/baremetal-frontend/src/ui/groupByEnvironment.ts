/** One environment and the clusters that serve it, in the order of the answer (which is that of promotion). */
export interface EnvironmentGroup<T> {
  readonly environment: string;
  readonly columns: readonly T[];
}

/** Puts the clusters of one environment together; keeps every order. */
export function groupByEnvironment<T extends { readonly environment: string }>(
  columns: readonly T[],
): EnvironmentGroup<T>[] {
  const names = [...new Set(columns.map(column => column.environment))];
  return names.map(environment => ({
    environment,
    columns: columns.filter(column => column.environment === environment),
  }));
}
