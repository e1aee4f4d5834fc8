import assert from 'node:assert/strict';
import { handle } from '../../core/apiserver/handle.ts';
import type { ApiRequest } from '../../core/apiserver/request.ts';
import { createApiServer } from '../../core/apiserver/server.ts';
import type { ApiServer } from '../../core/apiserver/state.ts';
import type { JsonValue } from '../../core/base/json.ts';
import { defaultAssumptions } from '../../core/simulation/assumptions.ts';
import { tutorialCluster } from '../../core/simulation/clusters/tutorial.ts';
import { manifestKubelet } from '../../core/simulation/kubeletModel.ts';
import { type Cluster, defaultLimits } from '../../core/simulation/scenario.ts';

/** A simulated API server without a host. */
export function newServer(cluster: Cluster = tutorialCluster()): ApiServer {
  const started = createApiServer({
    ...{ kubernetesVersion: '1.36', seed: 1, cluster, baseline: null, events: [] },
    ...{ assumptions: defaultAssumptions, kubelet: manifestKubelet, limits: defaultLimits },
  });
  assert.ok(started.ok);
  return started.server;
}

export interface Asked {
  readonly status: number;
  readonly body: string;
  /** The body as JSON, if it is some. */
  readonly json: JsonValue;
  readonly warnings: readonly string[];
}

export type Ask = (method: string, url: string, rest?: Partial<Omit<ApiRequest, 'body'>> & { readonly body?: JsonValue | string }) => Asked;

/** Asks a server at its present moment. */
export function askOf(server: ApiServer): Ask {
  return (method, url, rest = {}) => {
    const [path = '', query = ''] = url.split('?');
    const { body = '', ...more } = rest;
    const request: ApiRequest = {
      ...{ method, path, query: new Map(new URLSearchParams(query)), accept: 'application/json', contentType: 'application/json' },
      ...{ userAgent: 'test', impersonates: '', ...more, body: typeof body === 'string' ? body : JSON.stringify(body) },
    };
    const handled = handle(server, request, { now: Math.max(1000, server.run.world.now), wall: 1_800_000_000_000 });
    assert.ok(handled.kind === 'response', 'a watch');
    const { status, warnings, body: text } = handled.response;
    return { status, body: text, warnings, json: parsed(text) };
  };
}

function parsed(text: string): JsonValue {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
