// SPDX-License-Identifier: Apache-2.0
package org.fumibako.imap.wire;

import java.io.IOException;

/** Arguments of the commands about rights (RFC 4314 §4). */
final class AclParser {
    private final CommandText text;
    private final boolean utf8;

    AclParser(CommandText text, boolean utf8) {
        this.text = text;
        this.utf8 = utf8;
    }

    AclCommand.Set set() throws IOException, SyntaxException, CommandException {
        String mailbox = mailbox();
        String identifier = word();
        String rights = word();
        char sign = rights.isEmpty() ? ' ' : rights.charAt(0);
        return switch (sign) {
            case '+' -> new AclCommand.Set(mailbox, identifier, AclCommand.Change.ADD, rest(rights));
            case '-' -> new AclCommand.Set(mailbox, identifier, AclCommand.Change.REMOVE, rest(rights));
            default -> new AclCommand.Set(mailbox, identifier, AclCommand.Change.REPLACE, Rights.parse(rights));
        };
    }

    private static Rights rest(String signed) throws SyntaxException {
        return Rights.parse(signed.substring(1));
    }

    AclCommand.Set delete() throws IOException, SyntaxException, CommandException {
        return new AclCommand.Set(mailbox(), word(), AclCommand.Change.REPLACE, Rights.NONE);
    }

    AclCommand.Get get() throws IOException, SyntaxException, CommandException {
        return new AclCommand.Get(mailbox());
    }

    AclCommand.ListRights listRights() throws IOException, SyntaxException, CommandException {
        return new AclCommand.ListRights(mailbox(), word());
    }

    AclCommand.MyRights myRights() throws IOException, SyntaxException, CommandException {
        return new AclCommand.MyRights(mailbox());
    }

    private String mailbox() throws IOException, SyntaxException, CommandException {
        text.space();
        return Arguments.mailbox(text, utf8);
    }

    private String word() throws IOException, SyntaxException {
        text.space();
        return Arguments.text(text.astring());
    }
}
