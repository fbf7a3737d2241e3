// SPDX-License-Identifier: Apache-2.0
package org.fumibako.mime;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fumibako.model.EmailAddress;

/**
 * One address of a header field, for people and for policy.
 *
 * @param name display name, decoded; empty where there is none
 * @param address as it is written, a quoted local part with its quotes; possibly no valid address at all
 */
public record MailAddress(String name, String address) {
    /**
     * The addresses of an address field, those inside groups included, in order. Takes a raw value as {@link Headers} gives it,
     * at most as many as {@link MimeLimits#addresses} by default; never fails.
     */
    public static List<MailAddress> parse(String raw) {
        List<MailAddress> addresses = new ArrayList<>(1);
        for (AddressEntry entry : AddressListReader.read(raw, MimeLimits.DEFAULT.addresses())) {
            if (entry.host() != null && entry.mailbox() != null) {
                addresses.add(of(entry));
            }
        }
        return addresses;
    }

    /** An entry that is no mark of a group. */
    static MailAddress of(AddressEntry entry) {
        String name = entry.name() == null ? "" : HeaderText.decode(entry.name());
        String mailbox = entry.mailbox() == null ? "" : entry.mailbox();
        return new MailAddress(name, specification(mailbox, entry.host() == null ? "" : entry.host()));
    }

    /** The address, if it is one by the grammar that the rest of the program uses. */
    public Optional<EmailAddress> email() {
        return EmailAddress.parse(address);
    }

    private static String specification(String mailbox, String host) {
        String local = international(mailbox);
        return (needsQuotes(local) ? quoted(local) : local) + (host.isEmpty() ? "" : "@" + international(host));
    }

    /** RFC 6532 §3.2 puts UTF-8 into addresses; encoded words have no place in them (RFC 2047 §5) and stay what they are. */
    private static String international(String raw) {
        return HeaderText.withoutControls(MailCharsets.decode(raw.getBytes(StandardCharsets.ISO_8859_1), ""));
    }

    private static boolean needsQuotes(String local) {
        return local.isEmpty() || local.chars().anyMatch(c -> c <= ' ' || "()<>[]:;@\\,\"".indexOf(c) >= 0);
    }

    private static String quoted(String local) {
        return '"' + local.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
