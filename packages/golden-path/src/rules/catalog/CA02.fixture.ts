import type { RuleFixture } from '../fixture';

export const fixtures: RuleFixture[] = [
  {
    title: 'capitals',
    answers: { name: 'Orders' },
    expect: 'error',
    says: /"Orders" must start with a small letter/,
    refused: { by: 'apiServer', says: /Invalid value: \"Orders\"/ },
    path: 'name',
  },
  {
    title: '41 characters',
    answers: { name: 'a'.repeat(41) },
    expect: 'error',
    says: /has 41 characters, and 40 are allowed/,
    path: 'name',
  },
  {
    title: 'a dash at the end',
    answers: { name: 'orders-' },
    expect: 'error',
    says: /DNS-1035/,
    refused: { by: 'apiServer', says: /Invalid value: \"orders-\"/ },
  },
];
