import { at, isJsonObject } from '../../../core/base/json.ts';
import type { DaemonSetText } from '../document/daemonSets.ts';
import { childNamed } from '../document/tree.ts';
import type { YamlDocument } from '../document/yamlDocument.ts';

/**
 * Whether a DaemonSet is what a cluster has printed (`kubectl get -o yaml`): it has what only the API server gives it, or stands in one list with
 * nodes. Nobody edits such a text, so what would be worth a hint in a manifest is worth none here.
 */
export function isFromCluster(document: YamlDocument, { value, path }: DaemonSetText): boolean {
  const status = at(value, 'status');
  const given = [at(value, 'metadata', 'uid'), at(value, 'metadata', 'creationTimestamp')].some(one => typeof one === 'string');
  return given || (isJsonObject(status) && Object.keys(status).length > 0) || (path.length > 0 && holdsNodes(document));
}

function holdsNodes({ root }: YamlDocument): boolean {
  const items = childNamed(root, 'items');
  if (items?.kind !== 'sequence') return false;
  return items.items.some(item => {
    const kind = childNamed(item, 'kind');
    return kind?.kind === 'scalar' && kind.text === 'Node';
  });
}
