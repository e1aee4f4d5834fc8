import fs from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';
import { createOnigScanner, createOnigString, loadWASM } from 'vscode-oniguruma';
import { INITIAL, type IRawGrammar, parseRawGrammar, Registry } from 'vscode-textmate';
import { extension } from './window.ts';

export interface Token {
  readonly text: string;
  readonly scopes: readonly string[];
}

interface GrammarEntry {
  readonly scopeName: string;
  readonly path: string;
  readonly injectTo?: readonly string[];
}

/** Splits a YAML text as this VS Code's editor does: with its YAML grammar, and our injections in it. */
export async function tokenize(text: string): Promise<readonly Token[]> {
  const ours = grammarsOf(extension());
  const grammars = new Map([...grammarsOf(yamlExtension()), ...ours].map(entry => [entry.scopeName, entry]));
  await loadWASM(fs.readFileSync(path.join(extension().extensionPath, 'node_modules/vscode-oniguruma/release/onig.wasm')));
  const registry = new Registry({
    onigLib: Promise.resolve({ createOnigScanner, createOnigString }),
    loadGrammar: async scope => load(grammars.get(scope)?.path),
    getInjections: scope => ours.filter(entry => entry.injectTo?.includes(scope)).map(entry => entry.scopeName),
  });
  const grammar = await registry.loadGrammar('source.yaml');
  if (grammar === null) throw new Error('this VS Code has no YAML grammar');
  let state = INITIAL;
  return text.split('\n').flatMap(line => {
    const { tokens, ruleStack } = grammar.tokenizeLine(line, state);
    state = ruleStack;
    return tokens.map(token => ({ text: line.slice(token.startIndex, token.endIndex), scopes: token.scopes }));
  });
}

function yamlExtension(): vscode.Extension<unknown> {
  const found = vscode.extensions.getExtension('vscode.yaml');
  if (found === undefined) throw new Error('this VS Code has no YAML');
  return found;
}

function grammarsOf(of: vscode.Extension<unknown>): readonly GrammarEntry[] {
  const entries: readonly GrammarEntry[] = of.packageJSON.contributes.grammars;
  return entries.map(entry => ({ ...entry, path: path.join(of.extensionPath, entry.path) }));
}

function load(file: string | undefined): IRawGrammar | null {
  return file === undefined ? null : parseRawGrammar(fs.readFileSync(file, 'utf8'), file);
}
