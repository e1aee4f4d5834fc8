import assert from 'node:assert/strict';
import { contentSecurityPolicy, panelPage } from './page.ts';

const parts = {
  nonce: 'abc123',
  cspSource: 'https://*.vscode-cdn.net',
  script: 'https://host/dist/panel.js',
  styles: 'https://host/dist/panel.css',
  worker: 'https://host/dist/panel-worker.js',
  canOpenTerminal: true,
  language: 'ko',
  title: 'Rollout',
};

describe('the page of the panel', () => {
  it('may load only our own files, run only our own script, and start a worker from a Blob', () => {
    assert.equal(
      contentSecurityPolicy(parts),
      "default-src 'none'; script-src 'nonce-abc123'; worker-src blob:; connect-src https://*.vscode-cdn.net; " +
        'style-src https://*.vscode-cdn.net; img-src https://*.vscode-cdn.net data:; font-src https://*.vscode-cdn.net',
    );
  });

  it('allows nothing unsafe and has nothing inline', () => {
    const page = panelPage(parts);
    assert.doesNotMatch(page, /unsafe-/);
    assert.doesNotMatch(page, /\sstyle=|\son\w+=|<style/);
    assert.deepEqual(
      [...page.matchAll(/<script\b([^>]*)>([^<]*)/g)].map(match => [match[1]?.includes('nonce="abc123"'), match[2]]),
      [[true, '']],
    );
  });

  it('is not broken by what it is made of', () => {
    const page = panelPage({ ...parts, title: '"><script>alert(1)</script>', language: '"onload="x' });
    assert.equal([...page.matchAll(/<script\b/g)].length, 1);
    assert.match(page, /lang="&quot;onload=&quot;x"/);
  });
});
