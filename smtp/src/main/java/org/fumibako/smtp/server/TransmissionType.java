// SPDX-License-Identifier: Apache-2.0
package org.fumibako.smtp.server;

/** The word behind {@code with} in a Received field (RFC 3848 §2, RFC 6531 §4.3). */
final class TransmissionType {
    private TransmissionType() {}

    static String of(SmtpService service, SessionState state) {
        boolean utf8 = state.transaction().map(t -> t.parameters().smtpUtf8()).orElse(false);
        String protocol = service.lmtp() ? "LMTP" : utf8 ? "SMTP" : state.extended() ? "ESMTP" : "SMTP";
        return (utf8 ? "UTF8" : "")
                + protocol
                + (state.connection().secure() ? "S" : "")
                + (state.account().isPresent() ? "A" : "");
    }
}
