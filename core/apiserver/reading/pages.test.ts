import assert from 'node:assert/strict';
import { askOf, newServer } from '../../../test/kit/apiServer.ts';
import { at, type JsonObject, type JsonValue } from '../../base/json.ts';
import { continueText, readContinue } from './continueToken.ts';

const names = (json: JsonValue): readonly unknown[] =>
  ((at(json, 'items') ?? []) as readonly JsonObject[]).map(one => at(one, 'metadata', 'name'));

describe('pages of a list', () => {
  it('have tokens as the API server makes them', () => {
    const recorded = 'eyJ2IjoibWV0YS5rOHMuaW8vdjEiLCJydiI6MjczOSwic3RhcnQiOiIvY3JlYXRlZC1iaWctNG5ra25cdTAwMDAifQ';
    assert.deepEqual(readContinue(recorded), { version: 2739, after: 'created-big-4nkkn' });
    assert.equal(continueText({ version: 2739, after: 'created-big-4nkkn' }), recorded);
    assert.equal(readContinue('abc'), "continue key is not valid: invalid character 'i' looking for beginning of value");
    assert.equal(readContinue('a+b'), 'continue key is not valid: illegal base64 data at input byte 1');
  });

  it('show the store as it was at the first page, and say 410 when that is forgotten', () => {
    const server = newServer();
    const ask = askOf(server);
    const url = '/api/v1/namespaces/default/configmaps';
    for (const name of ['a', 'b', 'c']) ask('POST', url, { body: { metadata: { name } } });
    const first = ask('GET', `${url}?limit=2`);
    assert.deepEqual([names(first.json), at(first.json, 'metadata', 'remainingItemCount')], [['a', 'b'], 2]);
    ask('DELETE', `${url}/c`);
    ask('POST', url, { body: { metadata: { name: 'd' } } });
    const token = String(at(first.json, 'metadata', 'continue'));
    const second = ask('GET', `${url}?limit=2&continue=${token}`);
    assert.deepEqual(names(second.json), ['c', 'kube-root-ca.crt']);
    assert.equal(at(second.json, 'metadata', 'resourceVersion'), at(first.json, 'metadata', 'resourceVersion'));
    server.log.splice(0, server.log.length - 1);
    const gone = ask('GET', `${url}?limit=2&continue=${token}`);
    assert.deepEqual([gone.status, at(gone.json, 'reason')], [410, 'Expired']);
    const rest = ask('GET', `${url}?limit=2&continue=${String(at(gone.json, 'metadata', 'continue'))}`);
    assert.deepEqual(names(rest.json), ['d', 'kube-root-ca.crt']);
  });

  it('are of one version where a client asks for it exactly', () => {
    const ask = askOf(newServer());
    const url = '/api/v1/namespaces/default/configmaps';
    const made = ask('POST', url, { body: { metadata: { name: 'a' } } });
    ask('DELETE', `${url}/a`);
    const version = String(at(made.json, 'metadata', 'resourceVersion'));
    assert.deepEqual(names(ask('GET', `${url}?resourceVersion=${version}&resourceVersionMatch=Exact`).json), ['a', 'kube-root-ca.crt']);
    assert.equal(ask('GET', `${url}?resourceVersionMatch=Exact`).status, 422);
    assert.equal(ask('GET', `${url}?resourceVersion=${version}&resourceVersionMatch=Roughly`).status, 422);
  });
});
