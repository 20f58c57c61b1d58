import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { fit } from '../../__fixtures__/platform';
import { renderPage } from '../../__testUtils__/renderPage';
import { seriousFindings } from '../../__testUtils__/renderView';
import { RuntimeField } from './RuntimeField';

describe('RuntimeField', () => {
  it('begins with answers that do, and with everything special folded away', async () => {
    const { container, value } = await renderPage('runtime', RuntimeField);
    expect(
      await screen.findByRole('heading', { name: 'Where it runs' }),
    ).toBeInTheDocument();
    expect(value()).toEqual({
      language: 'typescript',
      hardwareClass: 'compute',
      port: 8080,
      data: { shape: 'nothing' },
      disruption: { maxUnavailable: 1 },
      environments: ['dev', 'stage', 'prod'].map(name => ({
        name,
        replicas: name === 'prod' ? 3 : 2,
        cpu: '250m',
        memory: '256Mi',
      })),
    });
    expect(
      screen.getByRole('button', { name: /Who decides how many pods/ }),
    ).toHaveAttribute('aria-expanded', 'false');
    expect(screen.queryByRole('radio', { name: /KEDA/ })).toBeNull();
    expect(await seriousFindings(container)).toEqual([]);
  });

  it('says on each hardware class what fits now, after a loss, and nowhere', async () => {
    await renderPage('runtime', RuntimeField);
    const classes = within(
      await screen.findByRole('radiogroup', { name: 'Hardware class' }),
    );
    expect(
      await classes.findByText('no node of this class in stage'),
    ).toBeInTheDocument();
    expect(classes.getByRole('radio', { name: /compute/ })).toBeChecked();
    expect(classes.getByRole('radio', { name: /gpu/ })).toBeDisabled();
    expect(
      classes.getByRole('radio', { name: /compute/ }).closest('label'),
    ).toHaveTextContent(/dev2010stage3020produnknownunknown/);
  });

  it('asks for class and size as soon as something is kept, and says which cluster is silent', async () => {
    const { value } = await renderPage('runtime', RuntimeField);
    await userEvent.click(
      await screen.findByRole('radio', { name: /Own files/ }),
    );
    const storage = within(
      screen.getByRole('group', { name: 'Storage per environment' }),
    );
    expect(
      await storage.findAllByText('2 copies, each in a domain of its own'),
    ).toHaveLength(2);
    expect(storage.getAllByText('at most 400 GiB per claim')).toHaveLength(2);
    expect(
      storage.getByText(
        'prod did not answer. Domains and room in prod are not checked here.',
      ),
    ).toBeInTheDocument();
    await userEvent.click(
      screen.getByRole('button', { name: /More about the files/ }),
    );
    await userEvent.click(screen.getByRole('button', { name: 'Add a volume' }));
    await userEvent.click(screen.getByRole('button', { name: /^Snapshots/ }));
    await userEvent.click(
      screen.getByRole('checkbox', { name: /Take snapshots/ }),
    );
    expect(
      screen.getByRole('button', {
        name: /every day at 02:00 UTC, 7 are kept/,
      }),
    ).toBeInTheDocument();
    expect(value()).toMatchObject({
      data: {
        shape: 'ownFiles',
        furtherClaims: [
          { name: 'data-2', mountPath: '/var/lib/data-2', size: '10Gi' },
        ],
      },
      snapshots: { schedule: '0 2 * * *', keep: 7 },
    });
    await userEvent.click(screen.getByRole('radio', { name: /Nothing/ }));
    expect(value()?.snapshots).toBeUndefined();
    expect(value()?.environments[0]).not.toHaveProperty('size');
  });

  it('asks for the least and the most of a scaled worker, and what scales it', async () => {
    const { container, value } = await renderPage('runtime', RuntimeField, {
      template: { archetype: 'worker' },
    });
    await userEvent.click(
      await screen.findByRole('button', { name: /Who decides how many pods/ }),
    );
    await userEvent.click(screen.getByRole('radio', { name: /KEDA/ }));
    expect(
      screen.getByRole('textbox', { name: 'Replicas, at most in prod' }),
    ).toHaveValue('9');
    await userEvent.click(
      screen.getByRole('button', { name: 'Add a trigger' }),
    );
    expect(
      screen.getAllByText(/Monday to Friday at 08:00 UTC/).length,
    ).toBeGreaterThan(0);
    await userEvent.click(
      screen.getByRole('checkbox', { name: /No pod at all/ }),
    );
    expect(value()?.scaling).toMatchObject({
      kind: 'keda',
      toZero: true,
      triggers: [{ type: 'queue', perPod: 100 }, { type: 'cron' }],
    });
    expect(screen.queryByRole('button', { name: /Language/ })).toBeNull();
    expect(await seriousFindings(container)).toEqual([]);
  });

  it('asks for paths, the end of a pod and recommendations only when somebody looks', async () => {
    const { container, value } = await renderPage('runtime', RuntimeField);
    await userEvent.click(
      await screen.findByRole('button', { name: /Recommended requests.*none/ }),
    );
    await userEvent.click(
      screen.getByRole('checkbox', { name: /Let a VPA recommend/ }),
    );
    await userEvent.click(
      screen.getByRole('button', {
        name: /Paths that the platform asks.*\/healthz, \/readyz, \/metrics/,
      }),
    );
    const ready = screen.getByRole('textbox', { name: 'Is it ready' });
    await userEvent.type(ready, '/up');
    await userEvent.click(
      screen.getByRole('button', {
        name: /How a pod ends.*waits 5 s, drains for 20 s, is killed after 40 s/,
      }),
    );
    const drain = screen.getByRole('textbox', {
      name: 'Seconds for open requests',
    });
    await userEvent.clear(drain);
    await userEvent.type(drain, '60{Tab}');
    expect(value()).toMatchObject({
      recommendations: true,
      paths: { ready: '/up' },
      shutdown: { preStopSeconds: 5, drainSeconds: 60, graceSeconds: 40 },
    });
    expect(await seriousFindings(container)).toEqual([]);
    await userEvent.clear(ready);
    expect(value()?.paths?.ready).toBeUndefined();
  });

  it('asks a job when it runs, and not for replicas', async () => {
    const { value } = await renderPage('runtime', RuntimeField, {
      template: { archetype: 'job' },
    });
    const schedule = await screen.findByRole('textbox', { name: 'Schedule' });
    expect(screen.getByText('every day at 03:00 UTC')).toBeInTheDocument();
    expect(
      screen.getByText(/^Next: .*03:00.*;.*03:00.*;.*03:00/),
    ).toBeVisible();
    await userEvent.clear(schedule);
    await userEvent.type(schedule, '5 4');
    expect(screen.getByText(/^Five fields/)).toBeInTheDocument();
    expect(screen.queryByRole('textbox', { name: /Replicas/ })).toBeNull();
    expect(screen.queryByRole('textbox', { name: 'Port' })).toBeNull();
    expect(screen.queryByRole('radio', { name: /Own files/ })).toBeNull();
    expect(value()).toMatchObject({
      job: { schedule: '5 4', timeZone: 'Etc/UTC' },
      environments: [{ replicas: 1 }, { replicas: 1 }, { replicas: 1 }],
    });
  });

  it('offers only what the template is for', async () => {
    await renderPage('runtime', RuntimeField, {
      template: { archetype: 'service', shape: 'ownFiles' },
      api: { askFit: async () => fit },
    });
    expect(
      await screen.findByRole('group', { name: 'Storage per environment' }),
    ).toBeInTheDocument();
    expect(screen.queryByRole('radio', { name: /Nothing/ })).toBeNull();
  });
});
