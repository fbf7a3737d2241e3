// SPDX-License-Identifier: Apache-2.0
package org.fumibako.registry.zone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fumibako.registry.zone.Town.DESK;
import static org.fumibako.registry.zone.ZonesContract.EXAMPLE;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.fumibako.db.TestDatabases;
import org.fumibako.dns.server.Serial;
import org.fumibako.dns.server.Zone;
import org.fumibako.model.DomainName;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever customers do, the zone can be served, its serial rises with every change and only then, and undoing leads back. */
@Timeout(120)
class ZonePropertiesTest {
    private static final int STEPS = 45;
    private static final List<String> NAMES = List.of("@", "www", "mail", "_dmarc", "sub", "a.sub", "*", "autoconfig");
    private static final List<String[]> CONTENTS = List.of(
            new String[] {"A", "192.0.2.1"},
            new String[] {"A", "192.0.2.2"},
            new String[] {"AAAA", "2001:db8::1"},
            new String[] {"CNAME", "other.example"},
            new String[] {"MX", "10 mx.example"},
            new String[] {"MX", "0 ."},
            new String[] {"TXT", "v=spf1 -all"},
            new String[] {"TXT", "v=DMARC1; p=reject"},
            new String[] {"TXT", "text"},
            new String[] {"NS", "ns.example"},
            new String[] {"SRV", "1 2 3 host.example"});

    @TempDir
    private Path directory;

    private final Deque<Set<String>> before = new ArrayDeque<>();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void anySequenceOfChangesKeepsWhatAZonePromises(long seed) {
        RandomGenerator random = new Random(seed);
        try (Town town = new Town(
                TestDatabases.sqlite(directory, "db/registry"), TestDatabases.sqlite(directory, "db/volume"))) {
            town.domain("example.jp", "one");
            town.domain("sub.example.jp", "one");
            ZoneEditor editor = town.editor();
            int made = 0;
            for (int i = 0; i < STEPS; i++) {
                made += step(town, editor, random, "seed " + seed + ", step " + i) ? 1 : 0;
            }
            assertThat(made).as("changes made, seed %d", seed).isGreaterThan(STEPS / 4);
            while (!before.isEmpty()) {
                editor.undo(EXAMPLE, DESK);
                assertThat(lines(town.last())).as("undone, seed %d", seed).isEqualTo(before.pop());
            }
        }
    }

    private boolean step(Town town, ZoneEditor editor, RandomGenerator random, String where) {
        Zone zone = town.last();
        int changes = editor.history(EXAMPLE).size();
        try {
            change(editor, random);
        } catch (ZoneRefusedException refused) {
            assertThat(town.last()).as(where).isSameAs(zone);
            return false;
        }
        boolean same = lines(zone).equals(lines(town.last()));
        assertThat(Serial.isAfter(town.last().serial(), zone.serial()))
                .as(where)
                .isEqualTo(!same);
        assertThat(town.zones().zones()).as(where).containsExactly(town.last());
        if (editor.history(EXAMPLE).size() > changes) {
            before.push(lines(zone));
        }
        return !same;
    }

    private static void change(ZoneEditor editor, RandomGenerator random) {
        List<Long> ids = editor.entries(EXAMPLE).stream()
                .flatMap(entry -> entry.id().stream())
                .toList();
        long id = ids.isEmpty() ? 0 : ids.get(random.nextInt(ids.size()));
        switch (random.nextInt(8)) {
            case 0 -> editor.delete(EXAMPLE, id, DESK);
            case 1 -> editor.change(EXAMPLE, id, draft(random), DESK);
            case 2 -> editor.spf(EXAMPLE, random.nextBoolean() ? SpfChoice.gmail() : SpfChoice.of("v=spf1 mx"), DESK);
            case 3 ->
                editor.dmarc(
                        DomainName.of(random.nextBoolean() ? "example.jp" : "sub.example.jp"),
                        DmarcPolicy.of(random.nextBoolean() ? "reject" : "unset"),
                        DESK);
            default -> editor.add(EXAMPLE, draft(random), DESK);
        }
    }

    private static RecordDraft draft(RandomGenerator random) {
        String[] content = CONTENTS.get(random.nextInt(CONTENTS.size()));
        Optional<Duration> ttl =
                random.nextInt(3) == 0 ? Optional.of(Duration.ofMinutes(random.nextInt(1, 4))) : Optional.empty();
        return new RecordDraft(NAMES.get(random.nextInt(NAMES.size())), content[0], content[1], ttl, 0);
    }

    private static Set<String> lines(Zone zone) {
        return Set.copyOf(Town.lines(zone));
    }
}
