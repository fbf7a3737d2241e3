// SPDX-License-Identifier: Apache-2.0
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { TestProject } from 'vitest/node';

/** What `demo.json` says. */
export interface Demo {
  readonly ports: Readonly<Record<string, number>>;
  readonly operator: Login;
  readonly customer: Login;
  readonly domain: string;
  readonly accounts: readonly { address: string; password: string }[];
}

export interface Login {
  readonly login: string;
  readonly password: string;
}

declare module 'vitest' {
  export interface ProvidedContext {
    demo: Demo;
  }
}

/** Longest that a start may take, with building the start-up cache, in ms. */
const PATIENCE = 300_000;

/** Below the ports that systems give to connections going out. */
const PORT_BASE = '27000';

/** Starts the demo in a directory of its own, or takes the one that `FUMIBAKO_DEMO` (a directory) names. */
export default async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  const running = process.env.FUMIBAKO_DEMO;
  if (running) {
    project.provide('demo', await answering(join(running, 'demo.json')));
    return undefined;
  }
  const directory = mkdtempSync(join(tmpdir(), 'fumibako-web-'));
  const server = spawn(
    join(import.meta.dirname, '../../fumibako'),
    ['demo', '--data', directory, '--port-base', PORT_BASE],
    {
      stdio: ['ignore', 'ignore', 'inherit'],
    },
  );
  project.provide('demo', await answering(join(directory, 'demo.json'), server));
  return async () => {
    const ended = new Promise((resolve) => server.once('exit', resolve));
    server.kill('SIGTERM');
    await ended;
    rmSync(directory, { recursive: true });
  };
}

async function answering(file: string, server?: ChildProcess): Promise<Demo> {
  const until = Date.now() + PATIENCE;
  while (Date.now() < until) {
    if (server && server.exitCode !== null) {
      throw new Error(`the demo ended with ${server.exitCode}`);
    }
    if (existsSync(file)) {
      const demo = JSON.parse(readFileSync(file, 'utf8')) as Demo;
      if (
        await fetch(`http://127.0.0.1:${demo.ports.http}/`).then(
          () => true,
          () => false,
        )
      ) {
        return demo;
      }
    }
    await pause(200);
  }
  throw new Error(`no server answered within ${PATIENCE / 1000} s`);
}
