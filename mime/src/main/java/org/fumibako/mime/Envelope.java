// SPDX-License-Identifier: Apache-2.0
package org.fumibako.mime;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes ENVELOPE as RFC 9051 §7.5.2 wants it. Encoded words stay as they are. */
final class Envelope {
    private final Headers headers;
    private final MimeLimits limits;
    private final ImapText out = new ImapText(512);

    private Envelope(Headers headers, MimeLimits limits) {
        this.headers = headers;
        this.limits = limits;
    }

    static byte[] of(Headers headers, MimeLimits limits) {
        return new Envelope(headers, limits).write();
    }

    private byte[] write() {
        List<AddressEntry> from = addresses("From");
        out.plain('(');
        text("Date").plain(' ');
        text("Subject").plain(' ');
        list(from).plain(' ');
        list(orElse("Sender", from)).plain(' ');
        list(orElse("Reply-To", from)).plain(' ');
        list(addresses("To")).plain(' ');
        list(addresses("Cc")).plain(' ');
        list(addresses("Bcc")).plain(' ');
        text("In-Reply-To").plain(' ');
        text("Message-ID").plain(')');
        return out.toByteArray();
    }

    /** An absent field is NIL, an empty one an empty string. */
    private ImapText text(String name) {
        return out.nstring(headers.first(name).orElse(null));
    }

    /** A second field of the name, which RFC 5322 §3.6 forbids but mail has, adds its addresses. */
    private List<AddressEntry> addresses(String name) {
        List<String> values = headers.all(name);
        if (values.size() == 1) {
            return AddressListReader.read(values.getFirst(), limits.addresses());
        }
        List<AddressEntry> entries = new ArrayList<>();
        for (String value : values) {
            if (entries.size() < limits.addresses()) {
                entries.addAll(AddressListReader.read(value, limits.addresses() - entries.size()));
            }
        }
        return entries;
    }

    private List<AddressEntry> orElse(String name, List<AddressEntry> from) {
        List<AddressEntry> own = addresses(name);
        return own.isEmpty() ? from : own;
    }

    private ImapText list(List<AddressEntry> entries) {
        if (entries.isEmpty()) {
            return out.plain("NIL");
        }
        out.plain('(');
        for (AddressEntry entry : entries) {
            out.plain('(');
            part(entry.name()).plain(' ');
            part(entry.route()).plain(' ');
            part(entry.mailbox()).plain(' ');
            part(entry.host()).plain(')');
        }
        return out.plain(')');
    }

    private ImapText part(@Nullable String value) {
        return out.nstring(value);
    }
}
