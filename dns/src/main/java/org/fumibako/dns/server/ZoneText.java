// SPDX-License-Identifier: Apache-2.0
package org.fumibako.dns.server;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.fumibako.dns.DnsName;
import org.fumibako.dns.RecordData;
import org.fumibako.dns.RecordText;
import org.fumibako.dns.RecordType;

/**
 * Zones as text: a record a line, {@code NAME TTL [IN] TYPE DATA}. Every zone file written so is one that other name servers read as
 * well (RFC 1035 §5), if its names end in a dot; the other way round there are no directives, no {@code @}, no names that want
 * completing, and no line that goes on. What begins with {@code ;} and empty lines say nothing.
 */
public final class ZoneText {
    /** Characters: far more than the largest zone has. */
    public static final int MAX_TEXT = 16 * 1024 * 1024;

    private ZoneText() {}

    /**
     * Reads a zone, whose apex is where its SOA is.
     *
     * @throws IllegalArgumentException when it is none; the message says which line or what is wrong
     */
    public static Zone parse(String text) {
        List<ZoneRecord> records = records(text);
        DnsName apex = records.stream()
                .filter(record -> record.data() instanceof RecordData.Soa)
                .map(ZoneRecord::name)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("a zone has an SOA"));
        return new Zone(apex, records);
    }

    /**
     * Reads records that need not be a whole zone.
     *
     * @throws IllegalArgumentException when a line is none; the message says which
     */
    public static List<ZoneRecord> records(String text) {
        if (text.length() > MAX_TEXT) {
            throw new IllegalArgumentException("longer than " + MAX_TEXT + " characters");
        }
        List<ZoneRecord> records = new ArrayList<>();
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            if (!line.isBlank() && !line.startsWith(";")) {
                records.add(record(number, line));
            }
        }
        return records;
    }

    /** The text that {@link #records} reads, a line each. */
    public static String format(List<ZoneRecord> records) {
        StringBuilder text = new StringBuilder();
        for (ZoneRecord record : records) {
            text.append(record.name().equals(DnsName.ROOT) ? "." : record.name().text() + ".")
                    .append(' ')
                    .append(record.ttl().toSeconds())
                    .append(" IN ")
                    .append(record.data().type())
                    .append(' ')
                    .append(RecordText.format(record.data()))
                    .append('\n');
        }
        return text.toString();
    }

    private static ZoneRecord record(int number, String line) {
        try {
            String[] words = line.strip().split("\\s+", 4);
            if (words.length == 4 && words[2].equalsIgnoreCase("IN")) {
                words = line.strip().replaceFirst("\\s+[Ii][Nn]\\s+", " ").split("\\s+", 4);
            }
            if (words.length < 4 || !words[1].matches("[0-9]{1,10}")) {
                throw new IllegalArgumentException("not NAME TTL TYPE DATA");
            }
            Duration ttl = Duration.ofSeconds(Long.parseLong(words[1]));
            return new ZoneRecord(DnsName.of(words[0]), ttl, RecordText.parse(type(words[2]), words[3]));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("line " + number + ": " + e.getMessage(), e);
        }
    }

    private static RecordType type(String word) {
        for (RecordType type : RecordType.values()) {
            if (type.name().equalsIgnoreCase(word)) {
                return type;
            }
        }
        throw new IllegalArgumentException("no record type of ours: " + word);
    }
}
