// SPDX-License-Identifier: Apache-2.0
package org.fumibako.mime;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The ENVELOPE of a {@link MessageSummary} taken apart again. Texts are raw header text; addresses read {@code name <m@host>}. */
public final class EnvelopeFields {
    private static final List<String> NAMES =
            List.of("date", "subject", "from", "sender", "reply-to", "to", "cc", "bcc", "in-reply-to", "message-id");

    private final byte[] octets;
    private final @Nullable String[] values = new String[NAMES.size()];
    private final List<List<Address>> addresses = new ArrayList<>();
    private int at;

    private EnvelopeFields(byte[] octets) {
        this.octets = octets;
    }

    /** The parts of an address structure (RFC 9051 §7.5.2), raw; of a group's begin only {@code mailbox} is there. */
    public record Address(Optional<String> name, Optional<String> mailbox, Optional<String> host) {}

    /** Reads the wire form of RFC 9051 §7.5.2, as the index holds it. */
    public static EnvelopeFields of(byte[] envelope) {
        EnvelopeFields fields = new EnvelopeFields(envelope);
        fields.at = 1;
        for (int i = 0; i < fields.values.length; i++) {
            List<Address> list = new ArrayList<>(1);
            fields.values[i] = fields.value(list);
            fields.addresses.add(list);
            fields.at++;
        }
        return fields;
    }

    /** Whether an envelope holds the field of this name, in any case. */
    public static boolean holds(String name) {
        return NAMES.contains(name.toLowerCase(Locale.ROOT));
    }

    /** A field; empty when the message has none. */
    public Optional<String> field(String name) {
        return Optional.ofNullable(values[NAMES.indexOf(name.toLowerCase(Locale.ROOT))]);
    }

    /** The first address of a field that holds addresses. */
    public Optional<Address> firstAddress(String name) {
        return addresses(name).stream().findFirst();
    }

    /** All address structures of a field that holds addresses, marks of groups among them; none of another field. */
    public List<Address> addresses(String name) {
        return addresses.get(NAMES.indexOf(name.toLowerCase(Locale.ROOT)));
    }

    private @Nullable String value(List<Address> list) {
        if (octets[at] != '(') {
            return string();
        }
        at++;
        StringBuilder text = new StringBuilder();
        while (octets[at] == '(') {
            Address address = address();
            list.add(address);
            write(address, text);
        }
        at++;
        return text.toString();
    }

    private Address address() {
        at++;
        String name = string();
        at++;
        string();
        at++;
        String mailbox = string();
        at++;
        String host = string();
        at++;
        return new Address(Optional.ofNullable(name), Optional.ofNullable(mailbox), Optional.ofNullable(host));
    }

    private static void write(Address address, StringBuilder into) {
        into.append(into.isEmpty() ? "" : ", ");
        address.name().ifPresent(name -> into.append(name).append(' '));
        into.append('<').append(address.mailbox().orElse(""));
        address.host().ifPresent(host -> into.append('@').append(host));
        into.append('>');
    }

    /** NIL, a quoted string or a literal. */
    private @Nullable String string() {
        return switch (octets[at]) {
            case '"' -> quoted();
            case '{' -> literal();
            default -> {
                at += "NIL".length();
                yield null;
            }
        };
    }

    private String quoted() {
        StringBuilder text = new StringBuilder();
        for (at++; octets[at] != '"'; at++) {
            if (octets[at] == '\\') {
                at++;
            }
            text.append((char) (octets[at] & 0xff));
        }
        at++;
        return text.toString();
    }

    private String literal() {
        int length = 0;
        for (at++; octets[at] != '}'; at++) {
            length = length * 10 + octets[at] - '0';
        }
        at += "}\r\n".length();
        String text = new String(octets, at, length, StandardCharsets.ISO_8859_1);
        at += length;
        return text;
    }
}
