// SPDX-License-Identifier: Apache-2.0
package org.fumibako.imap.wire;

import java.time.Duration;

/** Every bound of this module, and why. */
public final class ImapLimits {
    /**
     * Octets of one command before sign-in, literals included. The longest honest one is a SASL response; the connection
     * may cost no more than 64 KB then, buffers included.
     */
    public static final int MAX_COMMAND_BEFORE_LOGIN = 16 << 10;

    /** Octets of one command after sign-in, literals of messages not counted. Clients send sets of 10^5 ranges in one line. */
    public static final int MAX_COMMAND = 1 << 20;

    /** Literals in one command, messages not counted. Nobody writes more; each costs a round trip and an array. */
    public static final int MAX_LITERALS = 200;

    /** Octets of refused non-synchronising literals that are skipped before sign-in; beyond that the connection is closed. */
    public static final long MAX_DISCARDED_BEFORE_LOGIN = 32 << 10;

    /**
     * The same after sign-in: a client that appends too large a message unasked shall read why, which it can only once it
     * has sent all of it.
     */
    public static final long MAX_DISCARDED = 1L << 30;

    /** Messages in one APPEND (RFC 3502): each is a file and a row of one transaction. */
    public static final int MAX_APPENDS = 1000;

    /** Nesting of SEARCH keys. Clients chain OR once for each address they look for. */
    public static final int MAX_SEARCH_DEPTH = 500;

    /** Keys in one SEARCH: each is tried on every message. */
    public static final int MAX_SEARCH_KEYS = 5000;

    /** Sources of one ESEARCH, and names in each: each is compared with every mailbox. */
    public static final int MAX_SEARCH_SOURCES = 100;

    /** Criteria of one SORT: each is worked out for every message. Clients send one to three. */
    public static final int MAX_SORT_CRITERIA = 20;

    /** Items in one FETCH: each is rendered for every message. */
    public static final int MAX_FETCH_ITEMS = 200;

    /** Numbers in the part of a section: parts are never nested deeper. */
    public static final int MAX_SECTION_DEPTH = 100;

    /** Patterns in one LIST. */
    public static final int MAX_LIST_PATTERNS = 100;

    /** Annotations named in one command. Clients name one to ten. */
    public static final int MAX_METADATA_ENTRIES = 200;

    /** Groups of one NOTIFY: each is compared with every mailbox at every change. Clients write one to four. */
    public static final int MAX_NOTIFY_GROUPS = 100;

    /** Octets of a tag. RFC 9051 names no bound; clients use 4 to 20. */
    public static final int MAX_TAG = 128;

    /** Fields of ID, and octets of each value (RFC 2971 §3.3). */
    public static final int MAX_ID_FIELDS = 30;

    public static final int MAX_ID_VALUE = 1024;

    /** Commands in a row that are BAD before the connection is closed: a client in error, or a probe. */
    public static final int MAX_BAD_COMMANDS = 20;

    /** Commands that are BAD before sign-in: somebody who speaks another protocol gives away after a few (HTTP). */
    public static final int MAX_BAD_BEFORE_LOGIN = 5;

    /** Failed sign-ins on one connection. */
    public static final int MAX_FAILED_LOGINS = 5;

    /** Commands before sign-in: enough for any client, and an end for one that only keeps the line open. */
    public static final int MAX_COMMANDS_BEFORE_LOGIN = 100;

    /** Silence before sign-in. */
    public static final Duration LOGIN_TIMEOUT = Duration.ofMinutes(1);

    /** Silence after sign-in (RFC 9051 §5.4: at least 30 minutes). */
    public static final Duration AUTOLOGOUT = Duration.ofMinutes(30);

    private ImapLimits() {}
}
