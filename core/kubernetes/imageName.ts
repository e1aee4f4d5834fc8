/** The tag of a container image as the server reads it (pkg/util/parsers on distribution/reference): `latest` when neither tag nor digest is written, null for a text that is no image name. */
export function imageTag(image: string): string | null {
  if (image.length > longest) return null;
  const match = reference.exec(image);
  if (match === null || /^[0-9a-f]{64}$/.test(image)) return null;
  const [, path = '', tag, digest] = match;
  // letters in capitals are only for a registry's host: a first part with a dot, a port or capitals, or localhost
  const slash = path.indexOf('/');
  const first = slash < 0 ? '' : path.slice(0, slash);
  const host = first !== '' && (/[.:]/.test(first) || first === 'localhost' || first !== first.toLowerCase());
  const repository = host ? path.slice(slash + 1) : path;
  // an image of Docker Hub without a user stands below `library/`
  const length = repository.length + (host || slash >= 0 ? 0 : 'library/'.length);
  if (repository !== repository.toLowerCase() || length > 255 || !repositoryPattern.test(repository)) return null;
  return tag ?? (digest === undefined ? 'latest' : '');
}

/** A name has at most 255 letters, a tag 128; a digest is not much longer. Patterns are not tried on more. */
const longest = 1024;

const part = '[a-z0-9]+(?:(?:\\.|_|__|-+)[a-z0-9]+)*';
const repositoryPattern = new RegExp(`^${part}(?:/${part})*$`);
const hostPart = '(?:[a-zA-Z0-9]|[a-zA-Z0-9][a-zA-Z0-9-]*[a-zA-Z0-9])';
const host = `(?:${hostPart}(?:\\.${hostPart})*|\\[(?:[a-fA-F0-9:]+)\\])(?::[0-9]+)?`;
const reference = new RegExp(
  `^((?:${host}/)?${part}(?:/${part})*)(?::([\\w][\\w.-]{0,127}))?(?:@([A-Za-z][A-Za-z0-9]*(?:[-_+.][A-Za-z][A-Za-z0-9]*)*[:][0-9a-fA-F]{32,}))?$`,
);
