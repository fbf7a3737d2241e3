// SPDX-License-Identifier: Apache-2.0

/** What the server refuses with (RFC 9457), or that it could not be reached: then `status` is 0 and `code` is `unreachable`. */
export class Problem extends Error {
  readonly status: number;
  /** The stable code, for tests and for the evidence; people read `message`. */
  readonly code: string;
  /** The field at fault, when there is one. */
  readonly field: string | undefined;

  constructor(status: number, code: string, message: string, field?: string) {
    super(message);
    this.name = 'Problem';
    this.status = status;
    this.code = code;
    this.field = field;
  }

  get unreachable(): boolean {
    return this.status === 0;
  }
}

/** The problem in a response's body; what is no problem document is named by its status. */
export function problemOf(status: number, body: unknown): Problem {
  if (typeof body === 'object' && body !== null && 'code' in body) {
    const { code, message, detail, field } = body as Record<string, unknown>;
    return new Problem(
      status,
      String(code),
      String(message ?? detail ?? ''),
      typeof field === 'string' && field !== '' ? field : undefined,
    );
  }
  return new Problem(status, 'unexpected', '');
}
