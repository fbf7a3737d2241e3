// SPDX-License-Identifier: Apache-2.0
package org.fumibako.mailauth.mtasts;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fumibako.mailauth.TlsPolicy;

/**
 * The file that a domain publishes (RFC 8461 §3.2).
 *
 * @param maxAge how long it holds from when it was fetched
 * @param mx none only in mode NONE
 */
public record MtaStsPolicy(Mode mode, Duration maxAge, List<MxPattern> mx) {
    /** Characters of a file; RFC 8461 §3.3 suggests it. */
    public static final int MAX_LENGTH = 65_536;

    /** Patterns of exchanges; domains have one to five. */
    static final int MAX_PATTERNS = 100;

    /** The longest that a policy can hold (RFC 8461 §3.2). */
    static final Duration LONGEST = Duration.ofHours(8_766);

    private static final String VERSION = "STSv1";

    public MtaStsPolicy {
        mx = List.copyOf(mx);
    }

    /** What happens when an exchange is not as the policy wants it. */
    public enum Mode {
        ENFORCE,
        TESTING,
        NONE
    }

    /** @return empty when the file is no valid policy */
    public static Optional<MtaStsPolicy> parse(String file) {
        if (file.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        Map<String, String> fields = new HashMap<>();
        List<MxPattern> patterns = new ArrayList<>();
        for (String line : file.split("\r?\n", -1)) {
            int colon = line.indexOf(':');
            String key = colon < 0 ? "" : line.substring(0, colon).strip();
            String value = line.substring(colon + 1).strip();
            if (key.equals("mx")) {
                Optional<MxPattern> pattern = MxPattern.parse(value);
                if (pattern.isEmpty() || patterns.size() == MAX_PATTERNS) {
                    return Optional.empty();
                }
                patterns.add(pattern.get());
            } else if (!key.isEmpty()) {
                fields.putIfAbsent(key, value);
            }
        }
        return of(fields, patterns);
    }

    private static Optional<MtaStsPolicy> of(Map<String, String> fields, List<MxPattern> patterns) {
        Optional<Mode> mode = mode(fields.getOrDefault("mode", ""));
        Optional<Duration> maxAge = maxAge(fields.getOrDefault("max_age", ""));
        boolean sound = VERSION.equals(fields.get("version"))
                && mode.isPresent()
                && maxAge.isPresent()
                && (mode.get() == Mode.NONE || !patterns.isEmpty());
        return sound ? Optional.of(new MtaStsPolicy(mode.get(), maxAge.get(), patterns)) : Optional.empty();
    }

    private static Optional<Mode> mode(String text) {
        return switch (text) {
            case "enforce" -> Optional.of(Mode.ENFORCE);
            case "testing" -> Optional.of(Mode.TESTING);
            case "none" -> Optional.of(Mode.NONE);
            default -> Optional.empty();
        };
    }

    private static Optional<Duration> maxAge(String text) {
        if (text.isEmpty() || text.length() > 10 || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return Optional.empty();
        }
        Duration age = Duration.ofSeconds(Long.parseLong(text));
        return Optional.of(age.compareTo(LONGEST) > 0 ? LONGEST : age);
    }

    /** What it asks of a connection. */
    TlsPolicy demand() {
        return mode == Mode.NONE ? new TlsPolicy.Opportunistic() : new TlsPolicy.MtaSts(mode == Mode.ENFORCE, mx);
    }
}
