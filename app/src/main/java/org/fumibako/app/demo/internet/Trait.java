// SPDX-License-Identifier: Apache-2.0
package org.fumibako.app.demo.internet;

/** What makes a simulated server unlike one that takes everything. */
enum Trait {
    /** DNS names it, and nobody listens there. */
    ABSENT,
    /** Says in its greeting that it takes nothing just now. */
    CLOSED,
    /** Accepts the connection and never says a word. */
    SILENT_AT_CONNECT,
    /** Never answers EHLO. */
    SILENT_AT_EHLO,
    /** Agrees to STARTTLS, and then does not take part in the handshake. */
    SILENT_AT_TLS,
    /** Never answers MAIL. */
    SILENT_AT_MAIL,
    /** Has none of the extensions that came after SIZE. */
    OLD,
    WITHOUT_TLS,
    /** Takes no mail in clear. */
    TLS_ONLY,
    /** Its certificate is somebody else's, from an authority that nobody knows. */
    STRANGE_CERTIFICATE,
    /** Refuses what neither SPF nor DKIM proves to be from its author. */
    PROVES_AUTHORS,
    /** Refuses what SPF and DKIM do not both prove. */
    PROVES_TWICE,
    /** Puts off who writes to somebody for the first time. */
    GREYLISTS,
    /** Takes only so many messages a minute. */
    RATIONS
}
