// SPDX-License-Identifier: Apache-2.0
package org.fumibako.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code docs/rfc.tsv} says which standards we hold ourselves to; this keeps it and the code telling the same story. */
class RfcReferencesTest {
    private static final Pattern CITATION = Pattern.compile("RFCs? ?(\\d{3,5})(?:(?:, | and )(\\d{4,5}))*");
    private static final Pattern NUMBER = Pattern.compile("\\d{3,5}");
    private static final Path HOUSE = Path.of("..").toAbsolutePath().normalize();

    @Test
    void everyCitedRfcIsListed() throws IOException {
        assertThat(cited().keySet())
                .as("cited in Java sources, so listed in docs/rfc.tsv")
                .isSubsetOf(listed().keySet());
    }

    @Test
    void everyRfcThatWeClaimWholeIsCitedSomewhere() throws IOException {
        Set<Integer> claimed = new TreeSet<>();
        listed().forEach((number, row) -> {
            if (row[2].equals("Yes")) {
                claimed.add(number);
            }
        });
        assertThat(claimed).as("status Yes").isNotEmpty().isSubsetOf(cited().keySet());
    }

    @Test
    void everyRowHasNumberTitleStatusAndNote() throws IOException {
        assertThat(listed().values()).allSatisfy(row -> {
            assertThat(row).hasSize(4);
            assertThat(row[2]).isIn("Yes", "Partial", "No", "Background");
            assertThat(row[1]).isNotBlank();
            if (!row[2].equals("Yes")) {
                assertThat(row[3])
                        .as("RFC " + row[0] + ": what is missing or why it is here")
                        .isNotBlank();
            }
        });
    }

    private static Map<Integer, String[]> listed() throws IOException {
        Map<Integer, String[]> rows = new TreeMap<>();
        List<String> lines = Files.readAllLines(HOUSE.resolve("docs/rfc.tsv"));
        for (String line : lines.subList(1, lines.size())) {
            String[] row = line.split("\t", -1);
            assertThat(rows.put(Integer.valueOf(row[0]), row))
                    .as("RFC " + row[0] + " listed twice")
                    .isNull();
        }
        return rows;
    }

    private static Map<Integer, List<Path>> cited() throws IOException {
        Map<Integer, List<Path>> citations = new TreeMap<>();
        try (Stream<Path> modules = Files.list(HOUSE)) {
            modules.map(module -> module.resolve("src/main/java"))
                    .filter(Files::isDirectory)
                    .forEach(root -> collect(root, citations));
        }
        return citations;
    }

    private static void collect(Path root, Map<Integer, List<Path>> citations) {
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file :
                    files.filter(name -> name.toString().endsWith(".java")).toList()) {
                Matcher citation = CITATION.matcher(Files.readString(file));
                while (citation.find()) {
                    Matcher number = NUMBER.matcher(citation.group());
                    while (number.find()) {
                        citations
                                .computeIfAbsent(Integer.valueOf(number.group()), any -> new ArrayList<>())
                                .add(file);
                    }
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
