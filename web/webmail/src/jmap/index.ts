// SPDX-License-Identifier: Apache-2.0
export { Answers, Batch, type Handle, type Invocation, MethodError, type Reference } from './batch';
export { JmapClient, type JmapSession, type Transport } from './client';
export { ask, blobUrl, openSession, overHttp } from './http';
export { browserMemory, forgetEverything } from './memory';
export type { Arguments, MethodName, Patch, QueryChanged, QueryDone, Result, SetDone } from './methods';
export { listen, type States } from './push';
export type * from './types';
