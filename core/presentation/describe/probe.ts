import { at, type JsonObject } from '../../base/json.ts';
import { textField, textsField } from './field.ts';

/** A probe in one line: `http-get http://:8080/healthz delay=5s timeout=1s period=10s #success=1 #failure=3` (kubectl describe.go, DescribeProbe). */
export function probeText(probe: JsonObject): string {
  return `${actionText(probe)} ${timingText(probe)}`;
}

function actionText(probe: JsonObject): string {
  if (at(probe, 'exec') !== undefined) return `exec [${textsField(probe, ['exec', 'command']).join(' ')}]`;
  if (at(probe, 'httpGet') !== undefined) return `http-get ${urlText(probe)}`;
  if (at(probe, 'tcpSocket') !== undefined) {
    return `tcp-socket ${textField(probe, ['tcpSocket', 'host'])}:${textField(probe, ['tcpSocket', 'port'])}`;
  }
  if (at(probe, 'grpc') !== undefined) return `grpc <pod>:${textField(probe, ['grpc', 'port'])} ${textField(probe, ['grpc', 'service'])}`;
  return 'unknown';
}

function urlText(probe: JsonObject): string {
  const part = (name: string, fallback = ''): string => textField(probe, ['httpGet', name], fallback);
  const host = part('host').includes(':') ? `[${part('host')}]` : part('host');
  const path = part('path', '/');
  return `${part('scheme', 'HTTP').toLowerCase()}://${host}:${part('port')}${path.startsWith('/') ? '' : '/'}${path}`;
}

function timingText(probe: JsonObject): string {
  const number = (name: string, fallback: string): string => textField(probe, [name], fallback);
  return (
    `delay=${number('initialDelaySeconds', '0')}s timeout=${number('timeoutSeconds', '1')}s period=${number('periodSeconds', '10')}s ` +
    `#success=${number('successThreshold', '1')} #failure=${number('failureThreshold', '3')}`
  );
}
