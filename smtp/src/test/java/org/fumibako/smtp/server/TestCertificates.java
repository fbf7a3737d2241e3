// SPDX-License-Identifier: Apache-2.0
package org.fumibako.smtp.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import org.fumibako.net.CertificateSource;
import org.fumibako.net.DemoAuthority;
import org.fumibako.net.TlsCertificate;

/** One certificate for all tests of this JVM; making one takes a while. */
final class TestCertificates {
    static final CertificateSource SOURCE = make();

    private TestCertificates() {}

    private static CertificateSource make() {
        try {
            DemoAuthority authority = new DemoAuthority(
                    Files.createTempDirectory("fumibako-ca"),
                    List.of(House.HOST),
                    Clock.systemUTC(),
                    new SecureRandom());
            List<TlsCertificate> certificates = authority.load();
            return () -> certificates;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
