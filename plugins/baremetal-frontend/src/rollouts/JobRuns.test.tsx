import { screen, within } from '@testing-library/react';
import { jobDetail, jobRollouts, nightly } from '../__fixtures__/jobs';
import { renderView, seriousFindings } from '../__testUtils__/renderView';
import { RolloutsView } from './RolloutsView';

const render = (...detail: Parameters<typeof jobDetail>) =>
  renderView(<RolloutsView rollouts={jobRollouts(jobDetail(...detail))} />);

it('says when a job runs next, and what its runs came to', async () => {
  const { container } = await render(nightly);
  expect(
    screen.getByText('Runs every day at 04:30 UTC. Next run: in 5 h.'),
  ).toBeInTheDocument();
  expect(
    screen.getByText(
      'settlement ran 1.9.2 2 h 58 min ago: it succeeded and took 2 min.',
    ),
  ).toBeInTheDocument();
  const [, last, before] = within(
    screen.getByRole('grid', { name: 'Runs in dev' }),
  ).getAllByRole('row');
  expect(last).toHaveTextContent(/settlement-21\.9\.2.*2 min.*Succeeded/);
  expect(before).toHaveTextContent(
    /settlement-1.*30 min.*Failed.*it took longer than the 30 min that it may.*a person/,
  );
  expect(await seriousFindings(container)).toEqual([]);
});

it('says of a run under way how long it takes so far', async () => {
  const [run] = nightly.runs.known ? nightly.runs.value : [];
  await render({
    ...nightly,
    runs: {
      known: true,
      value: [{ ...run!, finishedAt: undefined }],
    },
  });
  expect(screen.getByText('for 3 h so far')).toBeInTheDocument();
  expect(screen.queryByText('Why')).toBeNull();
});

it.each([
  [
    'suspended',
    { suspended: true, nextRunAt: undefined },
    'Runs every day at 04:30 UTC. Next run: none: suspended.',
  ],
  [
    'a schedule that nobody reads',
    { schedule: '@every 1h', timeZone: undefined, nextRunAt: undefined },
    'Runs @every 1h, cluster time. Next run: not known.',
  ],
  [
    'a run that is due',
    { nextRunAt: '2020-01-01T00:00:00Z' },
    'Runs every day at 04:30 UTC. Next run: now.',
  ],
])('says when it runs: %s', async (_, changes, words) => {
  await render({ ...nightly, ...changes });
  expect(screen.getByText(words)).toBeInTheDocument();
});

it('does not take runs that cannot be read for none', async () => {
  await render({
    ...nightly,
    runs: {
      known: false,
      problem: {
        kind: 'forbidden',
        message: 'dev does not let us read jobs.',
      },
    },
  });
  expect(
    screen.getByText('dev does not let us read jobs.'),
  ).toBeInTheDocument();
  expect(screen.getByText(/re-apply deploy\/rbac\/reader.yaml/)).toBeVisible();
  expect(screen.queryByText('The cluster keeps no run of it.')).toBeNull();
});
