import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Writable } from 'node:stream';
import { run } from './index';
import { GOLDEN_PATH_VERSION } from '../constants';
import { renderService } from '../renderService';
import { answers, environments, PLATFORM } from '../rules/goodAnswers';
import { type ServiceAnswers, serviceSpecSchema } from '../spec/serviceSpec';

let dir: string;

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'golden-path-'));
});

afterEach(() => rmSync(dir, { recursive: true, force: true }));

function write(files: Iterable<readonly [string, string]>): void {
  for (const [path, text] of files) {
    mkdirSync(dirname(join(dir, path)), { recursive: true });
    writeFileSync(join(dir, path), text);
  }
}

function writeGenerated(special: Partial<ServiceAnswers> = {}): void {
  write(renderService(serviceSpecSchema.parse(answers(special)), PLATFORM));
  write([['platform.json', JSON.stringify(PLATFORM)]]);
}

class Sink extends Writable {
  text = '';

  override _write(chunk: Buffer, _: BufferEncoding, done: () => void) {
    this.text += chunk.toString();
    done();
  }
}

async function goldenPath(...args: string[]) {
  const stdout = new Sink();
  const stderr = new Sink();
  const code = await run(args, { cwd: dir, stdout, stderr });
  return { code, out: stdout.text, err: stderr.text };
}

const overlay = 'deploy/overlays/prod/kustomization.yaml';
const edit = (path: string, change: (text: string) => string) =>
  write([[path, change(readFileSync(join(dir, path), 'utf8'))]]);

