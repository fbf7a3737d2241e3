// SPDX-License-Identifier: Apache-2.0
package org.fumibako.imap.command;

import java.io.IOException;
import java.util.Map;
import org.fumibako.imap.wire.SessionCommand;

/** ID (RFC 2971): the client's name and version go with everything it does, for the journal. */
final class IdHandler implements CommandHandler<SessionCommand.Id> {
    @Override
    public Completion handle(SessionCommand.Id command, Session session) throws IOException {
        String client = client(command.fields());
        if (!client.isEmpty()) {
            session.origin(session.origin().withClient(client));
        }
        session.writer().untagged("ID (\"name\" \"Fumibako\")").end();
        return Completion.of("Id done");
    }

    private static String client(Map<String, String> fields) {
        String name = fields.getOrDefault("name", "") + " " + fields.getOrDefault("version", "");
        StringBuilder printable = new StringBuilder();
        name.strip()
                .codePoints()
                .filter(c -> !Character.isISOControl(c) && Character.getType(c) != Character.FORMAT)
                .forEach(printable::appendCodePoint);
        return printable.toString();
    }
}
