// SPDX-License-Identifier: Apache-2.0
package org.fumibako.smtp.server.wire;

import java.util.Optional;
import org.fumibako.model.EmailAddress;

/** One command of a client, syntax checked and nothing else. */
public sealed interface SmtpCommand {
    /** RFC 5321 §4.1.1.1. */
    record Helo(String name) implements SmtpCommand {}

    /** RFC 5321 §4.1.1.1. */
    record Ehlo(String name) implements SmtpCommand {}

    /** RFC 2033 §4.1. */
    record Lhlo(String name) implements SmtpCommand {}

    /** RFC 5321 §4.1.1.2; no sender is the null reverse-path {@code <>}. */
    record Mail(Optional<EmailAddress> sender, MailParameters parameters) implements SmtpCommand {}

    /**
     * RFC 5321 §4.1.1.3.
     *
     * @param recipient empty for {@code <postmaster>} without a domain, in any case
     * @param utf8 the address was written with characters above ASCII, which needs SMTPUTF8 at MAIL (RFC 6531 §3.4)
     */
    record Rcpt(Optional<EmailAddress> recipient, RcptParameters parameters, boolean utf8) implements SmtpCommand {}

    /** RFC 5321 §4.1.1.4. */
    record Data() implements SmtpCommand {}

    /** RFC 3030 §2: {@code size} octets follow the line at once. */
    record Bdat(long size, boolean last) implements SmtpCommand {}

    /** RFC 4954 §4; the initial response as it was sent, {@code =} for an empty one. */
    record Auth(String mechanism, Optional<String> initialResponse) implements SmtpCommand {}

    /** RFC 3207 §4. */
    record StartTls() implements SmtpCommand {}

    /** RFC 5321 §4.1.1.5. */
    record Rset() implements SmtpCommand {}

    /** RFC 5321 §4.1.1.6. */
    record Vrfy() implements SmtpCommand {}

    /** RFC 5321 §4.1.1.7. */
    record Expn() implements SmtpCommand {}

    /** RFC 5321 §4.1.1.8. */
    record Help() implements SmtpCommand {}

    /** RFC 5321 §4.1.1.9. */
    record Noop() implements SmtpCommand {}

    /** RFC 5321 §4.1.1.10. */
    record Quit() implements SmtpCommand {}

    /** A command of the standards that we know and do not offer: ETRN, TURN, SEND, SOML, SAML, ATRN. */
    record NotOffered() implements SmtpCommand {}

    /** Not SMTP at all: the start of an HTTP request or of a mail header, sent by something that was tricked into it. */
    record Foreign() implements SmtpCommand {}
}
