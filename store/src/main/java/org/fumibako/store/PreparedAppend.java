// SPDX-License-Identifier: Apache-2.0
package org.fumibako.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.fumibako.mime.MessageSummary;
import org.fumibako.store.pack.StoredContent;

/** An append with all the work done that needs no transaction. */
record PreparedAppend(Append append, StoredContent content, MessageSummary summary) {
    /** {@code summary} is made such that both engines can keep its texts. */
    static PreparedAppend of(Append append, StoredContent content) {
        return new PreparedAppend(append, content, storable(append.summary()));
    }

    /** The thread that the message belongs to; by itself when nothing names one. */
    long threadId(long contentId) {
        return threadId(summary, contentId);
    }

    static long threadId(MessageSummary summary, long contentId) {
        return summary.threadRoot().isEmpty() ? contentId : hash(summary.threadRoot());
    }

    /** 63 bits of a digest: equal roots give equal threads on every node, without a table. */
    private static long hash(String threadRoot) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(threadRoot.getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(digest).getLong() & Long.MAX_VALUE;
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    static MessageSummary storable(MessageSummary summary) {
        return new MessageSummary(
                summary.envelope(),
                summary.structure(),
                storable(summary.preview()),
                storable(summary.subject()),
                storable(summary.messageId()),
                storable(summary.threadRoot()),
                storable(summary.references()));
    }

    /** PostgreSQL keeps no U+0000, and UTF-8 no half of a surrogate pair. */
    private static String storable(String text) {
        boolean clean = true;
        for (int i = 0; i < text.length() && clean; i++) {
            clean = text.charAt(i) != 0 && !Character.isSurrogate(text.charAt(i));
        }
        if (clean) {
            return text;
        }
        StringBuilder kept = new StringBuilder(text.length());
        text.codePoints()
                .map(point -> point == 0 || Character.getType(point) == Character.SURROGATE ? 0xfffd : point)
                .forEach(kept::appendCodePoint);
        return kept.toString();
    }
}
