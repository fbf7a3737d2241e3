// SPDX-License-Identifier: Apache-2.0
package org.fumibako.jmap;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.fumibako.model.Flags;
import org.fumibako.model.SpecialUse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** How much room there is (RFC 9425). */
class QuotaTest {
    private final TestJmap jmap = new TestJmap();

    @AfterEach
    void close() {
        jmap.close();
    }

    @Test
    void theQuotaCountsWhatTheAccountHolds() {
        JsonNode before = jmap.call("Quota/get", "{$A}");
        JsonNode quota = before.path("list").get(0);
        assertThat(quota.path("used").longValue()).isZero();
        assertThat(quota.path("hardLimit").longValue())
                .isEqualTo(jmap.registry.account().quota().size().bytes());
        assertThat(quota.path("types").toString()).isEqualTo("[\"Email\"]");
        jmap.file(jmap.mailbox(SpecialUse.INBOX), "Subject: x\n\nx\n", Flags.NONE, Instant.EPOCH);
        JsonNode changes = jmap.call(
                "Quota/changes", "{$A,'sinceState':'" + before.path("state").stringValue() + "'}");
        assertThat(changes.path("updated").toString()).isEqualTo("[\"octets\"]");
        assertThat(changes.path("updatedProperties").toString()).isEqualTo("[\"used\"]");
        assertThat(jmap.call("Quota/get", "{$A,'ids':['octets','other'],'properties':['used']}")
                        .path("list")
                        .get(0)
                        .path("used")
                        .longValue())
                .isEqualTo(17);
        assertThat(jmap.call("Quota/query", "{$A,'filter':{'type':'Email'}}")
                        .path("ids")
                        .size())
                .isOne();
        assertThat(jmap.call("Quota/query", "{$A,'filter':{'scope':'domain'}}")
                        .path("ids")
                        .isEmpty())
                .isTrue();
        assertThat(jmap.error("Quota/changes", "{$A,'sinceState':'x'}")).isEqualTo("cannotCalculateChanges");
    }
}
