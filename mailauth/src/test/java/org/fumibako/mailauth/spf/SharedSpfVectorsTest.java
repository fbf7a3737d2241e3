// SPDX-License-Identifier: Apache-2.0
package org.fumibako.mailauth.spf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.Reader;
import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.fumibako.dns.DnsName;
import org.fumibako.dns.RecordData;
import org.fumibako.mailauth.Zone;
import org.fumibako.model.DomainName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.yaml.snakeyaml.Yaml;

/**
 * The cases that SPF implementations share. Explanations are compared without regard to case: the cases write the nibbles of
 * {@code %{i}} in capitals, RFC 7208 §7.4 in small letters. A {@code DEFAULT} explanation is none: the SMTP server has its own words.
 */
class SharedSpfVectorsTest {
    private static final Path FILE =
            Path.of(System.getProperty("vectors.dir", "../../shared/vectors")).resolve("spf/rfc7208-tests.yml");

    @TestFactory
    Stream<DynamicTest> every() throws IOException {
        if (!Files.isRegularFile(FILE)) {
            return Stream.of(DynamicTest.dynamicTest("no vectors", () -> assumeTrue(false, FILE.toString())));
        }
        List<DynamicTest> tests = new ArrayList<>();
        try (Reader reader = Files.newBufferedReader(FILE)) {
            for (Object scenario : new Yaml().loadAll(reader)) {
                addTests((Map<?, ?>) scenario, tests);
            }
        }
        assertThat(tests).hasSizeGreaterThan(200);
        return tests.stream();
    }

    private static void addTests(Map<?, ?> scenario, List<DynamicTest> tests) {
        Zone zone = zone((Map<?, ?>) scenario.get("zonedata"));
        ((Map<?, ?>) scenario.get("tests")).forEach((name, test) -> {
            String title = scenario.get("description") + ": " + name;
            tests.add(DynamicTest.dynamicTest(title, () -> run((Map<?, ?>) test, zone)));
        });
    }

    private static void run(Map<?, ?> test, Zone zone) {
        String sender = text(test.get("mailfrom"));
        int at = sender.lastIndexOf('@');
        SpfRequest request = new SpfRequest(
                InetAddress.ofLiteral(text(test.get("host"))),
                text(test.get("helo")),
                sender.substring(0, Math.max(at, 0)),
                sender.substring(at + 1));
        SpfOutcome outcome =
                new Spf(zone, DomainName.of("mx.fumibako.test"), InstantSource.system()).check(request, Zone.plenty());
        List<String> expected = test.get("result") instanceof List<?> several
                ? several.stream().map(SharedSpfVectorsTest::text).toList()
                : List.of(text(test.get("result")));
        assertThat(outcome.result().keyword()).as(outcome.toString()).isIn(expected);
        if (test.get("explanation") != null) {
            Optional<String> explanation =
                    Optional.of(text(test.get("explanation"))).filter(text -> !text.equals("DEFAULT"));
            assertThat(outcome.explanation().map(text -> text.toLowerCase(Locale.ROOT)))
                    .isEqualTo(explanation.map(text -> text.toLowerCase(Locale.ROOT)));
        }
    }

    /** Records of type SPF stand for TXT, unless the name has TXT records of its own. */
    private static Zone zone(Map<?, ?> data) {
        Zone zone = new Zone();
        data.forEach((key, list) -> {
            String name = text(key);
            boolean ownTexts =
                    ((List<?>) list).stream().anyMatch(entry -> entry instanceof Map<?, ?> m && m.containsKey("TXT"));
            for (Object entry : (List<?>) list) {
                if (entry instanceof Map<?, ?> record) {
                    Map.Entry<?, ?> only = record.entrySet().iterator().next();
                    String type = text(only.getKey());
                    if (!(ownTexts && type.equals("SPF"))) {
                        records(type, only.getValue()).forEach(each -> zone.add(name, each));
                    }
                } else {
                    zone.hang(name);
                }
            }
        });
        return zone;
    }

    private static List<RecordData> records(String type, Object value) {
        return switch (type) {
            case "A" -> List.of(new RecordData.A((Inet4Address) InetAddress.ofLiteral(text(value))));
            case "AAAA" -> List.of(new RecordData.Aaaa((Inet6Address) InetAddress.ofLiteral(text(value))));
            case "PTR" -> List.of(new RecordData.Ptr(DnsName.of(text(value))));
            case "CNAME" -> List.of(new RecordData.Cname(DnsName.of(text(value))));
            case "MX" ->
                List.of(new RecordData.Mx(
                        (Integer) ((List<?>) value).getFirst(), DnsName.of(text(((List<?>) value).getLast()))));
            case "TXT", "SPF" -> texts(value);
            default -> throw new IllegalArgumentException(type);
        };
    }

    /** {@code NONE} and a record without strings cannot be published. */
    private static List<RecordData> texts(Object value) {
        List<String> strings = value instanceof List<?> several
                ? several.stream().map(SharedSpfVectorsTest::text).toList()
                : List.of(text(value));
        return strings.isEmpty() || strings.equals(List.of("NONE")) ? List.of() : List.of(new RecordData.Txt(strings));
    }

    private static String text(Object value) {
        return String.valueOf(value);
    }
}
