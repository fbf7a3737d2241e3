// SPDX-License-Identifier: Apache-2.0
package org.fumibako.mailauth.message;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.fumibako.model.Content;

/**
 * One message, its header taken apart, its body hashed once in every form that is asked for. Whoever made the content closes
 * it; one view serves all checks of a message, in one thread.
 */
public final class MessageView {
    /** Octets of header that are read: what {@code mime} reads, so that no field is seen there and missed here. */
    public static final int MAX_HEADER = 262_144;

    /** Fields that are read; see {@link #MAX_HEADER}. */
    public static final int MAX_FIELDS = 1_000;

    private static final int FIRST_READ = 16_384;
    private static final int READ = 16_384;

    private final Content content;
    private final HeaderFields header;
    private final int bodyOffset;
    private final boolean complete;
    private final Map<BodyForm, BodyHash> hashes = new HashMap<>();

    private MessageView(Content content, byte[] head, int headerEnd, int bodyOffset) {
        this.content = content;
        this.bodyOffset = bodyOffset;
        HeaderFields fields = new HeaderFields(head, headerEnd, MAX_FIELDS + 1);
        this.complete = headerEnd <= MAX_HEADER && fields.size() <= MAX_FIELDS;
        this.header = fields;
    }

    /** Reads the header. */
    public static MessageView of(Content content) throws IOException {
        byte[] head = read(content, FIRST_READ);
        int body = bodyOffset(head);
        if (body < 0 && head.length < content.size()) {
            head = read(content, MAX_HEADER + 1);
            body = bodyOffset(head);
        }
        int bodyOffset = body < 0 ? head.length : body;
        return new MessageView(content, head, bodyOffset, bodyOffset);
    }

    public HeaderFields header() {
        return header;
    }

    /**
     * Whether the whole header was read: not more than {@link #MAX_HEADER} octets and {@link #MAX_FIELDS} fields. When it was
     * not, nothing can be said about a signature, for what it signs may lie beyond.
     */
    public boolean complete() {
        return complete;
    }

    /** The hash of the body in one form; read now unless {@link #hashBody} has done it. */
    public BodyHash bodyHash(BodyForm form) throws IOException {
        hashBody(List.of(form));
        return Objects.requireNonNull(hashes.get(form));
    }

    /** Hashes the body in all of these forms while it is read once. */
    public void hashBody(Collection<BodyForm> forms) throws IOException {
        Map<BodyForm, BodyDigest> digests = new HashMap<>();
        Map<Canonicalization, List<BodyDigest>> byForm = new EnumMap<>(Canonicalization.class);
        for (BodyForm form : forms) {
            if (!hashes.containsKey(form) && !digests.containsKey(form)) {
                BodyDigest digest = new BodyDigest(form.limit());
                digests.put(form, digest);
                byForm.computeIfAbsent(form.canonicalization(), any -> new ArrayList<>(2))
                        .add(digest);
            }
        }
        if (!digests.isEmpty()) {
            List<BodyCanonicalizer> canonicalizers = new ArrayList<>(2);
            byForm.forEach((form, all) -> canonicalizers.add(new BodyCanonicalizer(form, all)));
            readBody(canonicalizers);
            digests.forEach((form, digest) -> hashes.put(form, digest.finish()));
        }
    }

    private void readBody(List<BodyCanonicalizer> canonicalizers) throws IOException {
        byte[] buffer = new byte[Math.clamp(content.size() - bodyOffset, 1, READ)];
        try (InputStream in = content.open(bodyOffset, Long.MAX_VALUE)) {
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                for (BodyCanonicalizer canonicalizer : canonicalizers) {
                    canonicalizer.update(buffer, 0, count);
                }
            }
        }
        canonicalizers.forEach(BodyCanonicalizer::finish);
    }

    /** The first octets; those of a small message in memory are not copied, and nobody changes them. */
    private static byte[] read(Content content, int most) throws IOException {
        if (content.size() <= most) {
            return content.bytes();
        }
        try (InputStream in = content.open(0, most)) {
            return in.readAllBytes();
        }
    }

    /** Behind the first empty line; -1 when there is none. */
    private static int bodyOffset(byte[] head) {
        boolean empty = true;
        for (int i = 0; i < head.length; i++) {
            if (head[i] == '\n') {
                if (empty) {
                    return i + 1;
                }
                empty = true;
            } else if (head[i] != '\r' || i + 1 == head.length || head[i + 1] != '\n') {
                empty = false;
            }
        }
        return -1;
    }
}
