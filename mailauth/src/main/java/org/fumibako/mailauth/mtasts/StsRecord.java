// SPDX-License-Identifier: Apache-2.0
package org.fumibako.mailauth.mtasts;

import java.util.Optional;

/** The TXT record that says that there is a policy, and which version (RFC 8461 §3.1). */
final class StsRecord {
    private static final int MAX_ID = 32;

    private StsRecord() {}

    static Optional<String> id(String text) {
        for (String field : text.split(";", -1)) {
            int equals = field.indexOf('=');
            if (equals > 0 && field.substring(0, equals).strip().equals("id")) {
                return Optional.of(field.substring(equals + 1).strip()).filter(StsRecord::isId);
            }
        }
        return Optional.empty();
    }

    private static boolean isId(String id) {
        return !id.isEmpty()
                && id.length() <= MAX_ID
                && id.chars().allMatch(c -> (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'));
    }
}
