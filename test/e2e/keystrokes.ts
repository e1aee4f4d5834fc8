import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { root } from '../../scripts/vscode-host/paths.mjs';
import { until } from '../kit/eventually.ts';
import { pictureOfFailure, type Window } from '../kit/vscode/window.ts';
import { openFile, textOf } from '../kit/vscode/workbench.ts';
import type { Session } from './session.ts';

/**
 * Examples written from an empty file, key by key. `‹label›` stands for Enter on what completion has in focus, which has to be that; ⏎ ⇥ ⌫ ⎋ for their keys, ⌃ for
 * Ctrl+Space; everything else is typed. `«text»` is no key: the only value that there is, which the editor writes by itself. `most`: the number of keys that
 * it takes; fewer are progress.
 */
const head = '⌃a‹apiVersion›«apps/v1»⏎k‹kind›«DaemonSet»⏎m‹metadata›';
const manuscripts = [
  {
    example: 'no-node/edge-agent.yaml',
    keys: `${head}edge-agent⏎n‹namespace›edge⏎⌫s‹spec›⇥⇥agent⎋⇥edge‹registry.example.com/edge/agent:1.2.0›⏎⌫⌫nodeS‹nodeSelector›example.com/edge: "true"`,
    most: 77,
  },
  {
    example: 'gpu-device-plugin/gpu-device-plugin.yaml',
    keys:
      `${head}gpu-device-plugin⏎n‹namespace›‹kube-system›⏎⌫s‹spec›name⎋⇥⇥device-plugin⎋⇥nv‹nvcr.io/nvidia/k8s-device-plugin:v0.17.1›⏎` +
      `env‹env›FAIL_ON_INIT_ERROR⇥"false"⏎⌫⌫sec‹securityContext›allow‹allowPrivilegeEscalation›f‹false›⏎cap‹capabilities›d‹drop›‹ALL›⏎⌫⌫⌫` +
      `volumeM‹volumeMounts›device-plugin⇥/var/lib/kubelet/device-plugins⏎⌫⌫⌫⌫vol‹volumes›‹device-plugin›⏎h‹hostPath›device-p‹/var/lib/kubelet/device-plugins›⏎⌫⌫⌫` +
      `nodeS‹nodeSelector›nv‹nvidia.com/gpu.present›‹true›⏎⌫tol‹tolerations›nv‹nvidia.com/gpu›⇥E‹Exists›⇥NoS‹NoSchedule›⏎⌫⌫` +
      `pri‹priorityClassName›‹system-node-critical›⏎⌫⌫up‹updateStrategy›‹RollingUpdate›`,
    most: 238,
  },
  {
    example: 'tutorial/fluentd-elasticsearch.yaml',
    keys:
      `${head}fluentd-elasticsearch⏎n‹namespace›‹kube-system›⏎l‹labels›k8s‹k8s-app›⇥fluentd-logging⏎⌫⌫s‹spec›name⎋⇥⇥f‹fluentd-elasticsearch›⇥` +
      `quay.io/fl‹quay.io/fluentd_elasticsearch/fluentd:v2.5.2›⏎env‹env›testenv⇥value⏎⌫⌫res‹resources›‹cpu›‹100m›⏎m‹memory›2‹200Mi›⏎⌫l‹limits›m‹memory›2‹200Mi›⏎⌫⌫` +
      `volumeM‹volumeMounts›varlog⇥/var/log⏎⌫⌫⌫⌫vol‹volumes›‹varlog›⏎h‹hostPath›‹/var/log›⏎⌫⌫⌫ter‹terminationGracePeriodSeconds›‹30›⏎⌫⌫` +
      'up‹updateStrategy›‹RollingUpdate›⏎r‹rollingUpdate›‹1›',
    most: 183,
  },
] as const;

const named: Readonly<Record<string, string>> = { '⏎': 'Enter', '⇥': 'Tab', '⌫': 'Backspace', '⎋': 'Escape', '⌃': 'Control+Space' };

export function keystrokes(session: () => Session): void {
  describe('writing an example with completion alone', function () {
    // Each begins in a window of its own. On a busy machine the workbench now and then shows no suggestions, or comes back without an unsaved text.
    this.retries(2);
    let window: Window;
    beforeEach(async () => {
      const files = Object.fromEntries(manuscripts.map((_, index) => [`new/${index}.yaml`, '']));
      window = await session().open({ files, viewport: { width: 1400, height: 1000 } });
    });
    const picture = pictureOfFailure(() => window);
    afterEach(async function () {
      await picture.call(this);
      await window.close();
    });

    for (const [index, { example, keys, most }] of manuscripts.entries())
      it(`takes ${most} keys for ${example}`, async () => {
        await openFile(window, `new/${index}.yaml`);
        const steps = [...keys.matchAll(/‹([^›]+)›|«([^»]+)»|[^‹«]/g)];
        for (const [step, label, alone] of steps) {
          if (alone !== undefined) await written(window, alone);
          else await (label === undefined ? press(window, step) : take(window, label));
        }
        await window.screenshot(`keystrokes-${path.posix.dirname(example)}`);
        await window.page.keyboard.press('Control+S');
        const wanted: unknown = parse(fs.readFileSync(path.join(root, 'examples', example), 'utf8'));
        const file = path.join(window.folder, 'new', `${index}.yaml`);
        const text = await until(
          'the file is saved',
          () => fs.readFileSync(file, 'utf8'),
          found => found !== '',
        );
        assert.deepEqual(parse(text), wanted, text);
        const pressed = steps.filter(([, , alone]) => alone === undefined).length;
        assert.equal(pressed, most, 'fewer keys are progress: write the new number here');
      });
  });
}

async function press({ page }: Window, key: string): Promise<void> {
  if (key === '⎋') await page.locator('.suggest-widget.visible').waitFor();
  await page.keyboard.press(named[key] ?? key);
  if (key === '⌃') await page.locator('.suggest-widget.visible .monaco-list-row.focused').waitFor();
}

/** Waits until the editor has written a text by itself. */
async function written(window: Window, text: string): Promise<void> {
  await until(
    `the editor writes ${text}`,
    () => textOf(window),
    found => found.trimEnd().endsWith(text),
    8_000,
  );
}

/** Enter on what completion has in focus, once it is what one means. */
async function take({ page }: Window, label: string): Promise<void> {
  const focused = page.locator('.suggest-widget.visible .monaco-list-row.focused .label-name');
  await until(
    `completion has ${label} in focus`,
    async () => ((await focused.count()) === 1 ? focused.innerText() : ''),
    found => found === label,
    8_000,
  );
  await page.keyboard.press('Enter');
}
