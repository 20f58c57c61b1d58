import { toYaml } from '../../serialize';
import type { Entry, ObjectTemplate, Template } from './template';

/** A file below `templates` of a chart. */
export function templateText({ template, guard }: ObjectTemplate): string {
  const lines = template.entries.flatMap(entry => entryLines(entry, ''));
  return `${guarded(lines, guard, '').join('\n')}\n`;
}

function entryLines({ key, template, guard }: Entry, pad: string): string[] {
  return guarded(fieldLines(key, template, pad), guard, pad);
}

function guarded(
  lines: readonly string[],
  guard: string | undefined,
  pad: string,
): string[] {
  return guard === undefined
    ? [...lines]
    : [`${pad}{{- if .Values.${guard} }}`, ...lines, `${pad}{{- end }}`];
}

function fieldLines(key: string, template: Template, pad: string): string[] {
  const field = `${pad}${keyText(key)}:`;
  const inner = `${pad}  `;
  switch (template.kind) {
    case 'literal':
      return literalLines({ [key]: template.value }, pad);
    case 'map':
      return [
        field,
        ...template.entries.flatMap(entry => entryLines(entry, inner)),
      ];
    case 'list':
      return [field, ...template.items.flatMap(item => itemLines(item, inner))];
    case 'value':
      return template.isTree
        ? [field, treeLine(template.path, inner)]
        : [`${field} ${scalarText(template)}`];
    case 'namespace':
    case 'around':
    case 'image':
    case 'configName':
      return [`${field} ${scalarText(template)}`];
  }
}

function itemLines(template: Template, pad: string): string[] {
  const inner = `${pad}  `;
  switch (template.kind) {
    case 'literal':
      return literalLines([template.value], pad);
    case 'map': {
      const lines = template.entries.flatMap(entry => entryLines(entry, inner));
      // An action on the line of the dash would take it away.
      return template.entries[0]?.guard === undefined
        ? [`${pad}- ${lines[0]?.slice(inner.length)}`, ...lines.slice(1)]
        : [`${pad}-`, ...lines];
    }
    case 'list':
      return [
        `${pad}-`,
        ...template.items.flatMap(item => itemLines(item, inner)),
      ];
    case 'value':
      return template.isTree
        ? [`${pad}-`, treeLine(template.path, inner)]
        : [`${pad}- ${scalarText(template)}`];
    case 'namespace':
    case 'around':
    case 'image':
    case 'configName':
      return [`${pad}- ${scalarText(template)}`];
  }
}

type Scalar = Exclude<Template, { kind: 'literal' | 'map' | 'list' }>;

/** In JSON, which YAML reads alike: no text becomes a number, and no large number loses its digits. */
function scalarText(template: Scalar): string {
  switch (template.kind) {
    case 'value':
      return `{{ .Values.${template.path} | toJson }}`;
    case 'namespace':
      return '{{ .Release.Namespace }}';
    case 'around':
      return `"${template.parts
        .map(part => literalText(JSON.stringify(part).slice(1, -1)))
        .join('{{ .Release.Namespace }}')}"`;
    case 'image':
      return `{{ include "service.image" .Values.${template.path} | toJson }}`;
    case 'configName':
      return '{{ include "service.configName" . | toJson }}';
  }
}

function treeLine(path: string, pad: string): string {
  return `${pad}{{- toYaml .Values.${path} | nindent ${pad.length} }}`;
}

function literalLines(value: object, pad: string): string[] {
  const text = toYaml(value).replace(/\n$/, '');
  // An action on the next line takes all blanks before it away, and these are part of a value.
  const safe = /\s$/.test(text) ? onOneLine(value) : text;
  return literalText(safe)
    .split('\n')
    .map(line => (line === '' ? line : `${pad}${line}`));
}

/** A list of one item, or a map of one field. */
function onOneLine(value: object): string {
  return Array.isArray(value)
    ? `- ${JSON.stringify(value[0])}`
    : Object.entries(value)
        .map(([key, field]) => `${plainKey(key)}: ${JSON.stringify(field)}`)
        .join('\n');
}

function keyText(key: string): string {
  return literalText(plainKey(key));
}

/** As YAML has it, before braces are made safe from Helm. */
function plainKey(key: string): string {
  return toYaml({ [key]: 0 }).replace(/: 0\n$/, '');
}

/** Braces of Prometheus, Rollouts and Grafana are theirs; Helm prints them and looks no further. */
function literalText(text: string): string {
  return text.replaceAll('{{', '{{ "{{" }}');
}
