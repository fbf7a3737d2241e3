// SPDX-License-Identifier: Apache-2.0
package org.fumibako.app.demo;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fumibako.app.StartException;
import org.fumibako.app.demo.internet.ProviderZones;
import org.fumibako.dns.DnsName;
import org.fumibako.model.EmailAddress;
import org.fumibako.registry.zone.ZoneSettings;

/** What the demo serves: zones in files, made at the first start and left alone afterwards, and customers' zones. */
final class SampleZones {
    private static final String HOST = """
            ; Every name complete, a record a line. After a change: a higher serial, then ./fumibako admin dns reload
            fumibako.test.        3600 IN SOA  sv001.fumibako.test. hostmaster.fumibako.test. 1 7200 900 1209600 300
            fumibako.test.        3600 IN NS   sv001.fumibako.test.
            sv001.fumibako.test.  3600 IN A    127.0.0.1
            sv001.fumibako.test.  3600 IN AAAA ::1
            sv001.fumibako.test.  3600 IN TXT  "v=spf1 a -all"
            sv001.fumibako.test.  3600 IN CAA  0 issue "letsencrypt.org"
            """;

    private SampleZones() {}

    static List<Path> create(Path data) {
        Path directory = data.resolve("zones");
        try {
            Files.createDirectories(directory);
            Map<String, String> zones = new LinkedHashMap<>(Map.of("fumibako.test", HOST));
            zones.putAll(new ProviderZones(Demo.HOST.ascii()).texts());
            List<Path> files = new ArrayList<>();
            for (Map.Entry<String, String> zone : zones.entrySet()) {
                files.add(write(directory.resolve(zone.getKey() + ".zone"), zone.getValue()));
            }
            return files;
        } catch (IOException unwritable) {
            throw new StartException("The demo's data cannot be written: " + unwritable.getMessage() + ".", unwritable);
        }
    }

    /** What stands in customers' zones beside what follows from the host: addresses, and where reports go. */
    static ZoneSettings customers() {
        ZoneSettings least = ZoneSettings.of(Demo.HOST);
        EmailAddress reports = new EmailAddress("reports", Demo.HOST);
        return new ZoneSettings(
                Demo.HOST,
                List.of(InetAddress.ofLiteral("127.0.0.1"), InetAddress.ofLiteral("::1")),
                least.nameServers(),
                DnsName.of("hostmaster.fumibako.test"),
                List.of(),
                Optional.of(reports),
                Optional.of(reports),
                Optional.empty(),
                least.services());
    }

    private static Path write(Path file, String zone) throws IOException {
        return Files.exists(file) ? file : Files.writeString(file, zone);
    }
}
