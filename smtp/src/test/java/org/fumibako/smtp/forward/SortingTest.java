// SPDX-License-Identifier: Apache-2.0
package org.fumibako.smtp.forward;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.fumibako.delivery.sorting.DryRun;
import org.fumibako.delivery.sorting.Sorter;
import org.fumibako.journal.ForwardEvent;
import org.fumibako.journal.JournalEvent;
import org.fumibako.journal.SortingEvent;
import org.fumibako.journal.SortingEvent.Discarded;
import org.fumibako.journal.SortingEvent.ScriptFailed;
import org.fumibako.journal.SortingEvent.Sorted;
import org.fumibako.model.Content;
import org.fumibako.model.DomainName;
import org.fumibako.model.EmailAddress;
import org.fumibako.model.Flags;
import org.fumibako.registry.Account;
import org.fumibako.registry.filter.FilterAction;
import org.fumibako.registry.filter.FilterLevel;
import org.fumibako.store.queue.QueueFilter;
import org.fumibako.testkit.SinkMx;
import org.fumibako.testkit.SinkScript;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Mail that comes to port 25 for accounts that sort it. */
class SortingTest {
    private static final String FROM = "bob@far.test";
    private static final String MESSAGE = String.join(
            "\r\n",
            "From: Bob <bob@far.test>",
            "To: anna@near.test",
            "Subject: invoice 12",
            "Message-ID: <1@far.test>",
            "",
            "Pay me.",
            "");

    private RelayHouse house;
    private Account anna;

    @BeforeEach
    void open() throws IOException {
        house = new RelayHouse();
        anna = house.account("anna@near.test");
    }

    @AfterEach
    void close() throws Exception {
        house.close();
    }

    private int receive(String... to) throws IOException {
        return house.receive(FROM, List.of(to), MESSAGE).code();
    }

    @Test
    void ruleFilesIntoAMailboxThatItMakesAndMarksTheMessage() throws Exception {
        house.sort(anna, """
                require ["fileinto", "mailbox", "imap4flags"];
                # rule:[Invoices]
                if header :contains "subject" "invoice" {
                  fileinto :create :flags "\\\\Seen todo" "Money";
                }
                """.replace("\n", "\r\n"));
        assertThat(receive("anna@near.test")).isEqualTo(250);
        assertThat(house.inbox(anna)).isEmpty();
        assertThat(house.mailbox(anna, "Money")).singleElement().asString().endsWith(MESSAGE);
        assertThat(house.flags(anna, "Money")).containsExactly(Flags.of("\\Seen", "todo"));
        assertThat(house.events(anna, SortingEvent.class))
                .containsExactly(new Sorted(
                        "filed into \"Money\" with \\Seen todo", "rule \"Invoices\" (main, line 4)", "1@far.test"));
        assertThat(house.events(anna, JournalEvent.Filed.class))
                .extracting(JournalEvent.Filed::mailbox)
                .containsExactly("Money");
    }

    @Test
    void mailboxThatIsNotThereLeavesTheMessageInTheInbox() throws Exception {
        house.sort(anna, "require \"fileinto\"; fileinto \"Nowhere\";");
        assertThat(receive("anna@near.test")).isEqualTo(250);
        assertThat(house.inbox(anna)).hasSize(1);
        assertThat(house.events(anna, Sorted.class))
                .extracting(Sorted::done)
                .containsExactly("kept, because there is no mailbox \"Nowhere\",");
    }

    @Test
    void copyLiesInBothMailboxes() throws Exception {
        house.sort(
                anna,
                "require [\"fileinto\", \"copy\", \"special-use\"];"
                        + "fileinto :copy :specialuse \"\\\\Trash\" \"none\";");
        assertThat(receive("anna@near.test")).isEqualTo(250);
        assertThat(house.inbox(anna)).hasSize(1);
        assertThat(house.mailbox(anna, "Trash")).hasSize(1);
    }

    @Test
    void discardedMessageIsNowhereButInTheJournal() throws Exception {
        house.sort(anna, "# rule:[No Bob]\r\nif address \"from\" \"bob@far.test\" { discard; }");
        assertThat(receive("anna@near.test")).isEqualTo(250);
        assertThat(house.inbox(anna)).isEmpty();
        assertThat(house.events(anna, SortingEvent.class))
                .containsExactly(new Discarded(
                        Optional.of(EmailAddress.of(FROM)),
                        "invoice 12",
                        "rule \"No Bob\" (main, line 2)",
                        "1@far.test"));
    }