describe('golden-path check', () => {
  it('has nothing against what was generated', async () => {
    writeGenerated();
    const { code, out, err } = await goldenPath(
      'check',
      '--platform',
      'platform.json',
    );
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(
      /^0 errors, 0 warnings, 0 notes in \d+ objects of 3 environments \(dev, stage, prod\), a repository of the golden path\.$/m,
    );
    expect(out).not.toContain('no platform file');
  });

  it('shows an edit by file and line, with the way out', async () => {
    writeGenerated();
    edit(overlay, text => `${text}bases:\n  - ../../base\n`);
    const { code, out } = await goldenPath('check');
    expect(code).toBe(1);
    expect(out).toMatch(
      new RegExp(
        `^${overlay}\n +\\d+  error    KU03  bases is deprecated, .*\n +Fix: Use resources\\.$`,
        'm',
      ),
    );
    expect(out).toMatch(
      /^Not checked, because no platform file was given: .*EN01/m,
    );
  });

  it('writes no colours where nobody looks at them', async () => {
    writeGenerated();
    edit(overlay, text => `${text}bases: []\n`);
    expect((await goldenPath('check')).out).not.toContain('\u001b');
  });

  it('lets warnings fail when asked to, unless they are acknowledged', async () => {
    writeGenerated({
      environments: environments().map(each => ({ ...each, replicas: 2 })),
    });
    const codes = [
      await goldenPath('check', '--platform', 'platform.json'),
      await goldenPath('check', '--platform', 'platform.json', '--strict'),
      await goldenPath(
        ...['check', '--platform', 'platform.json', '--strict'],
        ...['--acknowledge', 'PD07'],
      ),
    ].map(({ code }) => code);
    expect(codes).toEqual([0, 1, 0]);
  });

  it('writes the report for programs', async () => {
    writeGenerated();
    edit(overlay, text => `${text}bases: []\n`);
    const json = await goldenPath('check', '--format', 'json');
    expect(JSON.parse(json.out)).toMatchObject({
      goldenPathVersion: GOLDEN_PATH_VERSION,
      origin: 'generated',
      findings: [{ id: 'KU03', location: { file: overlay } }],
    });
    const sarif = await goldenPath(
      ...['check', '.', '--format', 'sarif', '--output', 'report.sarif'],
    );
    expect(sarif).toEqual({ code: 1, out: '', err: '' });
    const written = readFileSync(join(dir, 'report.sarif'), 'utf8');
    expect(JSON.parse(written).runs[0].results).toMatchObject([
      { ruleId: 'KU03', level: 'error' },
    ]);
  });

  it('checks manifests of somebody else', async () => {
    write([
      [
        'k8s/app.yaml',
        'apiVersion: v1\nkind: Secret\nmetadata: {name: db}\nstringData: {password: hunter2}\n',
      ],
    ]);
    const { code, out } = await goldenPath('check');
    expect(code).toBe(1);
    expect(out).toMatch(/^k8s\/app\.yaml\n +1 +error +SE01 +Secret db/m);
    expect(out).toContain('a repository without answers');
    expect(out).not.toContain('hunter2');
  });

  it('says what it passed by: links that lead round or out, and what is too large', async () => {
    writeGenerated();
    const base = join(dir, 'deploy/base');
    symlinkSync(dir, join(base, 'round'));
    symlinkSync('/etc/passwd', join(base, 'passwd.yaml'));
    symlinkSync('gone.yaml', join(base, 'gone.yaml'));
    symlinkSync('rollout.yaml', join(base, 'same.yaml'));
    write([
      ['deploy/base/large.yaml', ' '.repeat(1024 * 1024 + 1)],
      ['deploy/base/binary.yaml', 'a\0b'],
      ['node_modules/x/kustomization.yaml', 'a: ['],
    ]);
    const { code, out } = await goldenPath('check');
    expect(code).toBe(0);
    expect(out.match(/^Skipped .*/gm)).toEqual([
      'Skipped deploy/base/gone.yaml, because it is a link to nothing',
      'Skipped deploy/base/passwd.yaml, because it is a link out of the repository',
      'Skipped deploy/base/round, because it is a link to a folder',
      'Skipped deploy/base/binary.yaml, because it is not text',
      'Skipped deploy/base/large.yaml, because it has 1048577 bytes, which is no manifest',
    ]);
  });

  it('lets no name draw on the terminal', async () => {
    write([
      [
        'k8s/app.yaml',
        'apiVersion: v1\nkind: Secret\nmetadata: {name: "a\\u001b[2J\\nb"}\ndata: {k: v}\n',
      ],
    ]);
    const { out } = await goldenPath('check');
    expect(out).toMatch(/Secret a \[2J b/);
  });

  it.each<[string, string[], RegExp]>([
    ['no command', [], /^golden-path: Say what to do: golden-path check/],
    ['another command', ['mend'], /There is no command "mend"/],
    ['two folders', ['check', 'a', 'b'], /One folder at a time/],
    ['an unknown option', ['check', '--fast'], /Unknown option '--fast'/],
    ['an option without its value', ['check', '--format'], /--format/],
    ['an unknown format', ['check', '--format', 'xml'], /no format "xml"/],
    ['an unknown rule', ['check', '--acknowledge', 'ZZ99'], /no rule "ZZ99"/],
    ['a folder that is not there', ['check', 'gone'], /gone cannot be read/],
    ['a file as the folder', ['check', 'bad.json'], /is a file/],
    ['an empty folder', ['check', 'empty'], /empty holds nothing to check/],
    [
      'a chart of somebody else',
      ['check', 'chart'],
      /chart holds nothing to check: .*\nSkipped \., because it is a Helm chart; write the output of helm template/,
    ],
    [
      'a platform file that is not there',
      ['check', '--platform', 'gone.json'],
      /gone\.json cannot be read/,
    ],
    [
      'a platform file that is none',
      ['check', '--platform', 'bad.json'],
      /The platform file .*bad\.json is not what GET \/api\/baremetal\/v1\/platform answers: environments: Required/,
    ],
    [
      'a report that cannot be written',
      ['check', 'k8s', '-o', 'gone/report'],
      /gone\/report cannot be written/,
    ],
  ])('refuses %s with a sentence', async (_, args, words) => {
    write([
      ['bad.json', '{}'],
      ['chart/Chart.yaml', 'apiVersion: v2\nname: x\n'],
      ['chart/templates/a.yaml', 'kind: {{ .Values.kind }}\n'],
      ['k8s/a.yaml', 'apiVersion: v1\nkind: Service\nmetadata: {name: a}\n'],
    ]);
    mkdirSync(join(dir, 'empty'));
    const { code, out, err } = await goldenPath(...args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(words);
  });

  it.each([
    ['--help', /^Usage: golden-path check/],
    ['--version', /^\d+\.\d+\.\d+\n$/],
  ])('answers %s', async (option, words) => {
    const { code, out } = await goldenPath(option);
    expect(code).toBe(0);
    expect(out).toMatch(words);
  });
});
