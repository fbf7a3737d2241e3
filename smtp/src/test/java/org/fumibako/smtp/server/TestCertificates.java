// SPDX-License-Identifier: Apache-2.0
package org.fumibako.smtp.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.fumibako.net.CertificateSource;
import org.fumibako.net.DemoAuthority;
import org.fumibako.net.TlsCertificate;

/** One certificate for all tests of this JVM; making one takes a while. */
final class TestCertificates {
    static final CertificateSource SOURCE = make();

    private TestCertificates() {}

    private static CertificateSource make() {
        try {
            Path folder = Files.createTempDirectory("fumibako-ca");
            DemoAuthority authority =
                    new DemoAuthority(folder, List.of(House.HOST), Clock.systemUTC(), new SecureRandom());
            List<TlsCertificate> certificates = authority.load();
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(folder);
            return () -> certificates;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