    @Test
    void redirectGoesTheWayOfForwardingAndItsBounceComesToTheOwner() throws Exception {
        SinkMx sink = house.sink("away.test", SinkScript.MODERN);
        house.sort(anna, "redirect \"anna@away.test\";");
        assertThat(receive("anna@near.test")).isEqualTo(250);
        assertThat(house.inbox(anna)).isEmpty();
        house.send();
        assertThat(sink.await(1).getFirst().mail())
                .matches("MAIL FROM:<SRS0=[a-z2-7]{7,}=[a-z2-7]{2}=far\\.test=bob@sv001\\.near\\.test>.*");
        assertThat(sink.await(1).getFirst().text()).startsWith("Delivered-To: anna@near.test\r\nReceived:");
        house.awaitEmpty();
        assertThat(house.events(anna, Sorted.class))
                .extracting(Sorted::done)
                .containsExactly("sent on to anna@away.test");
        assertThat(house.events(anna, ForwardEvent.Forwarded.class)).hasSize(1);
        assertThat(house.registry.forwards().of(anna.address()).targets()).isEmpty();
    }

    @Test
    void redirectThatComesBackStopsHere() throws Exception {
        house.sort(anna, "redirect \"anna@away.test\";");
        assertThat(house.receive(FROM, "anna@near.test", "Delivered-To: anna@near.test\r\n" + MESSAGE)
                        .code())
                .isEqualTo(250);
        assertThat(house.inbox(anna)).hasSize(1);
        assertThat(house.volume.queue().count(QueueFilter.ALL)).isEmpty();
    }

    @Test
    void rejectedMessageIsRefusedToTheOneWhoSendsIt() throws Exception {
        house.sort(anna, "require \"ereject\"; ereject \"No invoices,\r\nplease\";");
        assertThat(house.receive(FROM, "anna@near.test", MESSAGE).text()).contains("5.7.1 No invoices, please");
        assertThat(house.inbox(anna)).isEmpty();
        assertThat(house.events(anna, Sorted.class))
                .containsExactly(new Sorted("rejected", "a rule (main, line 1)", "1@far.test"));
        assertThat(house.events(anna, JournalEvent.Refused.class)).hasSize(1);
    }

    @Test
    void rejectedMessageIsKeptWhereTheAnswerIsAboutOthersToo() throws Exception {
        Account ben = house.account("ben@near.test");
        house.sort(anna, "require \"reject\"; reject \"no\";");
        assertThat(receive("anna@near.test", "ben@near.test")).isEqualTo(250);
        assertThat(house.inbox(anna)).hasSize(1);
        assertThat(house.inbox(ben)).hasSize(1);
        assertThat(house.volume.queue().count(QueueFilter.ALL)).isEmpty();
    }

    @Test
    void scriptThatFailsKeepsTheMessageAndSaysWhy() throws Exception {
        house.sort(anna, "require [\"fileinto\", \"include\"]; fileinto \"INBOX\"; include \"none\";");
        assertThat(receive("anna@near.test")).isEqualTo(250);
        assertThat(house.inbox(anna)).hasSize(1);
        assertThat(house.events(anna, ScriptFailed.class))
                .extracting(ScriptFailed::why)
                .containsExactly("main: line 1, column 52: there is no sound script \"none\" to include");
    }

    @Test
    void forwardingThatKeepsNothingLeavesWhatARuleFiled() throws Exception {
        house.forward(anna, false, "anna@away.test");
        house.sort(anna, "require \"fileinto\"; fileinto \"Trash\";");
        assertThat(receive("anna@near.test")).isEqualTo(250);
        assertThat(house.inbox(anna)).isEmpty();
        assertThat(house.mailbox(anna, "Trash")).hasSize(1);
        assertThat(house.volume.queue().list(QueueFilter.ALL, 10)).hasSize(1);
    }

    @Test
    void changedHeaderIsThatOfOneAccountOnly() throws Exception {
        Account ben = house.account("ben@near.test");
        house.sort(anna, "require \"editheader\"; addheader \"X-Note\" \"seen\"; deleteheader \"Subject\";");
        assertThat(receive("anna@near.test", "ben@near.test")).isEqualTo(250);
        assertThat(house.inbox(anna))
                .singleElement()
                .asString()
                .startsWith("X-Note: seen\r\nReturn-Path: <bob@far.test>\r\n")
                .doesNotContain("Subject:")
                .endsWith("Message-ID: <1@far.test>\r\n\r\nPay me.\r\n");
        assertThat(house.inbox(ben)).singleElement().asString().endsWith(MESSAGE);
    }

