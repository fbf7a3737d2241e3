// SPDX-License-Identifier: Apache-2.0
package org.fumibako.registry.zone;

import java.util.List;
import java.util.stream.Collectors;
import org.fumibako.dns.server.ZoneRecord;
import org.fumibako.dns.server.ZoneText;
import org.fumibako.model.DomainName;

/** Something that a customer set, as a line of the history: a record, or a setting of a domain. */
sealed interface ZoneLine {
    /** A record without its id. */
    record Of(ZoneRecord record) implements ZoneLine {
        @Override
        public String text() {
            return ZoneText.format(List.of(record)).strip();
        }
    }

    /** A setting that is not the default. */
    record Setting(DomainName domain, String name, String value) implements ZoneLine {
        @Override
        public String text() {
            return MARK + domain + " " + name + " " + value;
        }
    }

    /** What no name of a record begins with. */
    String MARK = "=";

    String text();

    static String text(List<ZoneLine> lines) {
        return lines.stream().map(ZoneLine::text).collect(Collectors.joining("\n"));
    }

    static List<ZoneLine> parse(String text) {
        return text.lines().map(ZoneLine::line).toList();
    }

    private static ZoneLine line(String line) {
        if (!line.startsWith(MARK)) {
            return new Of(ZoneText.records(line).getFirst());
        }
        String[] words = line.substring(MARK.length()).split(" ", 3);
        return new Setting(DomainName.of(words[0]), words[1], words[2]);
    }
}
