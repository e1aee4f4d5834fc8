import assert from 'node:assert/strict';
import { agent, rollingUpdate } from '../../test/golden/rollout.ts';
import type { JsonObject, JsonValue } from '../base/json.ts';
import { editKindText, editOf, strategyText } from './editKind.ts';
import { yamlLine } from './mend.ts';

const fields = (from: JsonObject, to: JsonObject): string[] =>
  editOf(from, to).fields.map(field => `${field.scope}: ${field.name} ${field.from} → ${field.to} @ ${field.path}`);

const spec = 'spec.template.spec';

describe('an edit', () => {
  it('is the field that differs, in a person’s words', () => {
    assert.deepEqual(fields(agent(), agent({ env: 'debug' })), [`template: env LEVEL info → debug @ ${spec}.containers[0].env[0].value`]);
    assert.deepEqual(fields(agent(), agent({ image: 'r.example.com:5000/x/agent:2@sha256:ab' })), [
      `template: image agent:1.0 → agent:2@sha256:ab @ ${spec}.containers[0].image`,
    ]);
    assert.deepEqual(fields(agent(), agent({ spec: { minReadySeconds: 30 } })), ['strategy: minReadySeconds  → 30 @ spec.minReadySeconds']);
    assert.deepEqual(fields(agent(), agent({ strategy: { type: 'OnDelete' } })), [
      'strategy: type RollingUpdate → OnDelete @ spec.updateStrategy.type',
    ]);
    assert.deepEqual(fields(agent(), agent({ pod: { hostNetwork: true } }))[0], `template: hostNetwork  → true @ ${spec}.hostNetwork`);
  });

  it('names the container when there are several', () => {
    const two = (tag: string): JsonObject => {
      const [one] = [agent()];
      const containers: JsonValue = [
        { name: 'a', image: 'a:1' },
        { name: 'b', image: `b:${tag}` },
      ];
      return { ...one, spec: { ...(one.spec as JsonObject), template: { metadata: {}, spec: { containers } } } };
    };
    assert.deepEqual(fields(two('1'), two('2')), [`template: image of b b:1 → b:2 @ ${spec}.containers[1].image`]);
  });

  it('is a placement edit where only placement differs, a template edit where more does', () => {
    const selector = { nodeSelector: { disk: 'ssd' } };
    assert.equal(editOf(agent(), agent({ pod: selector })).kind, 'placement');
    assert.equal(editOf(agent(), agent({ pod: selector, env: 'debug' })).kind, 'template');
    assert.equal(editOf(agent(), agent({ pod: { affinity: { podAntiAffinity: {} } } })).kind, 'template');
    assert.equal(editOf(agent(), agent({ pod: { affinity: { nodeAffinity: {} } } })).kind, 'placement');
  });

  it('is none where a default is written out, a status came along or keys are in another order', () => {
    assert.equal(editOf(agent(), agent({ strategy: rollingUpdate(1) })).kind, 'none');
    assert.equal(editOf(agent(), { ...agent(), status: { numberReady: 1 } }).kind, 'none');
    const live = { ...agent(), metadata: { ...(agent().metadata as JsonObject), uid: 'x', generation: 4, managedFields: [] } };
    assert.equal(editOf(live, agent()).kind, 'none');
    assert.equal(editOf(agent(), { ...agent(), metadata: { ...(agent().metadata as JsonObject), labels: { a: 'b' } } }).kind, 'metadata');
  });

  it('tells old pods from new ones in a word, where one is there', () => {
    const { oldWord, newWord } = editOf(agent(), agent({ env: 'debug' }));
    assert.deepEqual([oldWord, newWord], ['LEVEL=info', 'LEVEL=debug']);
    assert.equal(editOf(agent(), agent({ pod: { hostNetwork: true } })).oldWord, '');
  });

  it('has a word and a picture for its kind', () => {
    assert.deepEqual(editKindText(editOf(null, agent())), { icon: 'add', kind: 'first apply' });
    const byHand = { strategy: { type: 'OnDelete' } };
    assert.equal(editKindText(editOf(agent(byHand), agent({ ...byHand, env: 'x' }))).kind, 'template edit, OnDelete: does not roll');
    assert.equal(strategyText({ type: 'RollingUpdate', maxUnavailable: 0, maxSurge: '10%' }), 'maxSurge 10%');
  });

  it('takes any JSON', () => {
    const odd: JsonValue[] = [null, 7, 'x', [], {}, [null], { containers: 'x' }, JSON.parse('{"__proto__": {"a": 1}, "constructor": []}')];
    for (const from of odd) for (const to of odd) assert.ok(editOf({ spec: from }, { spec: to, metadata: from }).strategyText !== '');
  });
});

describe('a value as YAML in one line', () => {
  it('quotes only what would not read as the same text', () => {
    assert.equal(
      yamlLine({ type: 'RollingUpdate', rollingUpdate: { maxUnavailable: '10%', maxSurge: 0 } }),
      '{ type: RollingUpdate, rollingUpdate: { maxUnavailable: 10%, maxSurge: 0 } }',
    );
    assert.equal(
      yamlLine(['yes', 'no', 'null', '1', '1e3', 'a: b', '- x', '', ' x', '#', 'v1.2/3']),
      '["yes", "no", "null", "1", "1e3", "a: b", "- x", "", " x", "#", v1.2/3]',
    );
    assert.equal(yamlLine([null, true, 1.5, [], {}]), '[null, true, 1.5, [], {}]');
  });
});
