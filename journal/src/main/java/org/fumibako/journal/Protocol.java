// SPDX-License-Identifier: Apache-2.0
package org.fumibako.journal;

/** The door through which something happened. */
public enum Protocol {
    /** Mail from other servers, port 25. */
    SMTP,
    /** Mail from our own users, ports 587 and 465. */
    SUBMISSION,
    LMTP,
    IMAP,
    POP3,
    /** Panel, webmail and everything else in a browser. */
    WEB,
    /** What accounts sort their mail by. */
    MANAGESIEVE,
    /** The operator's command line. */
    ADMIN,
    /** The server by itself: the Trash sweeper, retention. */
    SYSTEM
}
