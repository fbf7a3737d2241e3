// SPDX-License-Identifier: Apache-2.0
package org.fumibako.sieve.tests;

import java.util.Locale;
import java.util.Optional;
import org.fumibako.sieve.SieveException;
import org.fumibako.sieve.compile.Arguments;

/** Which part of an address is compared (RFC 5228 §2.7.4, RFC 5233 §4). */
enum AddressPart {
    ALL,
    LOCALPART,
    DOMAIN,
    USER,
    DETAIL;

    static AddressPart read(Arguments arguments) throws SieveException {
        AddressPart part = ALL;
        int found = 0;
        for (AddressPart each : values()) {
            String extension = each == USER || each == DETAIL ? "subaddress" : "";
            if (arguments.flag(each.name().toLowerCase(Locale.ROOT), extension)) {
                part = each;
                found++;
            }
        }
        if (found > 1) {
            throw arguments.fault("compares one part of an address");
        }
        return part;
    }

    /** Empty when the address has no such part, in which case nothing matches. */
    Optional<String> of(String address) {
        int at = address.lastIndexOf('@');
        String local = at < 0 ? address : address.substring(0, at);
        int plus = local.indexOf('+');
        return switch (this) {
            case ALL -> Optional.of(address);
            case LOCALPART -> Optional.of(local);
            case DOMAIN -> at < 0 ? Optional.empty() : Optional.of(address.substring(at + 1));
            case USER -> Optional.of(plus < 0 ? local : local.substring(0, plus));
            case DETAIL -> plus < 0 ? Optional.empty() : Optional.of(local.substring(plus + 1));
        };
    }
}
