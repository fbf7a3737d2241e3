// SPDX-License-Identifier: Apache-2.0
package org.fumibako.smtp.client;

import java.io.IOException;
import java.util.Optional;
import java.util.OptionalLong;
import org.fumibako.model.BodyType;
import org.fumibako.model.EmailAddress;
import org.fumibako.smtp.client.wire.Capabilities;
import org.fumibako.smtp.client.wire.MessageScan;

/** How a message goes over one session, or why it cannot. */
sealed interface Passage {
    /**
     * @param message what is sent; another one than was given where the next hop takes less
     * @param mendLines whether line ends have to be mended on the way
     * @param size octets on the wire, before dots are stuffed
     * @param body what MAIL says about the body
     */
    record Open(OutgoingMessage message, boolean mendLines, long size, Optional<BodyType> body, boolean smtpUtf8)
            implements Passage {}

    /** The server does not take it like this, now or later. */
    record Closed(String status, String words) implements Passage {}

    /** Finds the passage that changes least. */
    static Passage of(Transmission transmission, OutgoingMessage message, Capabilities offered) throws IOException {
        MessageScan scan = message.scan();
        if (scan.nulInHeader()) {
            return new Closed("5.6.0", "the header of the message has a NUL character, which no server must see");
        }
        boolean utf8Sender = transmission.sender().filter(Passage::needsUtf8).isPresent();
        boolean utf8Header = transmission.smtpUtf8() && scan.eightBitHeader();
        if ((utf8Sender || utf8Header) && !offered.smtpUtf8()) {
            // RFC 6531 §3.5: there is no way to take an address back to ASCII.
            return utf8Sender
                    ? new Closed("5.6.7", "the sender's address is not ASCII, and the server does not offer SMTPUTF8")
                    : new Closed("5.6.9", "the header is in UTF-8, and the server does not offer SMTPUTF8");
        }
        boolean smtpUtf8 = offered.smtpUtf8() && (transmission.smtpUtf8() || utf8Sender || utf8Recipient(transmission));
        return withinSize(encoded(message, offered, smtpUtf8), offered.maxSize());
    }

    /** Whether an address travels under SMTPUTF8 only. */
    static boolean needsUtf8(EmailAddress address) {
        return address.localPart().chars().anyMatch(c -> c >= 0x80);
    }

    private static boolean utf8Recipient(Transmission transmission) {
        return transmission.recipients().stream().anyMatch(recipient -> needsUtf8(recipient.address()));
    }

    private static Passage encoded(OutgoingMessage message, Capabilities offered, boolean smtpUtf8) throws IOException {
        MessageScan scan = message.scan();
        if (message.binary() && offered.binaryMime()) {
            return new Open(message, false, scan.size(), Optional.of(BodyType.BINARY), smtpUtf8);
        }
        if (message.binary() || (scan.eightBit() && !offered.eightBitMime())) {
            return converted(message.sevenBit(), smtpUtf8);
        }
        Optional<BodyType> body = scan.eightBit() ? Optional.of(BodyType.EIGHT_BIT) : Optional.empty();
        return new Open(message, !scan.canonical(), scan.lineSize(), body, smtpUtf8);
    }

    private static Passage converted(OutgoingMessage message, boolean smtpUtf8) {
        MessageScan scan = message.scan();
        return scan.eightBit() || scan.nulInHeader() || scan.nulInBody()
                ? new Closed("5.6.3", "the server takes 7-bit text only, and this message cannot be converted to it")
                : new Open(message, true, scan.lineSize(), Optional.empty(), smtpUtf8);
    }

    private static Passage withinSize(Passage passage, OptionalLong limit) {
        return passage instanceof Open open && limit.isPresent() && open.size() > limit.getAsLong()
                ? new Closed(
                        "5.3.4",
                        "the message has " + open.size() + " octets, and the server takes " + limit.getAsLong()
                                + " at most")
                : passage;
    }
}
