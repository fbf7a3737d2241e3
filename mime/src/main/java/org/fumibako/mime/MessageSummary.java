// SPDX-License-Identifier: Apache-2.0
package org.fumibako.mime;

/**
 * What is computed once at arrival so that no listing ever opens a message.
 *
 * @param envelope ENVELOPE in the form of RFC 9051 §7.5.2, ready for the wire
 * @param structure the {@link BodyPart} tree, for {@link BodyPart#decode}
 * @param preview at most 256 characters of what the message says (RFC 8970 §3)
 * @param subject decoded, at most 500 characters, for people
 * @param messageId the Message-ID without brackets, or empty
 * @param threadRoot the Message-ID that names the thread: the first of References, else of In-Reply-To, else its own
 */
public record MessageSummary(
        byte[] envelope, byte[] structure, String preview, String subject, String messageId, String threadRoot) {}
