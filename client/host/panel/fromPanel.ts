import type { JsonValue } from '../../../core/base/json.ts';
import type { Position, Range } from '../../../core/protocol/lsp.ts';
import type { EarlierChoice, PanelToHost } from '../../../core/protocol/panel.ts';
import { isSpeed } from '../../../core/protocol/serve.ts';
import { isIndex } from '../rollout/target.ts';

/** A message of a panel, checked: what a page sends is believed by nobody. null: no message that this version knows. */
export function fromPanel(message: unknown): PanelToHost | null {
  if (!isRecord(message)) return null;
  const {
    type,
    text,
    range,
    version,
    command,
    events,
    path,
    json,
    message: failure,
    format,
    bytes,
    actions,
    speed,
    earlier,
    since,
  } = message;
  switch (type) {
    case 'ready':
    case 'detach':
      return { type };
    case 'act':
      return Array.isArray(actions) && actions.length <= mostActions && actions.every(isJsonValue) ? { type, actions } : null;
    case 'worldSpeed':
      return isSpeed(speed) ? { type, speed } : null;
    case 'reveal':
      return isRange(range) ? { type, range } : null;
    case 'command': {
      const known = panelCommands.find(one => one === command);
      return known === undefined ? null : { type, command: known };
    }
    case 'chooseBaseline':
      return Array.isArray(earlier) && earlier.every(isEarlier) && (since === null || isIndex(since)) ? { type, earlier, since } : null;
    case 'savePicture': {
      const known = pictureFormats.find(one => one === format);
      return known !== undefined && bytes instanceof Uint8Array ? { type, format: known, bytes } : null;
    }
    case 'saveReport':
    case 'copy':
    case 'saveScenario':
      return typeof text === 'string' ? { type, text } : null;
    case 'setField':
      return typeof path === 'string' && isJsonValue(json) && isIndex(version) ? { type, path, json, version } : null;
    case 'state':
      // The page keeps its events itself; here they only say that there are some.
      return Array.isArray(events) ? { type, events: [] } : null;
    case 'failure':
      return typeof failure === 'string' ? { type, message: failure } : null;
    default:
      return null;
  }
}

function isEarlier(value: unknown): value is EarlierChoice {
  return isRecord(value) && isIndex(value.number) && typeof value.label === 'string';
}

/** The commands that the panel's buttons stand for. */
const panelCommands = ['chooseCluster', 'chooseKubernetesVersion', 'openScenario', 'openKubectlTerminal'] as const;

/** More than a remedy ever does at once. */
const mostActions = 1_000;

const pictureFormats = ['png', 'svg'] as const;

function isJsonValue(value: unknown): value is JsonValue {
  if (value === null || ['string', 'boolean'].includes(typeof value)) return true;
  if (typeof value === 'number') return Number.isFinite(value);
  return Array.isArray(value) ? value.every(isJsonValue) : isRecord(value) && Object.values(value).every(isJsonValue);
}

function isRange(value: unknown): value is Range {
  if (!isRecord(value)) return false;
  const { start, end } = value;
  return isPosition(start) && isPosition(end);
}

function isPosition(value: unknown): value is Position {
  if (!isRecord(value)) return false;
  const { line, character } = value;
  return isIndex(line) && isIndex(character);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
