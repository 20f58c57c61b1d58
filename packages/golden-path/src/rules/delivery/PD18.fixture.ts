import type { RuleFixture } from '../fixture';

export const fixtures: RuleFixture[] = [
  {
    title: 'a migration, and nothing said about the old version',
    answers: { migration: { command: ['node', 'migrate.js'] } },
    expect: 'warning',
    says: /orders-migration changes the database before the new version starts/,
    path: 'migration.expandContract',
  },
];
