// SPDX-License-Identifier: Apache-2.0
package org.fumibako.imap.wire;

/** Commands about who may use a mailbox (RFC 4314 §3). Identifiers are login names, as the client wrote them. */
public sealed interface AclCommand extends ImapCommand {
    /** SETACL, and DELETEACL as the replacement by nothing. */
    record Set(String mailbox, String identifier, Change change, Rights rights) implements AclCommand {}

    record Get(String mailbox) implements AclCommand {}

    record ListRights(String mailbox, String identifier) implements AclCommand {}

    record MyRights(String mailbox) implements AclCommand {}

    /** What SETACL does with the rights that there are. */
    enum Change {
        REPLACE,
        ADD,
        REMOVE
    }
}
