// SPDX-License-Identifier: Apache-2.0
package org.fumibako.app.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fumibako.app.StartException;
import org.fumibako.app.demo.internet.ProviderZones;

/** The zones that the demo serves: files in its data directory, made at the first start and left alone afterwards. */
final class SampleZones {
    private static final String HOST = """
            ; Every name complete, a record a line. After a change: a higher serial, then ./fumibako admin dns reload
            fumibako.test.        3600 IN SOA  sv001.fumibako.test. hostmaster.fumibako.test. 1 7200 900 1209600 300
            fumibako.test.        3600 IN NS   sv001.fumibako.test.
            sv001.fumibako.test.  3600 IN A    127.0.0.1
            sv001.fumibako.test.  3600 IN AAAA ::1
            sv001.fumibako.test.  3600 IN CAA  0 issue "letsencrypt.org"
            """;

    private static final String DOMAIN = """
            ; Every name complete, a record a line. After a change: a higher serial, then ./fumibako admin dns reload
            example.test.                      3600 IN SOA   sv001.fumibako.test. hostmaster.fumibako.test. 1 7200 900 1209600 300
            example.test.                      3600 IN NS    sv001.fumibako.test.
            example.test.                      3600 IN A     127.0.0.1
            example.test.                      3600 IN MX    10 sv001.fumibako.test.
            example.test.                      3600 IN TXT   "v=spf1 +a:sv001.fumibako.test +a:example.test +mx ~all"
            _dmarc.example.test.               3600 IN TXT   "v=DMARC1; p=none"
            autoconfig.example.test.           3600 IN CNAME sv001.fumibako.test.
            www.example.test.                  3600 IN CNAME example.test.
            _imaps._tcp.example.test.          3600 IN SRV   0 1 993 sv001.fumibako.test.
            _submissions._tcp.example.test.    3600 IN SRV   0 1 465 sv001.fumibako.test.
            *.dev.example.test.                3600 IN A     127.0.0.1
            """;

    private SampleZones() {}

    static List<Path> create(Path data) {
        Path directory = data.resolve("zones");
        try {
            Files.createDirectories(directory);
            Map<String, String> zones = new LinkedHashMap<>(Map.of("fumibako.test", HOST, "example.test", DOMAIN));
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

    private static Path write(Path file, String zone) throws IOException {
        return Files.exists(file) ? file : Files.writeString(file, zone);
    }
}
