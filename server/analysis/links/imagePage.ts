/** The page that a registry has of an image's repository; null where nobody can know of one (a private registry, a mirror, a template). */
export function imagePage(image: string): string | null {
  const [, host, path] =
    /^(?:((?:[\w-]+\.)+[\w-]+(?::\d+)?|localhost(?::\d+)?)\/)?([a-z\d]+(?:[._\-/]+[a-z\d]+)*)(?::[\w.-]+)?(?:@[\w:]+)?$/.exec(image) ?? [];
  if (path === undefined) return null;
  const page = pages.find(one => one.hosts.includes(host ?? ''));
  return page?.of(path) ?? null;
}

interface RegistryPages {
  /** The registry's names; empty: none is written. */
  readonly hosts: readonly string[];
  readonly of: (path: string) => string | null;
}

/** Registries with a page for each repository, at an address made of its path. */
const pages: readonly RegistryPages[] = [
  { hosts: ['', 'docker.io', 'index.docker.io', 'registry-1.docker.io'], of: dockerHubPage },
  { hosts: ['quay.io'], of: path => (depth(path) === 2 ? `https://quay.io/repository/${path}` : null) },
  { hosts: ['public.ecr.aws'], of: path => (depth(path) >= 2 ? `https://gallery.ecr.aws/${path}` : null) },
  { hosts: ['mcr.microsoft.com'], of: path => `https://mcr.microsoft.com/artifact/mar/${path}` },
];

/** Docker's own images have no owner, or the owner `library`. */
function dockerHubPage(path: string): string | null {
  const official = path.replace(/^library\//, '');
  if (depth(official) === 1) return `https://hub.docker.com/_/${official}`;
  return depth(path) === 2 ? `https://hub.docker.com/r/${path}` : null;
}

function depth(path: string): number {
  return path.split('/').length;
}