    @Test
    void rulesOfTheDomainRunFirstAndTheAccountsOwnWhenTheyLeaveItAlone() throws Exception {
        DomainName domain = DomainName.of("near.test");
        house.sort(anna, "require \"fileinto\"; fileinto \"Trash\";");
        house.registry
                .scripts()
                .putOfDomain(domain, Optional.of("if header \"subject\" \"invoice 12\" { keep; }"), RelayHouse.DESK);
        assertThat(receive("anna@near.test")).isEqualTo(250);
        assertThat(house.inbox(anna)).hasSize(1);
        house.registry
                .scripts()
                .putOfDomain(domain, Optional.of("if header \"subject\" \"x\" { discard; }"), RelayHouse.DESK);
        assertThat(receive("anna@near.test")).isEqualTo(250);
        assertThat(house.mailbox(anna, "Trash")).hasSize(1);
    }

    @Test
    void duplicatesAreSeenOnceTheFirstIsOnDisk() throws Exception {
        house.sort(anna, "require \"duplicate\"; if duplicate { discard; }");
        assertThat(receive("anna@near.test")).isEqualTo(250);
        assertThat(receive("anna@near.test")).isEqualTo(250);
        assertThat(house.inbox(anna)).hasSize(1);
    }

    @Test
    void whichRuleWouldTakeAMessageIsSaidWithoutDoingIt() throws Exception {
        assertThat(receive("anna@near.test")).isEqualTo(250);
        house.sort(
                anna,
                "require [\"fileinto\", \"mailbox\"];\r\n# rule:[Money]\r\n"
                        + "if header :contains \"subject\" \"invoice\" { fileinto :create \"Money\"; }");
        DryRun dryRun = new DryRun(
                house.registry.sorting(),
                house.volume,
                new Sorter.Identity(RelayHouse.HOST, ZoneOffset.UTC),
                house.clock);
        Content stored = Content.of(house.inbox(anna).getFirst().getBytes(StandardCharsets.ISO_8859_1));
        assertThat(dryRun.of(anna, stored))
                .extracting(finding -> finding.action().orElseThrow().cause().describe())
                .containsExactly("rule \"Money\" (main, line 3)");
        assertThat(house.inbox(anna)).hasSize(1);
        assertThat(house.volume.mailbox(anna.id(), "Money")).isEmpty();
    }

    @Test
    void rulesSeeWhatTheFilterSaysAndNotWhatTheSenderDoes() throws Exception {
        house.registry
                .filters()
                .set(DomainName.of("near.test"), FilterLevel.STANDARD, FilterAction.KEEP, true, RelayHouse.DESK);
        house.sort(anna, """
                require ["fileinto", "mailbox", "spamtest", "relational", "comparator-i;ascii-numeric"];
                if header :is "X-Spam-Flag" "YES" { fileinto :create "By header"; }
                if spamtest :value "ge" :comparator "i;ascii-numeric" "5" { fileinto :create "By test"; }
                if header :contains "Subject" "[SPAM]" { fileinto :create "By tag"; }
                """);
        String gtube = "XJS*C4JDBQADN1.NSBN3*2IDNEN*" + "GTUBE-STANDARD-ANTI-UBE-TEST-EMAIL*C.34X";
        house.receive(FROM, List.of("anna@near.test"), MESSAGE + gtube + "\r\n");
        house.receive(FROM, List.of("anna@near.test"), "X-Spam-Flag: YES\r\n" + MESSAGE);
        assertThat(house.mailbox(anna, "By header")).hasSize(1);
        assertThat(house.mailbox(anna, "By test")).hasSize(1);
        assertThat(house.mailbox(anna, "By tag")).hasSize(1);
        assertThat(house.inbox(anna))
                .as("the one that is no spam, whatever it says")
                .hasSize(1);
    }

    @Test
    void unfilteredMessageWasNotTested() throws Exception {
        house.sort(
                anna,
                "require [\"spamtest\", \"fileinto\", \"mailbox\"]; if spamtest \"0\" { fileinto :create \"X\"; }");
        receive("anna@near.test");
        assertThat(house.mailbox(anna, "X")).hasSize(1);
    }
}
