// SPDX-License-Identifier: Apache-2.0
package org.fumibako.mailauth.dkim;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.fumibako.mailauth.message.BodyForm;
import org.fumibako.mailauth.message.Canonicalization;
import org.fumibako.mailauth.message.FieldPicker;
import org.fumibako.mailauth.message.MessageView;
import org.fumibako.mailauth.message.OctetBuffer;
import org.fumibako.model.Content;
import org.fumibako.model.DomainName;

/** Signs with any tags, good ones and bad ones. */
final class Forge {
    static final DkimKey RSA =
            DkimKey.generate(DomainName.of("example.test"), "rsa", SignatureAlgorithm.RSA_SHA256, new SecureRandom());
    static final DkimKey ED25519 = DkimKey.generate(
            DomainName.of("example.test"), "ed", SignatureAlgorithm.ED25519_SHA256, new SecureRandom());

    /** Tags that are right for {@link #ED25519}. */
    static final String TAGS = "v=1; a=ed25519-sha256; c=relaxed/relaxed; d=example.test; s=ed; h=from:to:subject";

    static final String MESSAGE = String.join(
            "\r\n", "From: Taro <taro@example.test>", "To: hanako@example.test", "Subject: lunch", "", "At  noon?", "");

    private Forge() {}

    static MessageView view(String message) {
        try {
            return MessageView.of(Content.of(message.getBytes(StandardCharsets.ISO_8859_1)));
        } catch (IOException memory) {
            throw new UncheckedIOException(memory);
        }
    }

    /** The message with a signature of these tags on top; what they leave out is taken as the standard says. */
    static String sign(String tags, DkimKey key, String message) {
        return sign("DKIM-Signature: " + tags + "; bh=" + bodyHash(tags, message) + "; b=", tags, key, message);
    }

    /** The same with the text of the field up to the signature. */
    static String sign(String field, String tags, DkimKey key, String message) {
        String unsigned = field + "\r\n" + message;
        MessageView view = view(unsigned);
        OctetBuffer input = new OctetBuffer(64);
        List<String> names = Arrays.stream(tag(tags, "h", "from").split(":", -1))
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .toList();
        Canonicalization form = form(tags, 0);
        new FieldPicker(view(message).header()).pickAll(names, form, input);
        int end = view.header().value(0).length();
        view.header().canonicalWithout(0, end - 2, end, form, input);
        return field + Base64.getEncoder().encodeToString(key.sign(input)) + "\r\n" + message;
    }

    static String bodyHash(String tags, String message) {
        try {
            long limit = Long.parseLong(tag(tags, "l", Long.toString(BodyForm.ALL)));
            byte[] hash =
                    view(message).bodyHash(new BodyForm(form(tags, 1), limit)).sha256();
            return Base64.getEncoder().encodeToString(hash);
        } catch (IOException memory) {
            throw new UncheckedIOException(memory);
        }
    }

    private static Canonicalization form(String tags, int word) {
        return Canonicalization.of((tag(tags, "c", "simple/simple") + "/simple").split("/", -1)[word])
                .orElseThrow();
    }

    private static String tag(String tags, String name, String other) {
        for (String tag : tags.split(";", -1)) {
            if (tag.strip().startsWith(name + "=")) {
                return tag.strip().substring(name.length() + 1).strip();
            }
        }
        return other;
    }
}
