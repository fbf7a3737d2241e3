// SPDX-License-Identifier: Apache-2.0

/** What of the delivery history stands in the address of a page. */
export interface TracePlace {
  /** A part of a subject, an address or a Message-ID. */
  readonly q?: string | undefined;
  /** The message that is open. */
  readonly open?: string | undefined;
  /** Where a later page begins. */
  readonly from?: number | undefined;
}

/** What the server is asked for. */
export interface TraceQuery {
  readonly q?: string | undefined;
  readonly before?: number | undefined;
  readonly limit: number;
}
