import type { RuleFixture } from '../fixture';

export const fixtures: RuleFixture[] = [
  {
    title: 'nobody who is asked about production',
    edit: files => files.set('CODEOWNERS', '* @shop/team-shop\n'),
    expect: 'warning',
    says: /no line of CODEOWNERS asks anybody/,
    path: 'productionSync',
  },
];
