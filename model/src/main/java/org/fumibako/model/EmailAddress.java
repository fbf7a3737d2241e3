// SPDX-License-Identifier: Apache-2.0
package org.fumibako.model;

import java.util.Locale;
import java.util.Optional;

/**
 * A mail address, {@code local-part@domain} (RFC 5321 §4.1.2, RFC 6531 §3.3).
 *
 * <p>{@code localPart} is the unquoted value: {@code "a b"@x} has the local part {@code a b}. Two leniencies that Japanese
 * mobile addresses need: dots may repeat and may stand at either end ({@code a..b@docomo.ne.jp}, {@code a.@ezweb.ne.jp});
 * {@link #toString} writes these quoted, as the standard wants.
 */
public record EmailAddress(String localPart, DomainName domain) {
    /** Octets in a local part (RFC 5321 §4.5.3.1.1). */
    public static final int MAX_LOCAL_PART = 64;

    /** Characters in an address as it is written: a path is 256 with its brackets (RFC 5321 §4.5.3.1.3). */
    public static final int MAX_LENGTH = 254;

    /**
     * Reads an addr-spec: no angle brackets, no comments, no source route, no address literal, no trailing dot,
     * no surrounding space, no character that cannot be seen.
     *
     * @return empty when {@code text} is not exactly one address
     */
    public static Optional<EmailAddress> parse(String text) {
        return AddressParser.parse(text);
    }

    /** Like {@link #parse}, for addresses that the program itself wrote down. */
    public static EmailAddress of(String text) {
        return parse(text).orElseThrow(() -> new IllegalArgumentException("not a mail address: " + text));
    }

    /** The form under which accounts are looked up: local part in lower case. */
    public String key() {
        return localPart.toLowerCase(Locale.ROOT) + "@" + domain.ascii();
    }

    /** The address as it stands in a protocol or header; the local part is quoted where it has to be. */
    @Override
    public String toString() {
        return AddressParser.quoteLocalPart(localPart) + "@" + domain.ascii();
    }
}
