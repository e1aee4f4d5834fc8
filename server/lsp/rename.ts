import {
  ErrorCodes,
  type Position,
  type PrepareRenameResult,
  ResponseError,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { renameAt, renameable } from '../analysis/navigation/navigate.ts';
import { isSame, type ObjectName, objectAt } from '../analysis/navigation/objectNames.ts';
import { refuseName } from '../analysis/navigation/rename.ts';
import {
  objectEdits,
  type Pods,
  podLabelEdits,
  podsSelected,
  type RenameEdit,
  refuseObjectName,
  selectorValueAt,
  serviceLabelEdits,
} from '../analysis/navigation/workspaceRename.ts';
import { shiftRange } from './convert.ts';
import { hereIn } from './here.ts';
import { knownObjects } from './knownObjects.ts';
import type { OpenFile } from './openFiles.ts';
import type { Session } from './session.ts';
import { documentsOfWorkspace, type WorkspaceDocument } from './workspaceDocuments.ts';
import { type FileEdits, toWorkspaceEdit } from './workspaceEdits.ts';

type Refusal = ResponseError<void>;

/** The name at a position that can get another one; in words why it cannot, where somebody else has given it. */
export function prepareRename(session: Session, file: OpenFile, position: Position): PrepareRenameResult | Refusal | null {
  const { text, offset, startLine } = hereIn(file, position);
  const own = renameable(text, offset, file.mode);
  if (own !== null) return { range: shiftRange(own.range, startLine), placeholder: own.name };
  const selector = selectorValueAt(text, offset, file.mode);
  if (selector !== null) return { range: shiftRange(selector.range, startLine), placeholder: selector.value };
  const found = objectAt(text, offset, file.mode);
  if (found?.kind !== 'object') return null;
  const { kind, name } = found.object;
  if (!isDefined(session, found.object)) return refusal(`No file of this workspace defines the ${kind} "${name}": it is named elsewhere.`);
  return { range: shiftRange(found.range, startLine), placeholder: name };
}

/** The edits of a rename, in all files of the workspace that speak of the thing; a name that cannot be is an error the editor shows. */
export async function rename(
  session: Session,
  file: OpenFile,
  position: Position,
  newName: string,
): Promise<WorkspaceEdit | Refusal | null> {
  const { text, offset, startLine } = hereIn(file, position);
  const own = renameAt(text, offset, newName, file.mode);
  if (own !== null) {
    if ('refused' in own) return refusal(own.refused);
    const edits: FileEdits = new Map([[file.uri, own.edits.map(edit => toTextEdit(edit, startLine))]]);
    const label = renameable(text, offset, file.mode)?.label ?? null;
    if (label !== null) await addServices(session, edits, [label.pods], label.key, newName);
    return toWorkspaceEdit(session, edits, file.uri);
  }
  const selector = selectorValueAt(text, offset, file.mode);
  if (selector !== null) return renameSelected(session, file, { serviceText: text, key: selector.key, newName });
  const found = objectAt(text, offset, file.mode);
  return found?.kind === 'object' ? renameObject(session, file, found.object, newName) : null;
}

async function renameObject(session: Session, file: OpenFile, object: ObjectName, newName: string): Promise<WorkspaceEdit | Refusal> {
  const taken = knownObjects(session).some(one => isSame(one.object, { ...object, name: newName }));
  const refused = refuseObjectName(object.kind, newName) ?? (taken ? `There is a ${object.kind} "${newName}" already.` : null);
  if (refused !== null) return refusal(refused);
  if (!isDefined(session, object)) return refusal(`No file of this workspace defines the ${object.kind} "${object.name}".`);
  const edits: FileEdits = new Map();
  await collect(session, edits, ({ text, mode }) => (text.includes(object.name) ? objectEdits(text, object, newName, mode) : []));
  return toWorkspaceEdit(session, edits, file.uri);
}

/** From a Service: its pods, and all Services that select these. */
async function renameSelected(
  session: Session,
  file: OpenFile,
  { serviceText, key, newName }: { readonly serviceText: string; readonly key: string; readonly newName: string },
): Promise<WorkspaceEdit | Refusal> {
  const refused = refuseName('label', newName);
  if (refused !== null) return refusal(refused);
  const pods: Pods[] = [];
  for await (const { text, mode } of documentsOfWorkspace(session)) pods.push(...podsSelected(text, serviceText, mode));
  if (pods.length === 0) return refusal('No DaemonSet of this workspace has pods that this Service selects.');
  const edits: FileEdits = new Map();
  await collect(session, edits, ({ text, mode }) => podLabelEdits(text, pods, key, newName, mode));
  await addServices(session, edits, pods, key, newName);
  return toWorkspaceEdit(session, edits, file.uri);
}

function addServices(session: Session, edits: FileEdits, pods: readonly Pods[], key: string, newName: string): Promise<void> {
  return collect(session, edits, ({ text, mode }) => serviceLabelEdits(text, pods, key, newName, mode));
}

async function collect(
  session: Session,
  edits: FileEdits,
  inDocument: (document: WorkspaceDocument) => readonly RenameEdit[],
): Promise<void> {
  for await (const document of documentsOfWorkspace(session)) {
    const found = inDocument(document).map(edit => toTextEdit(edit, document.startLine));
    if (found.length > 0) edits.set(document.uri, [...(edits.get(document.uri) ?? []), ...found]);
  }
}

function isDefined(session: Session, name: ObjectName): boolean {
  return knownObjects(session).some(({ object }) => isSame(object, name));
}

function toTextEdit({ range, newText }: RenameEdit, startLine: number): TextEdit {
  return { range: shiftRange(range, startLine), newText };
}

function refusal(message: string): Refusal {
  return new ResponseError<void>(ErrorCodes.InvalidParams, message);
}
