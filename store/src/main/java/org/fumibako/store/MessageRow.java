// SPDX-License-Identifier: Apache-2.0
package org.fumibako.store;

/**
 * What was computed once at arrival; a column that was not asked for is empty.
 *
 * @param envelope ENVELOPE as RFC 9051 §7.5.2 writes it, parentheses included
 * @param structure for {@link org.fumibako.mime.BodyPart#decode}
 * @param preview as RFC 8970 wants it
 */
public record MessageRow(long uid, long contentId, byte[] envelope, byte[] structure, String preview) {}
