// SPDX-License-Identifier: Apache-2.0
import type { Arguments, MethodName, Result } from './methods';

/** A result reference (RFC 8620 §3.7). */
export interface Reference {
  readonly resultOf: string;
  readonly name: string;
  readonly path: string;
}

/** Arguments of which some may be taken from an earlier answer: `#ids` instead of `ids`. */
export type Referring<A> = A & { readonly [K in keyof A & string as `#${K}`]?: Reference };

/** A method call and what it answers with (RFC 8620 §3.2). */
export type Invocation = readonly [name: string, args: Readonly<Record<string, unknown>>, id: string];

/** One call of a batch; knows the type of its answer. */
export class Handle<M extends MethodName> {
  readonly name: M;
  readonly id: string;

  constructor(name: M, id: string) {
    this.name = name;
    this.id = id;
  }

  /** What stands at `path` in this call's answer. */
  ref(path: string): Reference {
    return { resultOf: this.id, name: this.name, path };
  }
}

/** Method calls that travel together and are carried out in their order. */
export class Batch {
  readonly #calls: Invocation[] = [];

  get calls(): readonly Invocation[] {
    return this.#calls;
  }

  add<M extends MethodName>(name: M, args: Referring<Arguments<M>>): Handle<M> {
    const id = String(this.#calls.length);
    this.#calls.push([name, args, id]);
    return new Handle(name, id);
  }
}

/** An error of one method call (RFC 8620 §3.6.2). */
export class MethodError extends Error {
  readonly type: string;

  constructor(type: string, description: string) {
    super(description || type);
    this.name = 'MethodError';
    this.type = type;
  }
}

/** What a batch was answered with. */
export class Answers {
  readonly responses: readonly Invocation[];

  constructor(responses: readonly Invocation[]) {
    this.responses = responses;
  }

  /** The answer of a call; throws the {@link MethodError} that came in its place. */
  of<M extends MethodName>(call: Handle<M>): Result<M> {
    const error = this.error(call);
    if (error) {
      throw error;
    }
    const found = this.responses.find(([name, , id]) => id === call.id && name === call.name);
    if (!found) {
      throw new MethodError('serverFail', `no answer to ${call.name}`);
    }
    return found[1] as Result<M>;
  }

  /** The answer of a call, or undefined when it was refused. */
  ifGood<M extends MethodName>(call: Handle<M>): Result<M> | undefined {
    return this.error(call) ? undefined : this.of(call);
  }

  error(call: Handle<MethodName>): MethodError | undefined {
    const found = this.responses.find(([name, , id]) => id === call.id && name === 'error');
    return found && new MethodError(String(found[1].type), String(found[1].description ?? ''));
  }
}
