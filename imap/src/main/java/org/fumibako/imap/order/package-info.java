// SPDX-License-Identifier: Apache-2.0
/**
 * SORT and THREAD (RFC 5256): found messages are put in order, or gathered into threads. Everything is worked out from the
 * mailbox snapshot and the index; no message is opened.
 *
 * <p>Objects here serve one command on one thread. Time is linear in the messages, but for the sorting itself, whatever their
 * headers say; what is kept of each has a bound.
 */
@org.jspecify.annotations.NullMarked
package org.fumibako.imap.order;
