import type { JsonValue } from '../../../core/base/json.ts';
import { at } from '../../../core/base/json.ts';
import { locate, spanOfPlace } from '../document/locate.ts';
import { pairsNamed } from '../document/tree.ts';
import { readValue } from '../document/value.ts';
import type { YamlDocument } from '../document/yamlDocument.ts';
import { type Finding, finding } from '../finding.ts';

const retired: readonly JsonValue[] = ['extensions/v1beta1', 'apps/v1beta1', 'apps/v1beta2'];

/** A document that is no DaemonSet and surely means one: the kind in wrong letters, an apiVersion that is no longer served. */
export function nearMissFindings(document: YamlDocument): readonly Finding[] {
  if (document.root?.kind !== 'mapping') return [];
  const { value } = readValue(document.root);
  const kind = at(value, 'kind');
  const apiVersion = at(value, 'apiVersion');
  if (typeof kind === 'string' && isMisspelt(kind)) return [misspeltKind(document, kind)];
  if (kind !== undefined && typeof kind !== 'string' && apiVersion === 'apps/v1') return [noText(document)];
  if (kind !== 'DaemonSet') return wrongKeyCase(document);
  if (apiVersion === undefined || apiVersion === null) return [missingApiVersion(document)];
  return retired.includes(apiVersion) ? [retiredVersion(document, String(apiVersion))] : [unknownVersion(document, apiVersion)];
}

/** `Daemonset`, `DaemonSets`, `daemon-set`; a list of DaemonSets is a kind of its own. */
function isMisspelt(kind: string): boolean {
  return kind !== 'DaemonSet' && kind !== 'DaemonSetList' && /^\W*daemon-?sets?\W*$/i.test(kind);
}

function misspeltKind(document: YamlDocument, kind: string): Finding {
  const span = spanAt(document, 'kind');
  return finding({
    rule: 'unknown-kind',
    severity: 'error',
    span,
    message: `There is no kind "${kind}": did you mean "DaemonSet"?`,
    path: 'kind',
    fixes: [{ title: 'Change to DaemonSet', preferred: true, edits: [{ span, newText: 'DaemonSet' }] }],
  });
}

function noText(document: YamlDocument): Finding {
  return finding({
    rule: 'unknown-kind',
    reason: 'Required',
    severity: 'error',
    span: spanAt(document, 'kind'),
    message: 'The kind of an object is a text, here "DaemonSet".',
    path: 'kind',
  });
}

function missingApiVersion(document: YamlDocument): Finding {
  const key = pairsNamed(document.root, 'kind')[0]?.key.span ?? { start: 0, end: 0 };
  const indent = document.text.slice(document.text.lastIndexOf('\n', key.start - 1) + 1, key.start);
  const mend = {
    title: 'Add apiVersion: apps/v1',
    preferred: true,
    edits: [{ span: { start: key.start, end: key.start }, newText: `apiVersion: apps/v1\n${indent}` }],
  };
  return finding({
    rule: 'required-field',
    severity: 'error',
    span: key,
    message: 'apiVersion is missing: a DaemonSet is of apps/v1.',
    path: 'apiVersion',
    fixes: indent.trim() === '' ? [mend] : [],
  });
}

function retiredVersion(document: YamlDocument, apiVersion: string): Finding {
  const span = spanAt(document, 'apiVersion');
  return finding({
    rule: 'retired-api-version',
    severity: 'error',
    span,
    message: `No supported version of Kubernetes serves DaemonSets as ${apiVersion}: use apps/v1 (it needs spec.selector).`,
    path: 'apiVersion',
    fixes: [{ title: 'Change to apps/v1', preferred: true, edits: [{ span, newText: 'apps/v1' }] }],
    tag: 'deprecated',
  });
}

function unknownVersion(document: YamlDocument, apiVersion: JsonValue): Finding {
  const span = spanAt(document, 'apiVersion');
  return finding({
    rule: 'unknown-kind',
    severity: 'error',
    span,
    message: `There is no kind "DaemonSet" in version "${String(apiVersion)}": a DaemonSet is of apps/v1.`,
    path: 'apiVersion',
    fixes: [{ title: 'Change to apps/v1', preferred: true, edits: [{ span, newText: 'apps/v1' }] }],
  });
}

/** `Kind: DaemonSet`: keys are lower camel case. */
function wrongKeyCase(document: YamlDocument): readonly Finding[] {
  if (document.root?.kind !== 'mapping') return [];
  return document.root.pairs.flatMap(({ key, value }) => {
    if (key.kind !== 'scalar' || key.text === 'kind' || key.text.toLowerCase() !== 'kind') return [];
    if (value.kind !== 'scalar' || value.text.toLowerCase() !== 'daemonset') return [];
    const fix = { title: 'Change to kind', preferred: true, edits: [{ span: key.span, newText: 'kind' }] };
    return [
      finding({
        rule: 'unknown-kind',
        severity: 'error',
        span: key.span,
        message: `"${key.text}" has to be written "kind".`,
        path: 'kind',
        fixes: [fix],
      }),
    ];
  });
}

function spanAt(document: YamlDocument, key: string) {
  return document.root === null ? { start: 0, end: 0 } : spanOfPlace(locate(document.root, [key]));
}
