// SPDX-License-Identifier: Apache-2.0
package org.fumibako.imap.command;

/** What a client turns on, with ENABLE (RFC 5161) or by using it. Never turned off again. */
enum Extension {
    /** RFC 9051 in place of RFC 3501: UTF-8 names, ESEARCH answers, no RECENT. */
    IMAP4REV2,
    /** MODSEQ in every FETCH response (RFC 7162 §3.1). */
    CONDSTORE,
    /** VANISHED in place of EXPUNGE (RFC 7162 §3.2); implies CONDSTORE. */
    QRESYNC,
    /** UTF-8 in quoted strings and names, without the rest of IMAP4rev2 (RFC 6855 §3). */
    UTF8,
    /** UIDs in place of message numbers, everywhere (RFC 9586). */
    UIDONLY,
    /** The client understands METADATA responses that it did not ask for (RFC 5464 §4.4.2); NOTIFY alone makes us send them. */
    METADATA,
    /** The same, of the server's annotations. */
    METADATA_SERVER
}
