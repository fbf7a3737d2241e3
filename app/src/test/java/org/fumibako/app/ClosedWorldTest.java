// SPDX-License-Identifier: Apache-2.0
package org.fumibako.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.fumibako.dns.Answer;
import org.fumibako.dns.Budget;
import org.fumibako.dns.DnsName;
import org.fumibako.dns.RecordType;
import org.fumibako.testkit.FakeDns;
import org.junit.jupiter.api.Test;

class ClosedWorldTest {
    private final FakeDns names = FakeDns.of("gmail.test MX 10 mx.gmail.test")
            .fail("gmail.com", Answer.Reason.REFUSED)
            .fail("slow.test", Answer.Reason.TIMEOUT);
    private final ClosedWorld world = new ClosedWorld(names);

    @Test
    void whatTheNameServerDoesNotSpeakForDoesNotExist() {
        assertThat(mx("gmail.com")).isInstanceOf(Answer.NoSuchName.class);
    }

    @Test
    void everythingElseIsAsTheNameServerSays() {
        assertThat(mx("gmail.test")).isInstanceOf(Answer.Records.class);
        assertThat(mx("slow.test")).isInstanceOf(Answer.Failure.class);
    }

    private Answer mx(String name) {
        return world.resolve(DnsName.of(name), RecordType.MX, Budget.of(10, Duration.ofMinutes(1), System::nanoTime));
    }
}
