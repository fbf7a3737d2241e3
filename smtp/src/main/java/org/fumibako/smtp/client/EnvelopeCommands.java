// SPDX-License-Identifier: Apache-2.0
package org.fumibako.smtp.client;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.fumibako.model.BodyType;
import org.fumibako.smtp.client.wire.Capabilities;
import org.fumibako.smtp.client.wire.XtextEncoder;

/** Writes MAIL and RCPT with the parameters that the server offers to understand (RFC 5321 §4.1.1.11). */
final class EnvelopeCommands {
    private final Transmission transmission;
    private final Capabilities offered;

    EnvelopeCommands(Transmission transmission, Capabilities offered) {
        this.transmission = transmission;
        this.offered = offered;
    }

    String mail(Passage.Open passage) {
        StringBuilder line = new StringBuilder("MAIL FROM:<");
        transmission.sender().ifPresent(line::append);
        line.append('>');
        if (offered.declaresSize()) {
            line.append(" SIZE=").append(passage.size());
        }
        passage.body()
                .map(BodyType::keyword)
                .ifPresent(body -> line.append(" BODY=").append(body));
        if (passage.smtpUtf8()) {
            line.append(" SMTPUTF8");
        }
        if (offered.dsn()) {
            transmission.ret().ifPresent(ret -> line.append(" RET=").append(ret));
            transmission
                    .envelopeId()
                    .flatMap(XtextEncoder::encode)
                    .ifPresent(id -> line.append(" ENVID=").append(id));
        }
        return line.toString();
    }

    String rcpt(Recipient recipient) {
        StringBuilder line =
                new StringBuilder("RCPT TO:<").append(recipient.address()).append('>');
        if (offered.dsn()) {
            if (!recipient.notifyOn().isEmpty()) {
                line.append(" NOTIFY=").append(occasions(recipient));
            }
            originalRecipient(recipient)
                    .ifPresent(address -> line.append(" ORCPT=").append(address));
        }
        return line.toString();
    }

    private static String occasions(Recipient recipient) {
        return recipient.notifyOn().stream().sorted().map(Enum::name).collect(Collectors.joining(","));
    }

    /** The address's type is an atom and stays as it is (RFC 3461 §4.2). */
    private static Optional<String> originalRecipient(Recipient recipient) {
        return recipient.originalRecipient().flatMap(typed -> {
            int end = typed.indexOf(';');
            return end < 1
                    ? Optional.empty()
                    : XtextEncoder.encode(typed.substring(end + 1))
                            .map(address -> typed.substring(0, end).toLowerCase(Locale.ROOT) + ";" + address);
        });
    }
}
