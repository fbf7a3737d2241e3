// SPDX-License-Identifier: Apache-2.0
package org.fumibako.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.fumibako.journal.JournalEvent;
import org.fumibako.model.EmailAddress;
import org.fumibako.model.SmtpReply;
import org.fumibako.registry.Account;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Where messages went. */
@Timeout(120)
class TraceTest {
    private static final EmailAddress TARO = EmailAddress.of("taro@example.test");
    private static final EmailAddress BEN = EmailAddress.of("ben@other.test");

    @TempDir
    private Path directory;

    private static JournalEvent filed(long content, String subject, EmailAddress recipient) {
        return new JournalEvent.Filed(
                content,
                "INBOX",
                content,
                84_000,
                Optional.of(EmailAddress.of("sales@far.test")),
                Optional.of(recipient),
                content + "@far.test",
                subject);
    }

    @Test
    void aMessageThatAPhoneDeletedIsTracedToThePhone() throws Exception {
        try (World world = new World(directory)) {
            world.happens(TARO, "192.0.2.61", filed(1, "お見積りの件", TARO));
            world.happens(TARO, "192.0.2.61", new JournalEvent.Seen(1, "INBOX", 1));
            world.happens(TARO, "203.0.113.9", new JournalEvent.Deleted(1, "INBOX", 1));
            Browser anna = world.browserOf(world.customer("anna"));
            JsonNode found = anna.get("/api/domains/example.test/trace?q=%E8%A6%8B%E7%A9%8D")
                    .json();
            JsonNode message = found.path("items").get(0);
            assertThat(message.path("subject").asString()).isEqualTo("お見積りの件");
            assertThat(message.path("direction").asString()).isEqualTo("in");
            assertThat(message.path("state").asString()).isEqualTo("deleted");
            assertThat(message.path("recipients").get(0).asString()).isEqualTo("taro@example.test");
            List<JsonNode> events = message.path("events").valueStream().toList();
            assertThat(events)
                    .extracting(event -> event.path("kind").asString())
                    .containsExactly("filed", "seen", "deleted");
            assertThat(events.getLast().path("country").asString()).isEqualTo("TH");
            assertThat(events.getLast().path("account").asString()).isEqualTo("taro@example.test");
        }
    }

    @Test
    void whatIsKeptIsSaidToBeWhereItWasMovedTo() throws Exception {
        try (World world = new World(directory)) {
            world.happens(TARO, "192.0.2.61", filed(1, "one", TARO));
            world.happens(TARO, "192.0.2.61", new JournalEvent.Moved(1, "INBOX", 1, "Archive", 7));
            JsonNode message = world.browserOf(world.owner("taro@example.test"))
                    .get("/api/accounts/taro@example.test/trace")
                    .json()
                    .path("items")
                    .get(0);
            assertThat(message.path("state").asString()).isEqualTo("kept");
            assertThat(message.path("mailbox").asString()).isEqualTo("Archive");
        }
    }

    @Test
    void mailThatIsRefusedOrOnItsWayOutIsFoundByItsAddresses() throws Exception {
        try (World world = new World(directory)) {
            Account taro = world.registry.accounts().find(TARO).orElseThrow();
            world.happens(
                    TARO,
                    "192.0.2.1",
                    new JournalEvent.Refused(
                            "suzuki@far.test", "taro@example.test", SmtpReply.of(552, "5.2.2", "full")));
            world.queued(taro, "ken@elsewhere.test");
            Browser anna = world.browserOf(world.customer("anna"));
            JsonNode refused = anna.get("/api/domains/example.test/trace?q=suzuki")
                    .json()
                    .path("items")
                    .get(0);
            assertThat(refused.path("state").asString()).isEqualTo("refused");
            assertThat(refused.path("events").get(0).path("facts").toString()).contains("552 5.2.2 full");
            JsonNode out = anna.get("/api/domains/example.test/trace?q=KEN@")
                    .json()
                    .path("items")
                    .get(0);
            assertThat(out.path("direction").asString()).isEqualTo("out");
            assertThat(out.path("state").asString()).isEqualTo("waiting");
        }
    }

    @Test
    void nobodyIsToldOfOthersMail() throws Exception {
        try (World world = new World(directory)) {
            world.happens(BEN, "192.0.2.1", filed(1, "secret", BEN));
            Browser anna = world.browserOf(world.customer("anna"));
            assertThat(anna.get("/api/domains/example.test/trace?q=secret")
                            .json()
                            .path("items")
                            .size())
                    .isZero();
            assertThat(anna.get("/api/domains/example.test/trace?account=ben@other.test")
                            .json()
                            .path("items")
                            .size())
                    .isZero();
            assertThat(anna.get("/api/domains/other.test/trace").status()).isEqualTo(404);
            assertThat(anna.get("/api/domains/example.test/trace?limit=101").code())
                    .isEqualTo("field-invalid");
        }
    }
}
