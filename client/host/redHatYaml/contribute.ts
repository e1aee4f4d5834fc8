import { guarded } from '../guard.ts';
import type { Log } from '../output.ts';

/** What is needed of the YAML extension (`redhat.vscode-yaml`) before it is active. */
export interface YamlExtension {
  readonly activate: () => PromiseLike<unknown>;
}

/** What it asks for: a schema's URI for a file (none: its own settings decide), then that schema's text. */
export interface SchemaRequests {
  readonly schemaFor: (resource: string) => string | undefined;
  readonly contentOf: (uri: string) => string;
}

/**
 * Offers schemas to the YAML extension; to be called whenever it may have come, or come anew. Each object it exports is offered them once. A failure of
 * theirs, or an extension of that name without this interface, is only written down.
 */
export function createContributor(
  scheme: string,
  requests: SchemaRequests,
  log: Log,
): (extension: YamlExtension | undefined) => Promise<void> {
  const known = new WeakSet<object>();
  return guarded(log, 'working beside the YAML extension', async (extension: YamlExtension | undefined) => {
    const api = await extension?.activate();
    if (typeof api !== 'object' || api === null || known.has(api)) return;
    known.add(api);
    if (!('registerContributor' in api) || typeof api.registerContributor !== 'function') {
      log.info('The YAML extension takes no schemas: it will check DaemonSets as well.');
      return;
    }
    const taken: unknown = api.registerContributor(scheme, requests.schemaFor, requests.contentOf);
    log.debug(taken === false ? 'The YAML extension has our schemas already.' : 'The YAML extension leaves DaemonSets to us.');
  });
}
