// SPDX-License-Identifier: Apache-2.0
package org.fumibako.mailauth.dkim;

import java.util.ArrayList;
import java.util.List;
import org.fumibako.mailauth.message.HeaderFields;

/** Which fields a signature of ours covers (RFC 6376 §5.4.1). */
public final class SignedFields {
    /**
     * Signed once more than they are there, so that none can be added without breaking the signature (RFC 6376 §8.15). These
     * are what people are shown, what answers are sent to, and what decides how the body is read: a second one of them on top
     * would give a signed message another author, subject, date or face.
     */
    private static final List<String> OVERSIGNED = List.of(
            // Who wrote it, and where an answer goes.
            "from",
            "reply-to",
            // What is shown in a list of messages.
            "subject",
            "date",
            "to",
            "cc",
            // What tells it from other messages; whoever could replace it could file it elsewhere in a thread.
            "message-id",
            // How the body is read: another boundary or type shows other text of the same octets.
            "mime-version",
            "content-type",
            "content-transfer-encoding");

    /**
     * Signed when they are there. A mailing list or a gateway may add what is missing, and a reader loses nothing by it.
     * List-Unsubscribe and its companion must be signed to be believed (RFC 8058 §4).
     */
    private static final List<String> SIGNED = List.of(
            "sender",
            "in-reply-to",
            "references",
            "content-disposition",
            "content-description",
            "content-id",
            "content-language",
            "auto-submitted",
            "list-id",
            "list-help",
            "list-unsubscribe",
            "list-unsubscribe-post",
            "list-subscribe",
            "list-post",
            "list-owner",
            "list-archive");

    private SignedFields() {}

    /** Names for h=, in lower case, a name as often as it counts. */
    public static List<String> of(HeaderFields header) {
        List<String> names = new ArrayList<>(32);
        for (String name : OVERSIGNED) {
            add(name, header.count(name) + 1, names);
        }
        for (String name : SIGNED) {
            add(name, header.count(name), names);
        }
        return names;
    }

    private static void add(String name, int times, List<String> names) {
        for (int i = 0; i < times; i++) {
            names.add(name);
        }
    }
}
