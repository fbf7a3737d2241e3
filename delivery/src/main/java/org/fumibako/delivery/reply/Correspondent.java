// SPDX-License-Identifier: Apache-2.0
package org.fumibako.delivery.reply;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.fumibako.delivery.forward.DeliveredTo;
import org.fumibako.delivery.forward.Letter;
import org.fumibako.mailauth.dmarc.DmarcResult;
import org.fumibako.mime.Headers;
import org.fumibako.mime.MailAddress;
import org.fumibako.model.EmailAddress;

/** Whom a message is answered to, or why it is not (RFC 3834 §2, RFC 5230 §4.5 and §4.6). */
sealed interface Correspondent {
    record Person(EmailAddress address) implements Correspondent {}

    record Nobody(String why) implements Correspondent {}

    /** Fields that only lists write (RFC 2369, RFC 2919). */
    List<String> LIST_FIELDS = List.of(
            "List-Id", "List-Help", "List-Subscribe", "List-Unsubscribe", "List-Post", "List-Owner", "List-Archive");

    /** Fields in which an account is addressed (RFC 5230 §4.5). */
    List<String> ADDRESS_FIELDS = List.of("To", "Cc", "Bcc", "Resent-To", "Resent-Cc", "Resent-Bcc");

    /** @param own keys of the account's addresses */
    static Correspondent of(Letter letter, Headers headers, Set<String> own) {
        Optional<EmailAddress> sender = letter.declared().sender();
        if (sender.isEmpty()) {
            return new Nobody("it has no sender: it is a notification");
        }
        Optional<String> machine = machine(headers);
        if (machine.isPresent()) {
            return new Nobody(machine.get());
        }
        if (DeliveredTo.keys(letter.passed()).stream().anyMatch(own::contains)) {
            return new Nobody("it was here before");
        }
        if (!isAddressed(headers, own)) {
            return new Nobody("it does not name the account among its recipients");
        }
        return person(sender.get(), letter, headers, own);
    }

    private static Correspondent person(EmailAddress sender, Letter letter, Headers headers, Set<String> own) {
        Optional<EmailAddress> to = isRewritten(sender) ? provenAuthor(letter, headers) : Optional.of(sender);
        if (to.isEmpty()) {
            return new Nobody("it was forwarded, and nothing proves who wrote it");
        }
        if (own.contains(to.get().key())) {
            return new Nobody("it is from the account itself");
        }
        return isRobot(to.get()) ? new Nobody("nobody reads mail to " + to.get()) : new Person(to.get());
    }

    /** By SRS: the address is the forwarder's, and the author is somebody else. */
    private static boolean isRewritten(EmailAddress sender) {
        String local = sender.localPart().toUpperCase(Locale.ROOT);
        return local.matches("SRS[01][=+-].*");
    }

    private static Optional<EmailAddress> provenAuthor(Letter letter, Headers headers) {
        boolean proven = letter.findings()
                .filter(found -> found.dmarc().result() == DmarcResult.PASS)
                .isPresent();
        List<MailAddress> from = headers.first("From").map(MailAddress::parse).orElse(List.of());
        return proven && from.size() == 1 ? from.getFirst().email() : Optional.empty();
    }

    private static boolean isRobot(EmailAddress address) {
        String local = address.localPart().toLowerCase(Locale.ROOT);
        return local.equals("mailer-daemon")
                || local.equals("listserv")
                || local.equals("majordomo")
                || local.startsWith("owner-")
                || local.endsWith("-owner")
                || local.endsWith("-request")
                || local.endsWith("-bounces")
                || local.contains("-bounces+")
                || local.matches("(no|do-?not)[-_.]?reply.*");
    }

    /** Why a message is no person's; empty when nothing says so. */
    private static Optional<String> machine(Headers headers) {
        if (LIST_FIELDS.stream().anyMatch(name -> headers.first(name).isPresent())) {
            return Optional.of("it is from a mailing list");
        }
        String auto = headers.first("Auto-Submitted").orElse("no").strip();
        if (!auto.toLowerCase(Locale.ROOT).matches("no\\b.*")) {
            return Optional.of("it was written by a machine");
        }
        String precedence = headers.first("Precedence").orElse("").strip().toLowerCase(Locale.ROOT);
        if (precedence.equals("bulk") || precedence.equals("list") || precedence.equals("junk")) {
            return Optional.of("it was sent to many");
        }
        String suppress = headers.first("X-Auto-Response-Suppress").orElse("").toLowerCase(Locale.ROOT);
        if (suppress.contains("oof") || suppress.contains("autoreply") || suppress.contains("all")) {
            return Optional.of("it asks for no automatic reply");
        }
        String type = headers.first("Content-Type").orElse("").toLowerCase(Locale.ROOT);
        return type.startsWith("multipart/report") ? Optional.of("it is a notification") : Optional.empty();
    }

    private static boolean isAddressed(Headers headers, Set<String> own) {
        return ADDRESS_FIELDS.stream()
                .flatMap(name -> headers.all(name).stream())
                .flatMap(value -> MailAddress.parse(value).stream())
                .flatMap(address -> address.email().stream())
                .anyMatch(address -> own.contains(address.key()));
    }
}
