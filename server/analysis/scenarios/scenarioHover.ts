import { type Field, nameOfShape, type Shape, scenarioShape, shapeAt } from '../../../core/simulation/scenarioFile.ts';
import type { NodeAt } from '../document/nodeAt.ts';
import type { ScenarioText } from './scenarioText.ts';

/** What there is to know of a place of a scenario file, as Markdown; null: nothing of ours stands there. */
export function describeScenarioPlace({ value }: ScenarioText, { path, on }: NodeAt): string | null {
  const found = shapeAt(scenarioShape, value, path);
  if (found === null || (found.objectAt !== null && found.objectAt < path.length)) return null;
  const text = found.field === null ? '' : fieldText(String(path.at(-1)), found.field);
  const word = on === 'value' ? wordText(found.shape, found.value) : '';
  const parts = [text, word].filter(part => part !== '');
  return parts.length === 0 ? null : parts.join('\n\n');
}

function fieldText(name: string, { shape, about, fallback, required }: Field): string {
  const facts = [shapeText(shape), required === true ? 'required' : '', fallback === undefined ? '' : `default: ${fallback}`];
  return `\`${name}\`: ${about}\n\n*${facts.filter(fact => fact !== '').join(' · ')}*`;
}

/** Long lists of words are told by completion. */
export function shapeText(shape: Shape): string {
  return shape.kind === 'word' && shape.words.length > 5 ? 'one of several words' : nameOfShape(shape);
}

function wordText(shape: Shape, value: unknown): string {
  const words = shape.kind === 'word' ? shape.words : shape.kind === 'text' ? (shape.suggestions ?? []) : [];
  const found = words.find(({ word }) => word === value);
  return found === undefined || found.about === '' ? '' : `\`${found.word}\`: ${found.about}`;
}
