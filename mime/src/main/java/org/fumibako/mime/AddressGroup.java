// SPDX-License-Identifier: Apache-2.0
package org.fumibako.mime;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Addresses of a header field that stand together (RFC 5322 §3.4).
 *
 * @param name of the group, decoded; empty for addresses that are in none
 */
public record AddressGroup(Optional<String> name, List<MailAddress> addresses) {
    public AddressGroup {
        addresses = List.copyOf(addresses);
    }

    /** Takes a raw value as {@link Headers} gives it, at most as much as {@link MimeLimits#addresses}; never fails. */
    public static List<AddressGroup> parse(String raw) {
        return of(AddressListReader.read(raw, MimeLimits.DEFAULT.addresses()));
    }

    /** The addresses of a field of an envelope, which are the same as those of the message's own field. */
    public static List<AddressGroup> of(EnvelopeFields envelope, String field) {
        return of(envelope.addresses(field).stream()
                .map(address -> new AddressEntry(
                        address.name().orElse(null),
                        null,
                        address.mailbox().orElse(null),
                        address.host().orElse(null)))
                .toList());
    }

    private static List<AddressGroup> of(List<AddressEntry> entries) {
        List<AddressGroup> groups = new ArrayList<>(1);
        List<MailAddress> open = new ArrayList<>();
        Optional<String> name = Optional.empty();
        for (AddressEntry entry : entries) {
            if (entry.host() == null) {
                if (!open.isEmpty() || name.isPresent()) {
                    groups.add(new AddressGroup(name, open));
                }
                open = new ArrayList<>();
                name = Optional.ofNullable(entry.mailbox()).map(HeaderText::decode);
            } else {
                open.add(MailAddress.of(entry));
            }
        }
        if (!open.isEmpty() || name.isPresent()) {
            groups.add(new AddressGroup(name, open));
        }
        return groups;
    }
}
