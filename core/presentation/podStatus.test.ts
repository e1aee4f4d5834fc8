import assert from 'node:assert/strict';
import { podFrom, type RecordedRows, recorded, timeFrom } from '../../test/golden/recordings.ts';
import type { ContainerState, ContainerStatus, Pod } from '../kubernetes/objects/pod.ts';
import type { Container } from '../kubernetes/objects/podTemplate.ts';
import { podStatus } from './podStatus.ts';

const running: ContainerState = { kind: 'running', startedAt: 0 };
const waiting = (reason: string): ContainerState => ({ kind: 'waiting', reason });
const ended = (exitCode: number, reason = ''): ContainerState => ({ kind: 'terminated', exitCode, reason, finishedAt: 0 });

function status(state: ContainerState, more: Partial<ContainerStatus> = {}): ContainerStatus {
  return { name: 'c', ready: false, started: false, restartCount: 0, state, lastFinishedAt: null, ...more };
}

const up = status(running, { ready: true, started: true });
const sample = podFrom(recorded<RecordedRows>('pods').objects[0]!, timeFrom('2026-11-23T12:04:37Z'));

interface Parts {
  readonly init?: readonly (readonly [ContainerStatus, 'sidecar' | 'once'])[];
  readonly main: readonly ContainerStatus[];
  readonly pod?: Partial<Pod>;
}

function podOf({ init = [], main, pod = {} }: Parts): Pod {
  const container = sample.spec.containers[0] as Container;
  return {
    ...sample,
    spec: {
      ...sample.spec,
      initContainers: init.map(([, kind]) => ({ ...container, sidecar: kind === 'sidecar' })),
      containers: main.map(() => container),
    },
    initContainerStatuses: init.map(([one]) => one),
    containerStatuses: main,
    ready: null,
    ...pod,
  };
}

const line = (parts: Parts): string => {
  const { ready, status: text, restarts } = podStatus(podOf(parts), 100_000);
  return `${ready} ${text} ${restarts}`;
};

/** Each line is what printPod of pkg/printers/internalversion makes of such a pod. */
describe('READY, STATUS and RESTARTS of a pod', () => {
  it('takes the phase, then what containers say, the first of them last', () => {
    assert.equal(line({ main: [up] }), '1/1 Running 0');
    assert.equal(line({ main: [status(waiting('ContainerCreating'))], pod: { phase: 'Pending' } }), '0/1 ContainerCreating 0');
    assert.equal(line({ main: [status(waiting('A')), status(waiting('B'))] }), '0/2 A 0');
    assert.equal(line({ main: [up, status(waiting('CrashLoopBackOff'))] }), '1/2 CrashLoopBackOff 0');
    assert.equal(line({ main: [status(ended(1, 'Error'))] }), '0/1 Error 0');
    assert.equal(line({ main: [status(ended(3))] }), '0/1 ExitCode:3 0');
    assert.equal(line({ main: [], pod: { phase: 'Failed', reason: 'Evicted' } }), '0/0 Evicted 0');
  });

  it('says Completed only when nothing runs any more', () => {
    assert.equal(line({ main: [status(ended(0, 'Completed'))] }), '0/1 Completed 0');
    const both = [status(ended(0, 'Completed')), up];
    assert.equal(line({ main: both, pod: { ready: { ready: true, since: 0 } } }), '1/2 Running 0');
    assert.equal(line({ main: both, pod: { ready: { ready: false, since: 0 } } }), '1/2 NotReady 0');
  });

  it('shows the first init container that is not done', () => {
    const main = [status(waiting('PodInitializing'))];
    const done = status(ended(0));
    assert.equal(line({ init: [[status(running), 'once']], main }), '0/1 Init:0/1 0');
    assert.equal(
      line({
        init: [
          [done, 'once'],
          [status(waiting('PodInitializing')), 'once'],
        ],
        main,
      }),
      '0/1 Init:1/2 0',
    );
    assert.equal(line({ init: [[status(waiting('ImagePullBackOff')), 'once']], main }), '0/1 Init:ImagePullBackOff 0');
    assert.equal(line({ init: [[status(ended(1, 'Error')), 'once']], main }), '0/1 Init:Error 0');
    assert.equal(line({ init: [[status(ended(2)), 'once']], main }), '0/1 Init:ExitCode:2 0');
    assert.equal(line({ init: [[done, 'once']], main: [up] }), '1/1 Running 0');
  });

  it('counts sidecars among the containers once they have started', () => {
    assert.equal(line({ init: [[up, 'sidecar']], main: [up] }), '2/2 Running 0');
    assert.equal(line({ init: [[status(running, { started: true }), 'sidecar']], main: [up] }), '1/2 Running 0');
    assert.equal(line({ init: [[status(running), 'sidecar']], main: [status(waiting('PodInitializing'))] }), '0/2 Init:0/1 0');
  });

  it('adds up restarts, and tells when the last end was', () => {
    const again = (restartCount: number, lastFinishedAt: number | null): ContainerStatus => ({ ...up, restartCount, lastFinishedAt });
    assert.equal(line({ main: [again(4, 65_000)] }), '1/1 Running 4 (35s ago)');
    assert.equal(line({ main: [again(1, 10_000), again(2, 90_000)] }), '2/2 Running 3 (10s ago)');
    assert.equal(line({ main: [again(2, null)] }), '1/1 Running 2');
    const init = { ...status(ended(0)), restartCount: 5, lastFinishedAt: 50_000 };
    assert.equal(line({ init: [[init, 'once']], main: [up] }), '1/1 Running 0');
    assert.equal(line({ init: [[again(1, 99_000), 'sidecar']], main: [up] }), '2/2 Running 1 (1s ago)');
    assert.equal(
      line({ init: [[{ ...init, state: waiting('CrashLoopBackOff') }, 'once']], main: [] }),
      '0/0 Init:CrashLoopBackOff 5 (50s ago)',
    );
  });

  it('lets a running deletion override all but a finished pod', () => {
    assert.equal(line({ main: [up], pod: { deletedAt: 1 } }), '1/1 Terminating 0');
    assert.equal(line({ main: [up], pod: { deletedAt: 1, reason: 'NodeLost' } }), '1/1 Unknown 0');
    assert.equal(line({ main: [], pod: { deletedAt: 1, phase: 'Failed', reason: 'Evicted' } }), '0/0 Evicted 0');
  });
});
