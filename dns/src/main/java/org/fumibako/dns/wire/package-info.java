// SPDX-License-Identifier: Apache-2.0
/**
 * DNS messages: octets to values and back (RFC 1035 §4). Knows no socket, no zone and no cache.
 *
 * <p>Readers and writers belong to one thread. A reader never leaves the message, and a compression pointer only ever leads
 * back, so a hostile message costs no more than its length; what is wrong with it is a
 * {@link org.fumibako.dns.wire.MalformedMessageException}.
 */
@org.jspecify.annotations.NullMarked
package org.fumibako.dns.wire;
