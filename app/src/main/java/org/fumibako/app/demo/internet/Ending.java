// SPDX-License-Identifier: Apache-2.0
package org.fumibako.app.demo.internet;

import java.util.Locale;
import java.util.Optional;
import org.fumibako.model.EmailAddress;

/** How the name of a recipient may end ({@code somebody-full}), and what becomes of mail to it then. */
enum Ending {
    FULL("refused, the mailbox is full: 552 5.2.2"),
    UNKNOWN("refused, there is nobody of that name: 550 5.1.1"),
    GREYLIST("put off the first time, then taken: 450 4.7.1"),
    BUSY("the first time the server says 421 and hangs up, then it takes it"),
    LATER("put off for ever: 450 4.2.1"),
    UNPROVEN("refused as if nothing proved its author: 550 5.7.26"),
    BULK("refused, bulk mail has to offer one-click unsubscribe: 550 5.7.29"),
    HANG_RCPT("the server never answers RCPT"),
    HANG_DATA("the server never answers DATA"),
    HANG_DOT("the server never answers the message"),
    DROP("taken, but the first time the server hangs up instead of saying so: a duplicate"),
    BOUNCE("taken, and an error mail comes back"),
    REPLY("taken, and answered");

    private final String what;

    Ending(String what) {
        this.what = what;
    }

    /** The ending as it is written, without what separates it from the name. */
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What becomes of the mail, for people. */
    String what() {
        return what;
    }

    static Optional<Ending> of(EmailAddress recipient) {
        String name = recipient.localPart().toLowerCase(Locale.ROOT).replace('+', '-');
        for (Ending ending : values()) {
            if (name.equals(ending.word()) || name.endsWith("-" + ending.word())) {
                return Optional.of(ending);
            }
        }
        return Optional.empty();
    }
}
