// SPDX-License-Identifier: Apache-2.0
import { answer, api, type components } from '../../api';

type Remedy = components['schemas']['RemedyView'];
type Path = Parameters<typeof api.POST>[0];

/** Any call that the server offered: which one it is, its types cannot know. */
function call(method: string, path: string, body: string | null): Promise<unknown> {
  const init = { params: {}, ...(body !== null && { body: JSON.parse(body) }) };
  const methods = { POST: api.POST, PUT: api.PUT, PATCH: api.PATCH, DELETE: api.DELETE } as unknown as Record<
    string,
    (path: Path, init: unknown) => ReturnType<typeof api.POST>
  >;
  const send = methods[method];
  return send ? answer(send(path as Path, init) as never) : Promise.reject(new Error(method));
}

/** Does what the remedy says, and gives what takes it back; undefined when nothing does. */
export async function callRemedy(remedy: Remedy): Promise<(() => Promise<unknown>) | undefined> {
  const done = (await call(remedy.method ?? '', remedy.path ?? '', remedy.body)) as { undo?: number | null };
  if (typeof done?.undo === 'number') {
    const undo = done.undo;
    return () => answer(api.POST('/api/undo/{undo}', { params: { path: { undo: String(undo) } } }));
  }
  const back = remedy.back;
  if (back === null) {
    return undefined;
  }
  const path = back.path.replace('{new}', String(newest(done)));
  return () => call(back.method, path, back.body);
}

/** The highest id in the lists of an answer: what was just made. */
export function newest(answered: unknown): number {
  const lists = Object.values(answered ?? {}).filter(Array.isArray);
  return Math.max(0, ...lists.flat().map((one: { id?: number }) => one?.id ?? 0));
}
