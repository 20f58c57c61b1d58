const factory = require('@backstage/cli/config/eslint-factory');

/**
 * Backstage's rules, with two switched off: an exhaustive `switch` over a union has no `default`, and
 * TypeScript (`noImplicitReturns`) names the missing case better than these two do.
 */
module.exports = (dir, extra = {}) =>
  factory(dir, {
    ...extra,
    rules: {
      'default-case': 'off',
      'consistent-return': 'off',
      '@backstage/no-relative-monorepo-imports': 'error',
      '@backstage/no-undeclared-imports': 'error',
      '@backstage/no-mixed-plugin-imports': 'error',
      '@backstage/no-top-level-material-ui-4-imports': 'error',
      ...extra.rules,
    },
  });
