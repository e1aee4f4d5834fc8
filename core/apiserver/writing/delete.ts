import { at, type JsonObject, member } from '../../base/json.ts';
import { createdAtOf } from '../clock.ts';
import { keep } from '../kept.ts';
import { answerWith, objectJson } from '../reading/get.ts';
import { selected } from '../reading/list.ts';
import { selectionOf } from '../reading/selection.ts';
import { type ApiRequest, type ApiResponse, type Checked, fine } from '../request.ts';
import { apiVersionOf, type Resource } from '../resources/resource.ts';
import { resources } from '../resources/resources.ts';
import { json } from '../response.ts';
import { type ApiServer, objectsIn } from '../state.ts';
import { deleted, forbidden, notFound, preconditionConflict } from '../status.ts';
import { remove } from '../store.ts';
import { type Stored, storedKey } from '../stored.ts';
import { objectOf, type Target } from '../target.ts';
import { bodyOf } from './body.ts';
import { writeOptions } from './options.ts';
import { firstChange, perform } from './perform.ts';

/** metav1.DeleteOptions, from body and parameters. */
interface Deletion {
  readonly dryRun: boolean;
  readonly propagation: 'Background' | 'Foreground' | 'Orphan';
  /** Seconds; null: as the object says. */
  readonly grace: number | null;
  readonly uid: string;
  readonly resourceVersion: string;
}

/** DELETE of one object. */
export function deleteObject(target: Target): ApiResponse {
  const deletion = deletionOf(target.request);
  if (!deletion.ok) return deletion.response;
  const stored = objectOf(target);
  if (stored === undefined) return notFound(target.resource, target.name);
  return preconditionFailure(target.resource, stored, deletion.value) ?? deleteStored(target, stored, deletion.value);
}

/** DELETE of a collection: every selected object. */
export function deleteCollection(target: Target): ApiResponse {
  const { server, request, resource, namespace, clock } = target;
  const deletion = deletionOf(request);
  if (!deletion.ok) return deletion.response;
  const selection = selectionOf(request, resource, namespace);
  if (!selection.ok) return selection.response;
  const list = selected(server, resource, selection.value, clock);
  const items = list.map(stored => objectJson(server, stored, resource, clock));
  for (const stored of list) {
    const answer = deleteStored(target, stored, deletion.value);
    if (answer.status >= 400) return answer;
  }
  // the answer is what has been deleted
  const metadata = { resourceVersion: String(server.resourceVersion) };
  return json({ kind: `${resource.kind}List`, apiVersion: apiVersionOf(resource), metadata, items });
}

function deletionOf(request: ApiRequest): Checked<Deletion> {
  const options = writeOptions(request, 'DeleteOptions');
  if (!options.ok) return options;
  const body: Checked<JsonObject> = request.body === '' ? fine({}) : bodyOf(request, 'DeleteOptions');
  if (!body.ok) return body;
  const dry = member(body.value, 'dryRun');
  const grace = request.query.get('gracePeriodSeconds') ?? member(body.value, 'gracePeriodSeconds');
  const policy = request.query.get('propagationPolicy') ?? member(body.value, 'propagationPolicy');
  return fine({
    dryRun: options.value.dryRun || (Array.isArray(dry) && dry.includes('All')),
    propagation: policy === 'Foreground' || policy === 'Orphan' ? policy : 'Background',
    grace: grace === undefined || grace === null || Number.isNaN(Number(grace)) ? null : Number(grace),
    uid: String(at(body.value, 'preconditions', 'uid') ?? ''),
    resourceVersion: String(at(body.value, 'preconditions', 'resourceVersion') ?? ''),
  });
}

function preconditionFailure(resource: Resource, stored: Stored, { uid, resourceVersion }: Deletion): ApiResponse | null {
  const again = 'The object might have been deleted and then recreated';
  if (uid !== '' && uid !== stored.uid)
    return preconditionConflict(
      resource,
      stored.name,
      `the UID in the precondition (${uid}) does not match the UID in record (${stored.uid}). ${again}`,
    );
  if (resourceVersion !== '' && resourceVersion !== String(stored.resourceVersion)) {
    const why = `the ResourceVersion in the precondition (${resourceVersion}) does not match the ResourceVersion in record (${stored.resourceVersion}). The object might have been modified`;
    return preconditionConflict(resource, stored.name, why);
  }
  return null;
}

/** Deletes an object, by what its kind means; the answer is the object that goes on for a while, or a Status when it is gone. */
export function deleteStored(target: Target, stored: Stored, deletion: Deletion): ApiResponse {
  const { server, resource, clock } = target;
  const { namespace, name } = stored;
  if (resource.name === 'namespaces') return deleteNamespace(target, stored, deletion);
  if (deletion.dryRun) return resource.writing === 'Pod' ? answerWith(target, stored) : json(deleted(resource, name, stored.uid));
  if (resource.writing === 'DaemonSet') {
    const { changes } = perform(server, { do: 'deleteDaemonSet', namespace, daemonSet: name, propagation: deletion.propagation }, clock);
    const after = firstChange(changes, resource.store, namespace, name)?.after ?? null;
    return after === null ? json(deleted(resource, name, stored.uid)) : answerWith(target, after);
  }
  if (resource.writing === 'Pod') {
    const { changes } = perform(server, { do: 'deletePod', pod: { namespace, name }, force: deletion.grace === 0 }, clock);
    return answerWith(target, firstChange(changes, resource.store, namespace, name)?.after ?? stored);
  }
  if (resource.writing === 'Node') perform(server, { do: 'removeNode', node: name }, clock);
  else remove(server, resource.store, storedKey(namespace, name));
  return json(deleted(resource, name, stored.uid));
}

const immortal: readonly string[] = ['default', 'kube-public', 'kube-system'];
const noDeletion: Deletion = { dryRun: false, propagation: 'Background', grace: null, uid: '', resourceVersion: '' };

/** A namespace goes when everything in it has gone: until then it is Terminating. */
function deleteNamespace(target: Target, stored: Stored, deletion: Deletion): ApiResponse {
  const { server, resource, clock } = target;
  if (immortal.includes(stored.name)) return forbidden(resource, stored.name, 'this namespace may not be deleted');
  if (deletion.dryRun) return answerWith(target, stored);
  const object = stored.json(clock);
  const status = { phase: 'Terminating' };
  const terminating = keep(server, resource, { ...object, status }, stored.uid, createdAtOf(object, clock));
  for (const content of resources.filter(one => one.namespaced && one.group !== 'events.k8s.io'))
    for (const inside of [...objectsIn(server, content.store).values()])
      if (inside.namespace === stored.name) deleteStored({ ...target, resource: content }, inside, noDeletion);
  server.terminating.add(stored.name);
  return answerWith(target, terminating);
}

/** Lets go of the namespaces that are empty by now. */
export function finishNamespaces(server: ApiServer): void {
  for (const namespace of server.terminating) {
    const left = ['pods', 'daemonsets'].some(store => [...objectsIn(server, store).values()].some(one => one.namespace === namespace));
    if (left) continue;
    server.terminating.delete(namespace);
    for (const store of [...server.objects.keys()].filter(name => name !== 'namespaces'))
      for (const [key, one] of [...objectsIn(server, store)]) if (one.namespace === namespace) remove(server, store, key);
    remove(server, 'namespaces', namespace);
  }
}
