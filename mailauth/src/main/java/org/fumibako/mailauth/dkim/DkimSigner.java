// SPDX-License-Identifier: Apache-2.0
package org.fumibako.mailauth.dkim;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.fumibako.mailauth.message.BodyForm;
import org.fumibako.mailauth.message.Canonicalization;
import org.fumibako.mailauth.message.FieldPicker;
import org.fumibako.mailauth.message.HeaderFields;
import org.fumibako.mailauth.message.MessageView;
import org.fumibako.mailauth.message.OctetBuffer;
import org.fumibako.mailauth.message.SignatureText;

/**
 * Signs messages, relaxed/relaxed, with all keys of a domain at once: RSA for everybody, Ed25519 for those who can (RFC 8463
 * §3). Nothing may be changed in a message afterwards but what is put on top. Safe for any number of threads.
 */
public final class DkimSigner {
    /**
     * How long a signature is good: longer than a message waits in any queue (5 days, RFC 5321 §4.5.4.1) and lies in a mailbox
     * that is fetched weekly; after that a message of ours cannot be replayed.
     */
    public static final Duration LIFETIME = Duration.ofDays(14);

    private static final BodyForm BODY = BodyForm.whole(Canonicalization.RELAXED);

    private final InstantSource clock;

    public DkimSigner(InstantSource clock) {
        this.clock = clock;
    }

    /**
     * The signature fields to put on top of a message, one a key, in order, each ending with CRLF. Empty when the header is
     * larger than what is read of it ({@link MessageView#complete}): no such message can be signed. The body is read once.
     */
    public Optional<String> sign(MessageView message, List<DkimKey> keys) throws IOException {
        if (!message.complete() || keys.isEmpty()) {
            return Optional.empty();
        }
        HeaderFields header = message.header();
        List<String> names = SignedFields.of(header);
        OctetBuffer input = new OctetBuffer(2_048);
        new FieldPicker(header).pickAll(names, Canonicalization.RELAXED, input);
        String bodyHash =
                Base64.getEncoder().encodeToString(message.bodyHash(BODY).sha256());
        long now = clock.instant().getEpochSecond();
        StringBuilder fields = new StringBuilder(2_048);
        int shared = input.length();
        for (DkimKey key : keys) {
            SignatureText text = new SignatureText("DKIM-Signature")
                    .tag("v", "1")
                    .tag("a", key.algorithm().token())
                    .tag("c", "relaxed/relaxed")
                    .tag("d", key.domain().ascii())
                    .tag("s", key.selector())
                    .tag("t", Long.toString(now))
                    .tag("x", Long.toString(now + LIFETIME.toSeconds()))
                    .names(names)
                    .tag("bh", bodyHash)
                    .hole();
            input.cut(shared);
            text.canonical(Canonicalization.RELAXED, input);
            fields.append(text.signed(key.sign(input)));
        }
        return Optional.of(fields.toString());
    }
}
