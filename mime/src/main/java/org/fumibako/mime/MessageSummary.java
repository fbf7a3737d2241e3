// SPDX-License-Identifier: Apache-2.0
package org.fumibako.mime;

import java.io.IOException;
import org.fumibako.model.Content;

/**
 * What is computed once at arrival so that no listing ever opens a message.
 *
 * @param envelope ENVELOPE in the form of RFC 9051 §7.5.2, ready for the wire
 * @param structure the {@link BodyPart} tree, for {@link BodyPart#decode}
 * @param preview at most 256 characters of what the message says (RFC 8970 §3)
 * @param subject decoded, at most 500 characters, for people
 * @param messageId the Message-ID without brackets, or empty
 * @param threadRoot the Message-ID that names the thread: the first of References, else of In-Reply-To, else its own
 * @param references what the message refers to, as {@link MessageIds#all} reads it: ids separated by spaces, the parent last
 */
public record MessageSummary(
        byte[] envelope,
        byte[] structure,
        String preview,
        String subject,
        String messageId,
        String threadRoot,
        String references) {
    /** Characters of a subject that are kept. */
    public static final int MAX_SUBJECT = 500;

    /** Octets of a Message-ID that are kept: as many as a line of a message has (RFC 5322 §2.1.1). */
    public static final int MAX_MESSAGE_ID = 998;

    /** References that are kept. Programs that write mail cut their list at 10 to 50; what is older adds nothing to a thread. */
    public static final int MAX_REFERENCES = 100;

    /** Reads the message once, and the beginning of its first text once more for the preview. */
    public static MessageSummary of(Content message) throws IOException {
        return of(message, MimeLimits.DEFAULT);
    }

    /** Like {@link #of(Content)} with other limits. */
    public static MessageSummary of(Content message, MimeLimits limits) throws IOException {
        try (StructureReader reader = new StructureReader(OctetWindow.over(message), limits)) {
            StructureReader.Structure structure = reader.read();
            Headers headers = structure.headers();
            String messageId = MessageIds.first(headers, "Message-ID");
            return new MessageSummary(
                    structure.envelope(),
                    structure.root().encode(),
                    Preview.of(message, structure.root()),
                    subject(headers),
                    messageId,
                    threadRoot(headers, messageId),
                    MessageIds.references(headers));
        }
    }

    private static String subject(Headers headers) {
        String subject = headers.first("Subject").map(HeaderText::decode).orElse("");
        if (subject.length() <= MAX_SUBJECT) {
            return subject;
        }
        int end = Character.isHighSurrogate(subject.charAt(MAX_SUBJECT - 1)) ? MAX_SUBJECT - 1 : MAX_SUBJECT;
        return subject.substring(0, end);
    }

    private static String threadRoot(Headers headers, String messageId) {
        String root = MessageIds.first(headers, "References");
        if (root.isEmpty()) {
            root = MessageIds.first(headers, "In-Reply-To");
        }
        return root.isEmpty() ? messageId : root;
    }
}
