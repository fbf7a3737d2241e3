// SPDX-License-Identifier: Apache-2.0
package org.fumibako.dns.server;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/** Asks a {@link Responder} without a network; dnsjava writes the questions and reads the answers. */
final class Dialogue {
    private final ZoneTable table = new ZoneTable();
    private final Responder responder = new Responder(table);

    Dialogue(Zone... zones) {
        table.load(List.of(zones));
    }

    ZoneTable table() {
        return table;
    }

    Message ask(String name, String type) throws IOException {
        return ask(question(name, type), 65_535);
    }

    Message ask(Message question, int limit) throws IOException {
        return new Message(raw(question.toWire(), limit));
    }

    byte[] raw(byte[] message, int limit) {
        Request request = new Request();
        switch (request.read(message, message.length)) {
            case READ -> responder.respond(request, limit);
            case MALFORMED -> responder.malformed(request);
            case NOTHING -> {
                return new byte[0];
            }
        }
        return Arrays.copyOf(responder.message(), responder.length());
    }

    static Message question(String name, String type) throws IOException {
        return Message.newQuery(Record.newRecord(Name.fromString(name + "."), Type.value(type), DClass.IN));
    }

    /** RCODE, AA, and the sections, a record a line. */
    static String show(Message message) {
        return (message.getHeader().getFlag(Flags.AA) ? "AA " : "")
                + (message.getHeader().getFlag(Flags.TC) ? "TC " : "")
                + Rcode.string(message.getRcode())
                + section(message, Section.ANSWER, "AN")
                + section(message, Section.AUTHORITY, "NS")
                + section(message, Section.ADDITIONAL, "AR");
    }

    private static String section(Message message, int section, String label) {
        return message.getSection(section).stream()
                .filter(record -> record.getType() != Type.OPT)
                .map(record -> "\n" + label + " " + record.getName() + " " + record.getTTL() + " "
                        + Type.string(record.getType()) + " " + record.rdataToString())
                .collect(Collectors.joining());
    }
}
