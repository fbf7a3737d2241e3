// SPDX-License-Identifier: Apache-2.0
package org.fumibako.mailauth.dmarc;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.fumibako.mailauth.dmarc.DmarcRecord.Alignment;

/** Reads a policy record in time linear in its length (RFC 9989 §4.8). Tags that are unknown or repeated count for nothing. */
public final class DmarcRecordParser {
    private static final String VERSION = "DMARC1";

    /** Report addresses that are kept; a domain has one or two. */
    private static final int MAX_REPORTS = 10;

    /** Tags looked at; the standard has eleven. */
    private static final int MAX_TAGS = 32;

    private final Map<String, String> tags;

    private DmarcRecordParser(Map<String, String> tags) {
        this.tags = tags;
    }

    /** Whether a TXT record claims to be a policy record: {@code v=DMARC1} is its first tag. */
    public static boolean is(String text) {
        int semicolon = text.indexOf(';');
        String first = semicolon < 0 ? text : text.substring(0, semicolon);
        int equals = first.indexOf('=');
        return equals > 0
                && first.substring(0, equals).strip().equalsIgnoreCase("v")
                && first.substring(equals + 1).strip().equals(VERSION);
    }

    /** @return empty when the text is no policy record, or has no policy that can be applied */
    public static Optional<DmarcRecord> parse(String text) {
        return is(text) ? new DmarcRecordParser(tags(text)).record() : Optional.empty();
    }

    private static Map<String, String> tags(String text) {
        Map<String, String> tags = new HashMap<>();
        int from = 0;
        while (from < text.length() && tags.size() < MAX_TAGS) {
            int semicolon = text.indexOf(';', from);
            int end = semicolon < 0 ? text.length() : semicolon;
            int equals = text.indexOf('=', from);
            if (equals > 0 && equals < end) {
                String name = text.substring(from, equals).strip().toLowerCase(Locale.ROOT);
                tags.putIfAbsent(name, text.substring(equals + 1, end).strip());
            }
            from = end + 1;
        }
        return tags;
    }

    private Optional<DmarcRecord> record() {
        List<String> reports = reports();
        Optional<DmarcPolicy> policy = policy("p");
        boolean sound = policy.isPresent() && isAbsentOrPolicy("sp") && isAbsentOrPolicy("np");
        // RFC 9989 §4.10.1: whoever asks for reports and gets the policy wrong is only watching.
        if (!sound && reports.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new DmarcRecord(
                sound ? policy.get() : DmarcPolicy.NONE,
                sound ? policy("sp") : Optional.empty(),
                sound ? policy("np") : Optional.empty(),
                alignment("adkim"),
                alignment("aspf"),
                psd(),
                tag("t").equalsIgnoreCase("y"),
                percent(),
                reports));
    }

    private Optional<DmarcPolicy> policy(String tag) {
        return DmarcPolicy.parse(tag(tag));
    }

    private boolean isAbsentOrPolicy(String tag) {
        return !tags.containsKey(tag) || policy(tag).isPresent();
    }

    private Alignment alignment(String tag) {
        return tag(tag).equalsIgnoreCase("s") ? Alignment.STRICT : Alignment.RELAXED;
    }

    private Optional<Boolean> psd() {
        return switch (tag("psd").toLowerCase(Locale.ROOT)) {
            case "y" -> Optional.of(true);
            case "n" -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    private int percent() {
        String text = tag("pct");
        boolean number = !text.isEmpty() && text.length() <= 3 && text.chars().allMatch(c -> c >= '0' && c <= '9');
        int percent = number ? Integer.parseInt(text) : 100;
        return tags.containsKey("t") || percent > 100 ? 100 : percent;
    }

    private List<String> reports() {
        List<String> reports = new ArrayList<>();
        for (String uri : tag("rua").split(",", MAX_REPORTS + 1)) {
            if (uri.strip().matches("[A-Za-z][A-Za-z0-9+.-]*:[^\\s,;]+") && reports.size() < MAX_REPORTS) {
                reports.add(uri.strip());
            }
        }
        return reports;
    }

    private String tag(String name) {
        return tags.getOrDefault(name, "");
    }
}
