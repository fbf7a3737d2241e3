// SPDX-License-Identifier: Apache-2.0
package org.fumibako.delivery;

import java.net.InetAddress;
import org.fumibako.journal.JournalEvent;
import org.fumibako.journal.JournalEvent.RefusedAbroad.Place;
import org.fumibako.model.SmtpReply;

/**
 * Where the client of an account is, when it may not send from there (requirement A12).
 *
 * @param country ISO 3166-1 alpha-2, empty unless the address has a known one
 */
public record Whereabouts(InetAddress peer, String country, Place place) {
    /** For the person who travels: what we took her place to be, and what opens the door. SMTP has ASCII only. */
    public SmtpReply refusal() {
        String where = switch (place) {
            case ABROAD -> "country " + country;
            case UNKNOWN_COUNTRY -> "an unknown country";
            case PRIVATE_NETWORK -> "a private network";
        };
        return SmtpReply.of(
                550,
                "5.7.1",
                "Sending from abroad is switched off for this account (you are at " + peer.getHostAddress() + ", "
                        + where + "). To send from there, ask for a travel pass or for the switch to be set to OFF in"
                        + " the server panel; webmail works from everywhere."
                        + " / Kaigai kara no soushin wa seigen sarete imasu.");
    }

    /** For the journal. */
    public JournalEvent event(String sender) {
        return new JournalEvent.RefusedAbroad(sender, country, place);
    }
}
