// SPDX-License-Identifier: Apache-2.0
package org.fumibako.imap.wire;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The commands: their names, the states that allow them, and which changes of the mailbox their answer may report. */
public enum Verb {
    CAPABILITY(Gate.ANY, Sync.ALL),
    NOOP(Gate.ANY, Sync.ALL),
    LOGOUT(Gate.ANY, Sync.NONE),
    ID(Gate.ANY, Sync.ALL),
    STARTTLS(Gate.BEFORE_LOGIN, Sync.NONE),
    AUTHENTICATE(Gate.BEFORE_LOGIN, Sync.NONE),
    LOGIN(Gate.BEFORE_LOGIN, Sync.NONE),
    COMPRESS(Gate.AFTER_LOGIN, Sync.ALL),
    UNAUTHENTICATE(Gate.AFTER_LOGIN, Sync.NONE),
    ENABLE(Gate.AFTER_LOGIN, Sync.ALL),
    SELECT(Gate.AFTER_LOGIN, Sync.NONE),
    EXAMINE(Gate.AFTER_LOGIN, Sync.NONE),
    CREATE(Gate.AFTER_LOGIN, Sync.ALL),
    DELETE(Gate.AFTER_LOGIN, Sync.ALL),
    RENAME(Gate.AFTER_LOGIN, Sync.ALL),
    SUBSCRIBE(Gate.AFTER_LOGIN, Sync.ALL),
    UNSUBSCRIBE(Gate.AFTER_LOGIN, Sync.ALL),
    LIST(Gate.AFTER_LOGIN, Sync.ALL),
    LSUB(Gate.AFTER_LOGIN, Sync.ALL),
    NAMESPACE(Gate.AFTER_LOGIN, Sync.ALL),
    STATUS(Gate.AFTER_LOGIN, Sync.ALL),
    ESEARCH(Gate.AFTER_LOGIN, Sync.ALL),
    APPEND(Gate.AFTER_LOGIN, Sync.ALL),
    GETQUOTA(Gate.AFTER_LOGIN, Sync.ALL),
    GETQUOTAROOT(Gate.AFTER_LOGIN, Sync.ALL),
    SETQUOTA(Gate.AFTER_LOGIN, Sync.ALL),
    GETMETADATA(Gate.AFTER_LOGIN, Sync.ALL),
    SETMETADATA(Gate.AFTER_LOGIN, Sync.ALL),
    SETACL(Gate.AFTER_LOGIN, Sync.ALL),
    DELETEACL(Gate.AFTER_LOGIN, Sync.ALL),
    GETACL(Gate.AFTER_LOGIN, Sync.ALL),
    LISTRIGHTS(Gate.AFTER_LOGIN, Sync.ALL),
    MYRIGHTS(Gate.AFTER_LOGIN, Sync.ALL),
    NOTIFY(Gate.AFTER_LOGIN, Sync.ALL),
    IDLE(Gate.AFTER_LOGIN, Sync.ALL),
    CHECK(Gate.SELECTED, Sync.ALL),
    CLOSE(Gate.SELECTED, Sync.NONE),
    UNSELECT(Gate.SELECTED, Sync.NONE),
    EXPUNGE(Gate.SELECTED, Sync.ALL),
    UID_EXPUNGE(Gate.SELECTED, Sync.ALL),
    SEARCH(Gate.SELECTED, Sync.KEEP_NUMBERS),
    UID_SEARCH(Gate.SELECTED, Sync.ALL),
    SORT(Gate.SELECTED, Sync.KEEP_NUMBERS),
    UID_SORT(Gate.SELECTED, Sync.ALL),
    THREAD(Gate.SELECTED, Sync.KEEP_NUMBERS),
    UID_THREAD(Gate.SELECTED, Sync.ALL),
    FETCH(Gate.SELECTED, Sync.KEEP_NUMBERS),
    UID_FETCH(Gate.SELECTED, Sync.ALL),
    STORE(Gate.SELECTED, Sync.KEEP_NUMBERS),
    UID_STORE(Gate.SELECTED, Sync.ALL),
    COPY(Gate.SELECTED, Sync.ALL),
    UID_COPY(Gate.SELECTED, Sync.ALL),
    MOVE(Gate.SELECTED, Sync.ALL),
    REPLACE(Gate.SELECTED, Sync.ALL),
    UID_REPLACE(Gate.SELECTED, Sync.ALL),
    UID_MOVE(Gate.SELECTED, Sync.ALL);

    private static final Map<String, Verb> BY_NAME = new HashMap<>();

    static {
        for (Verb verb : values()) {
            BY_NAME.put(verb.wireName, verb);
        }
    }

    private final String wireName = name().replace('_', ' ');
    private final Gate gate;
    private final Sync sync;

    Verb(Gate gate, Sync sync) {
        this.gate = gate;
        this.sync = sync;
    }

    /** By name in any case; {@code UID FETCH} is one name. */
    public static Optional<Verb> of(String name) {
        return Optional.ofNullable(BY_NAME.get(name.toUpperCase(Locale.ROOT)));
    }

    /** As it is written on the wire: {@code UID FETCH}. */
    public String wireName() {
        return wireName;
    }

    public boolean allowedIn(ImapState state) {
        return switch (gate) {
            case ANY -> state != ImapState.LOGOUT;
            case BEFORE_LOGIN -> state == ImapState.NOT_AUTHENTICATED;
            case AFTER_LOGIN -> state == ImapState.AUTHENTICATED || state == ImapState.SELECTED;
            case SELECTED -> state == ImapState.SELECTED;
        };
    }

    /** Whether it names messages by UID: {@code UID FETCH}. */
    public boolean uid() {
        return name().startsWith("UID_");
    }

    /** Whether it names messages by number, or its answer does: {@code FETCH}. EXPUNGE names none. */
    public boolean byNumber() {
        return BY_NAME.containsKey("UID " + wireName) && this != EXPUNGE;
    }

    /** Whether octets of messages follow its arguments. */
    boolean bringsMessages() {
        return this == APPEND || this == REPLACE || this == UID_REPLACE;
    }

    /** Whether it changes names, subscriptions or annotations. */
    public boolean rearranges() {
        return switch (this) {
            case CREATE, DELETE, RENAME, SUBSCRIBE, UNSUBSCRIBE, SETMETADATA -> true;
            default -> false;
        };
    }

    /** Whether its answer is made of what changed in the selected mailbox. */
    public boolean changesSelected() {
        return switch (this) {
            case EXPUNGE, UID_EXPUNGE, MOVE, UID_MOVE, REPLACE, UID_REPLACE, STORE, UID_STORE -> true;
            default -> false;
        };
    }

    /** Whether it may bring messages into the selected mailbox. */
    public boolean bringsOwn() {
        return switch (this) {
            case APPEND, COPY, UID_COPY, MOVE, UID_MOVE, REPLACE, UID_REPLACE -> true;
            default -> false;
        };
    }

    public Sync sync() {
        return sync;
    }

    /** Which changes made elsewhere are told before the tagged answer (RFC 9051 §7.5.1). */
    public enum Sync {
        /** None: there is no mailbox any more, or the answer has said everything. */
        NONE,
        /** New messages and flags; no message number may shift while the answer refers to numbers. */
        KEEP_NUMBERS,
        ALL
    }

    private enum Gate {
        ANY,
        BEFORE_LOGIN,
        AFTER_LOGIN,
        SELECTED
    }
}
