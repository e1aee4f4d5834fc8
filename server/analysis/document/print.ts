import * as yaml from 'yaml';
import type { JsonValue } from '../../../core/base/json.ts';

/** A value as YAML that Kubernetes' own parser reads as the same value: texts it would take for something else (`yes`, `1e3`) are quoted. */
export function printYaml(value: JsonValue): string {
  return yaml.stringify(value, { version: '1.1', lineWidth: 0, aliasDuplicateObjects: false });
}
