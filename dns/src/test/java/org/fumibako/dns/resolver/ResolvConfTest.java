// SPDX-License-Identifier: Apache-2.0
package org.fumibako.dns.resolver;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResolvConfTest {
    @TempDir
    private Path directory;

    @Test
    void atMostThreeNameServersAreTaken() throws IOException {
        Path file = Files.writeString(directory.resolve("resolv.conf"), """
                # made by hand
                search example.jp
                nameserver 192.0.2.1
                nameserver not-an-address
                nameserver\t2001:db8::1
                nameserver 192.0.2.3
                nameserver 192.0.2.4
                """);
        assertThat(ResolvConf.read(file))
                .extracting(upstream -> upstream.address().getAddress().getHostAddress())
                .containsExactly("192.0.2.1", "2001:db8:0:0:0:0:0:1", "192.0.2.3");
        assertThat(ResolvConf.read(file)).noneMatch(Upstream::trusted);
    }

    @Test
    void withoutTheFileThisMachineIsAsked() {
        assertThat(ResolvConf.read(directory.resolve("none")))
                .singleElement()
                .satisfies(
                        upstream -> assertThat(upstream.address().getAddress().isLoopbackAddress())
                                .isTrue());
    }
}
