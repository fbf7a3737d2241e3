// SPDX-License-Identifier: Apache-2.0
package org.fumibako.e2e.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.fumibako.e2e.server.Demo;
import org.fumibako.e2e.server.Server;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Customers' zones as dig sees them while an operator changes them. */
final class CustomerZonesE2eTest {

    private final Program program;
    private final Demo demo;

    CustomerZonesE2eTest(@TempDir Path home) {
        this.program = new Program(home);
        this.demo = new Demo(home.resolve("data"), home.resolve("server.log"));
    }

    @AfterEach
    void stop() {
        demo.close();
    }

    @Test
    void aDomainThatIsAddedIsServedAtOnceAndGoneWhenItIsDeleted() throws Exception {
        Server server = demo.start();
        admin("domain", "add", "added.test", "--customer", "demo");
        assertThat(dig(server, "added.test", "MX")).isEqualTo("10 sv001.fumibako.test.");
        assertThat(dig(server, "added.test", "TXT"))
                .isEqualTo("\"v=spf1 +a:sv001.fumibako.test +a:added.test +mx ~all\"");
        assertThat(dig(server, "_dmarc.added.test", "TXT"))
                .isEqualTo("\"v=DMARC1; p=none; rua=mailto:reports@sv001.fumibako.test\"");
        assertThat(dig(server, "mail.added.test", "A")).isEqualTo("127.0.0.1");
        assertThat(dig(server, "_submissions._tcp.added.test", "SRV")).isEqualTo("0 1 465 sv001.fumibako.test.");
        assertThat(admin("dns", "check", "added.test"))
                .contains("Name servers ours: sv001.fumibako.test", "there      added.test MX 10")
                .doesNotContain("missing", "different");
        admin("domain", "delete", "added.test");
        assertThat(program.run("dig", "@127.0.0.1", "-p", port(server), "added.test", "MX")
                        .output())
                .contains("status: REFUSED");
    }

    @Test
    void ownRecordsReplaceAutomaticOnesAndAreUndone() throws Exception {
        Server server = demo.start();
        admin("domain", "add", "edited.test", "--customer", "demo");
        long serial = serial(server, "edited.test");
        admin("dns", "record", "add", "edited.test", "@", "MX", "mx.elsewhere.test", "--priority", "5");
        assertThat(dig(server, "edited.test", "MX")).isEqualTo("5 mx.elsewhere.test.");
        admin("dns", "record", "add", "edited.test", "long", "TXT", "x".repeat(300));
        assertThat(dig(server, "long.edited.test", "TXT"))
                .isEqualTo("\"" + "x".repeat(255) + "\" \"" + "x".repeat(45) + "\"");
        admin("dns", "spf", "edited.test", "gmail");
        assertThat(dig(server, "edited.test", "TXT")).contains("include:_spf.google.com ~all");
        admin("dns", "dmarc", "edited.test", "reject");
        assertThat(dig(server, "_dmarc.edited.test", "TXT")).contains("p=reject");
        assertThat(serial(server, "edited.test")).isGreaterThanOrEqualTo(serial + 4);
        for (int i = 0; i < 4; i++) {
            assertThat(admin("dns", "record", "undo", "edited.test")).contains("Undone: ");
        }
        assertThat(dig(server, "edited.test", "MX")).isEqualTo("10 sv001.fumibako.test.");
        assertThat(dig(server, "_dmarc.edited.test", "TXT")).contains("p=none");
        assertThat(admin("dns", "export", "edited.test")).contains("edited.test. 3600 IN MX 10");
    }

    private String admin(String... arguments) {
        return demo.admin("", arguments);
    }

    private String dig(Server server, String name, String type) throws Exception {
        return program.run("dig", "@127.0.0.1", "-p", port(server), "+short", name, type)
                .success()
                .output()
                .strip();
    }

    private long serial(Server server, String zone) throws Exception {
        return Long.parseLong(dig(server, zone, "SOA").split(" ", -1)[2]);
    }

    private static String port(Server server) {
        return String.valueOf(server.port("dns"));
    }
}
