// SPDX-License-Identifier: Apache-2.0
package org.fumibako.mime;

import org.jspecify.annotations.Nullable;

/**
 * One address structure of RFC 9051 §7.5.2, in raw header text. A group begins with an entry whose host is null and ends with
 * one whose mailbox is null too.
 *
 * @param name display name without its quotes, or the comment that stands for it
 * @param route source route with its at-signs ({@code @a,@b}), obsolete
 * @param mailbox local part without its quotes
 * @param host domain; empty where the sender left it out
 */
record AddressEntry(
        @Nullable String name,
        @Nullable String route,
        @Nullable String mailbox,
        @Nullable String host) {
    static AddressEntry groupStart(String name) {
        return new AddressEntry(null, null, name, null);
    }

    static AddressEntry groupEnd() {
        return new AddressEntry(null, null, null, null);
    }

    /** An addr-spec cut at its last at-sign, where {@code EmailAddress} cuts too. */
    static AddressEntry of(@Nullable String name, @Nullable String route, String local, String host) {
        return new AddressEntry(name == null || name.isEmpty() ? null : name, route, local, host);
    }
}
