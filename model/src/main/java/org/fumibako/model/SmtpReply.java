// SPDX-License-Identifier: Apache-2.0
package org.fumibako.model;

import java.util.Optional;

/**
 * A reply of an SMTP server (RFC 5321 §4.2) with its enhanced code (RFC 2034). {@code text} is for the person at the other
 * end: one or more lines separated by {@code \n}, ASCII, and silent about our configuration.
 */
public record SmtpReply(int code, Optional<EnhancedStatus> status, String text) {
    public SmtpReply {
        if (code < 200 || code > 599) {
            throw new IllegalArgumentException("reply code " + code);
        }
    }

    public static SmtpReply of(int code, String status, String text) {
        return new SmtpReply(code, Optional.of(EnhancedStatus.of(status)), text);
    }

    public static SmtpReply of(int code, String text) {
        return new SmtpReply(code, Optional.empty(), text);
    }

    /** The peer may try the same again later (RFC 5321 §4.2.1). */
    public boolean isTransient() {
        return code / 100 == 4;
    }

    public boolean isPermanent() {
        return code / 100 == 5;
    }

    @Override
    public String toString() {
        return code + status.map(s -> " " + s).orElse("") + " " + text;
    }
}
