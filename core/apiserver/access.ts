import { type JsonObject, member } from '../base/json.ts';
import type { ApiRequest, ApiResponse } from './request.ts';
import { json } from './response.ts';
import { bodyOf } from './writing/body.ts';

/** Who asks for his rights has them all: the token of the kubeconfig is the only one. Null: not such a question. */
export function answerAccess(steps: readonly string[], request: ApiRequest): ApiResponse | null {
  const path = steps.join('/');
  const answer = request.method === 'POST' && Object.hasOwn(answers, path) ? answers[path] : undefined;
  if (answer === undefined) return null;
  const body = bodyOf(request, answer.kind);
  if (!body.ok) return body.response;
  const apiVersion = path.startsWith('apis/authentication') ? 'authentication.k8s.io/v1' : 'authorization.k8s.io/v1';
  const spec = member(body.value, 'spec') ?? {};
  const status = request.impersonates === '' || answer.kind !== 'SelfSubjectAccessReview' ? answer.status : { allowed: false };
  return json({ kind: answer.kind, apiVersion, metadata: {}, spec, status }, 201);
}

interface Answer {
  readonly kind: string;
  readonly status: JsonObject;
}

/** What an administrator may do, and with it what everyone may who is known (rbac bootstrap policy). */
const everything = {
  resourceRules: [
    { verbs: ['*'], apiGroups: ['*'], resources: ['*'] },
    { verbs: ['create'], apiGroups: ['authorization.k8s.io'], resources: ['selfsubjectaccessreviews', 'selfsubjectrulesreviews'] },
    { verbs: ['create'], apiGroups: ['authentication.k8s.io'], resources: ['selfsubjectreviews'] },
  ],
  nonResourceRules: [
    { verbs: ['*'], nonResourceURLs: ['*'] },
    {
      verbs: ['get'],
      nonResourceURLs: [
        ...['/api', '/api/*', '/apis', '/apis/*', '/healthz', '/livez', '/openapi', '/openapi/*', '/readyz', '/version', '/version/'],
      ],
    },
    { verbs: ['get'], nonResourceURLs: ['/healthz', '/livez', '/readyz', '/version', '/version/'] },
  ],
  incomplete: false,
};

const answers: Readonly<Record<string, Answer>> = {
  'apis/authorization.k8s.io/v1/selfsubjectaccessreviews': { kind: 'SelfSubjectAccessReview', status: { allowed: true } },
  'apis/authorization.k8s.io/v1/selfsubjectrulesreviews': { kind: 'SelfSubjectRulesReview', status: everything },
  'apis/authentication.k8s.io/v1/selfsubjectreviews': {
    kind: 'SelfSubjectReview',
    status: { userInfo: { username: 'daemonscope', groups: ['system:masters', 'system:authenticated'] } },
  },
};
