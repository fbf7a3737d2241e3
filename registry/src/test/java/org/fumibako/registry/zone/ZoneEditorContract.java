// SPDX-License-Identifier: Apache-2.0
package org.fumibako.registry.zone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.fumibako.registry.zone.Town.DESK;
import static org.fumibako.registry.zone.ZonesContract.EXAMPLE;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.fumibako.dns.server.Zone;
import org.fumibako.journal.JournalEvent;
import org.fumibako.model.DomainName;
import org.fumibako.registry.RegistryException;
import org.junit.jupiter.api.Test;

/** What customers may change in their zones. */
interface ZoneEditorContract {
    Town town();

    @Test
    default void aRecordIsAddedChangedAndDeletedAndServedAtOnce() {
        try (Town town = town()) {
            town.domain("example.jp", "one");
            ZoneEditor editor = town.editor();
            long first = town.last().serial();
            editor.add(EXAMPLE, RecordDraft.of("www", "a", " 192.0.2.80 "), DESK);
            assertThat(Town.lines(town.last())).contains("www.example.jp. 3600 IN A 192.0.2.80");
            assertThat(town.last().serial()).isEqualTo(first + 1);
            long id = ownId(editor);
            editor.change(
                    EXAMPLE,
                    id,
                    new RecordDraft("WWW.example.jp", "AAAA", "2001:db8::80", Optional.of(Duration.ofMinutes(5)), 0),
                    DESK);
            assertThat(Town.lines(town.last()))
                    .contains("www.example.jp. 300 IN AAAA 2001:db8:0:0:0:0:0:80")
                    .noneMatch(line -> line.contains("192.0.2.80"));
            editor.delete(EXAMPLE, ownId(editor), DESK);
            assertThat(Town.lines(town.last())).noneMatch(line -> line.startsWith("www."));
            assertThat(town.last().serial()).isEqualTo(first + 3);
            refused(ZoneRefusal.NO_SUCH_RECORD, () -> editor.delete(EXAMPLE, id, DESK));
            assertThat(town.rows())
                    .extracting(row -> row.event())
                    .contains(new JournalEvent.DnsChanged("example.jp", "added www.example.jp 3600 A 192.0.2.80"));
        }
    }

    @Test
    default void everyTypeIsReadAsPeopleWriteIt() {
        try (Town town = town()) {
            town.domain("example.jp", "one");
            ZoneEditor editor = town.editor();
            Optional<Duration> hour = Optional.of(Duration.ofHours(1));
            editor.add(EXAMPLE, new RecordDraft("@", "MX", "mx.example.com", hour, 20), DESK);
            editor.add(EXAMPLE, RecordDraft.of("", "MX", "30 mx2.example.com."), DESK);
            editor.add(EXAMPLE, new RecordDraft("_sip._tcp", "SRV", "5 5060 sip.example.com", hour, 1), DESK);
            editor.add(EXAMPLE, RecordDraft.of("*.dev", "CNAME", "日本語.example"), DESK);
            editor.add(EXAMPLE, RecordDraft.of("@", "CAA", "0 issue \"ca.example\""), DESK);
            editor.add(EXAMPLE, RecordDraft.of("sub", "NS", "ns1.example.com"), DESK);
            editor.add(EXAMPLE, RecordDraft.of("@", "TXT", "site=\"quoted\" ; 文"), DESK);
            editor.add(EXAMPLE, RecordDraft.of("long", "TXT", "x".repeat(256)), DESK);
            assertThat(Town.lines(town.last()))
                    .contains(
                            "example.jp. 3600 IN MX 20 mx.example.com.",
                            "example.jp. 3600 IN MX 30 mx2.example.com.",
                            "_sip._tcp.example.jp. 3600 IN SRV 1 5 5060 sip.example.com.",
                            "*.dev.example.jp. 3600 IN CNAME xn--wgv71a119e.example.",
                            "example.jp. 3600 IN CAA 0 issue \"ca.example\"",
                            "sub.example.jp. 3600 IN NS ns1.example.com.",
                            "example.jp. 3600 IN TXT \"site=\\\"quoted\\\" ; \\230\\150\\135\"",
                            "long.example.jp. 3600 IN TXT \"" + "x".repeat(255) + "\" \"x\"");
        }
    }

    @Test
    default void whatIsWrongIsSaidWithAReason() {
        try (Town town = town()) {
            town.domain("example.jp", "one");
            ZoneEditor editor = town.editor();
            editor.add(EXAMPLE, RecordDraft.of("www", "A", "192.0.2.80"), DESK);
            editor.add(EXAMPLE, RecordDraft.of("@", "TXT", "v=spf1 mx -all"), DESK);
            editor.add(EXAMPLE, RecordDraft.of("_dmarc", "TXT", "v=DMARC1; p=reject"), DESK);
            editor.add(EXAMPLE, RecordDraft.of("sub", "NS", "ns1.example.com"), DESK);
            Zone before = town.last();
            Object[][] wrong = {
                {ZoneRefusal.NOT_A_NAME, "a b", "A", "192.0.2.1"},
                {ZoneRefusal.NOT_A_NAME, "a.*.b", "A", "192.0.2.1"},
                {ZoneRefusal.NOT_A_NAME, "x".repeat(64), "A", "192.0.2.1"},
                {ZoneRefusal.OUTSIDE_ZONE, "www.example.com.", "A", "192.0.2.1"},
                {ZoneRefusal.WRONG_TYPE, "www", "SOA", "192.0.2.1"},
                {ZoneRefusal.WRONG_TYPE, "www", "HINFO", "192.0.2.1"},
                {ZoneRefusal.BAD_ADDRESS, "www", "A", "192.0.2.256"},
                {ZoneRefusal.BAD_ADDRESS, "www", "AAAA", "192.0.2.1"},
                {ZoneRefusal.BAD_ADDRESS, "www", "A", "0.0.0.0"},
                {ZoneRefusal.BAD_ADDRESS, "www", "AAAA", "ff02::1"},
                {ZoneRefusal.ADDRESS_FOR_NAME, "@", "MX", "10 192.0.2.1"},
                {ZoneRefusal.ADDRESS_FOR_NAME, "x", "CNAME", "192.0.2.1"},
                {ZoneRefusal.BAD_CONTENT, "x", "CNAME", "two words"},
                {ZoneRefusal.BAD_CONTENT, "x", "MX", "ten mx.example.com"},
                {ZoneRefusal.BAD_CONTENT, "x", "MX", "70000 mx.example.com"},
                {ZoneRefusal.DUPLICATE, "www", "A", "192.0.2.80"},
                {ZoneRefusal.ALIAS_BESIDE_OTHERS, "www", "CNAME", "example.com"},
                {ZoneRefusal.ALIAS_AT_APEX, "@", "CNAME", "example.com"},
                {ZoneRefusal.NAME_SERVERS_OF_APEX, "@", "NS", "ns1.example.com"},
                {ZoneRefusal.BELOW_SUB_ZONE, "a.sub", "TXT", "unseen"},
                {ZoneRefusal.BELOW_SUB_ZONE, "sub", "MX", "10 mx.example.com"},
                {ZoneRefusal.TWO_SPF, "@", "TXT", "v=spf1 a -all"},
                {ZoneRefusal.BAD_SPF, "x", "TXT", "v=spf1\tmx -all"},
                {ZoneRefusal.SPF_LOOK_UPS, "x", "TXT", "v=spf1" + " include:a.example".repeat(11)},
                {ZoneRefusal.SPF_LOOK_UPS, "x", "TXT", "v=spf1 include:many.example -all"},
                {ZoneRefusal.TWO_DMARC, "_dmarc", "TXT", "v=DMARC1; p=none"},
                {ZoneRefusal.TOO_LONG, "x", "TXT", "x".repeat(4097)},
            };
            for (Object[] line : wrong) {
                RecordDraft draft = RecordDraft.of((String) line[1], (String) line[2], (String) line[3]);
                refused((ZoneRefusal) line[0], () -> editor.add(EXAMPLE, draft, DESK));
            }
            refused(
                    ZoneRefusal.BAD_TTL,
                    () -> editor.add(
                            EXAMPLE,
                            new RecordDraft("x", "A", "192.0.2.1", Optional.of(Duration.ofSeconds(59)), 0),
                            DESK));
            refused(
                    ZoneRefusal.BAD_TTL,
                    () -> editor.add(
                            EXAMPLE,
                            new RecordDraft("x", "A", "192.0.2.1", Optional.of(Duration.ofSeconds(604_801)), 0),
                            DESK));
            refused(
                    ZoneRefusal.BAD_PRIORITY,
                    () -> editor.add(
                            EXAMPLE, new RecordDraft("x", "MX", "mx.example.com", Optional.empty(), 65_536), DESK));
            assertThat(town.last()).isSameAs(before);
            editor.add(EXAMPLE, RecordDraft.of("ns.sub", "A", "192.0.2.53"), DESK);
            editor.add(EXAMPLE, RecordDraft.of("x", "TXT", "x".repeat(4096)), DESK);
            editor.add(EXAMPLE, RecordDraft.of("null", "MX", "0 ."), DESK);
            refused(
                    ZoneRefusal.NULL_MX_BESIDE_OTHERS,
                    () -> editor.add(EXAMPLE, RecordDraft.of("null", "MX", "10 mx.example.com"), DESK));
        }
    }

    @Test
    default void ownRecordsReplaceAutomaticOnesUntilTheyAreGone() {
        try (Town town = town()) {
            town.domain("example.jp", "one");
            ZoneEditor editor = town.editor();
            List<String> before = Town.lines(town.last());
            editor.add(EXAMPLE, RecordDraft.of("@", "MX", "10 mx.example.com"), DESK);
            assertThat(Town.lines(town.last()))
                    .contains("example.jp. 3600 IN MX 10 mx.example.com.")
                    .doesNotContain("example.jp. 3600 IN MX 10 sv001.example.net.")
                    .noneMatch(line -> line.contains("mta-sts"));
            editor.add(EXAMPLE, RecordDraft.of("mail", "CNAME", "mail.example.com"), DESK);
            assertThat(Town.lines(town.last())).noneMatch(line -> line.startsWith("mail.example.jp. 3600 IN A"));
            editor.add(EXAMPLE, RecordDraft.of("autoconfig", "A", "192.0.2.1"), DESK);
            assertThat(Town.lines(town.last()))
                    .noneMatch(line -> line.startsWith("autoconfig") && line.contains("CNAME"));
            editor.add(EXAMPLE, new RecordDraft("@", "TXT", "other", Optional.of(Duration.ofMinutes(5)), 0), DESK);
            assertThat(Town.lines(town.last())).anyMatch(line -> line.startsWith("example.jp. 300 IN TXT \"v=spf1"));
            editor.add(EXAMPLE, RecordDraft.of("@", "TXT", "v=spf1 -all"), DESK);
            assertThat(Town.lines(town.last()))
                    .contains("example.jp. 300 IN TXT \"v=spf1 -all\"", "example.jp. 300 IN TXT \"other\"")
                    .noneMatch(line -> line.contains("spf.provider"));
            assertThat(editor.entries(EXAMPLE))
                    .filteredOn(entry -> entry.standing() == ZoneEntry.Standing.REPLACED)
                    .extracting(entry ->
                            entry.record().name() + " " + entry.record().data().type())
                    .contains("example.jp MX", "example.jp TXT", "mail.example.jp A", "autoconfig.example.jp CNAME");
            for (int i = 0; i < 5; i++) {
                editor.delete(EXAMPLE, ownId(editor), DESK);
            }
            assertThat(Town.lines(town.last())).containsExactlyInAnyOrderElementsOf(before);
        }
    }

    @Test
    default void recordsOfOneNameAndTypeHaveOneTtl() {
        try (Town town = town()) {
            town.domain("example.jp", "one");
            ZoneEditor editor = town.editor();
            editor.add(EXAMPLE, new RecordDraft("www", "A", "192.0.2.1", Optional.of(Duration.ofMinutes(5)), 0), DESK);
            editor.add(EXAMPLE, RecordDraft.of("www", "A", "192.0.2.2"), DESK);
            assertThat(Town.lines(town.last())).contains("www.example.jp. 300 IN A 192.0.2.2");
            editor.add(EXAMPLE, new RecordDraft("www", "A", "192.0.2.3", Optional.of(Duration.ofMinutes(9)), 0), DESK);
            assertThat(Town.lines(town.last()))
                    .contains("www.example.jp. 540 IN A 192.0.2.1", "www.example.jp. 540 IN A 192.0.2.3");
            editor.undo(EXAMPLE, DESK);
            assertThat(Town.lines(town.last()))
                    .contains("www.example.jp. 300 IN A 192.0.2.1", "www.example.jp. 300 IN A 192.0.2.2");
        }
    }

    @Test
    default void spfAndDmarcAreChosen() {
        try (Town town = town()) {
            town.domain("example.jp", "one");
            DomainName sub = town.domain("sub.example.jp", "one");
            ZoneEditor editor = town.editor();
            editor.spf(EXAMPLE, SpfChoice.gmail(), DESK);
            assertThat(Town.lines(town.last()))
                    .contains("example.jp. 3600 IN TXT \"v=spf1 +a:sv001.example.net +a:example.jp +mx"
                            + " include:spf.provider.example include:_spf.google.com ~all\"");
            editor.spf(EXAMPLE, SpfChoice.of("v=spf1 mx -all"), DESK);
            assertThat(Town.lines(town.last())).contains("example.jp. 3600 IN TXT \"v=spf1 mx -all\"");
            refused(ZoneRefusal.BAD_SPF, () -> editor.spf(EXAMPLE, SpfChoice.of("spf1 mx"), DESK));
            refused(ZoneRefusal.SPF_OF_SUBDOMAIN, () -> editor.spf(sub, SpfChoice.gmail(), DESK));
            editor.dmarc(EXAMPLE, Optional.of(DmarcPolicy.QUARANTINE), DESK);
            editor.dmarc(sub, Optional.of(DmarcPolicy.REJECT), DESK);
            assertThat(Town.lines(town.last()))
                    .contains(
                            "_dmarc.example.jp. 3600 IN TXT \"v=DMARC1; p=quarantine; rua=mailto:dmarc@example.net\"",
                            "_dmarc.sub.example.jp. 3600 IN TXT \"v=DMARC1; p=reject; rua=mailto:dmarc@example.net\"");
            for (int i = 0; i < 4; i++) {
                editor.undo(EXAMPLE, DESK);
            }
            assertThat(Town.lines(town.last()))
                    .anyMatch(line -> line.contains("include:spf.provider.example ~all"))
                    .anyMatch(line -> line.startsWith("_dmarc.example.jp.") && line.contains("p=none"))
                    .noneMatch(line -> line.startsWith("_dmarc.sub."));
            refused(ZoneRefusal.NOTHING_TO_UNDO, () -> editor.undo(EXAMPLE, DESK));
            assertThat(editor.history(EXAMPLE)).hasSize(4).allMatch(ZoneChange::undone);
        }
    }

    @Test
    default void whatIsExportedIsLoadedAgain() {
        try (Town town = town()) {
            town.domain("example.jp", "one");
            ZoneEditor editor = town.editor();
            editor.add(EXAMPLE, RecordDraft.of("www", "A", "192.0.2.1"), DESK);
            editor.add(EXAMPLE, RecordDraft.of("@", "TXT", "v=spf1 -all"), DESK);
            String file = editor.export(EXAMPLE);
            assertThat(editor.load(EXAMPLE, file, true, DESK)).isZero();
            assertThat(editor.history(EXAMPLE)).hasSize(2);
            editor.undo(EXAMPLE, DESK);
            editor.undo(EXAMPLE, DESK);
            assertThat(editor.load(EXAMPLE, file + "; comment\nnew.example.jp. 60 IN TXT \"x\"", false, DESK))
                    .isEqualTo(3);
            assertThat(editor.load(EXAMPLE, file, true, DESK)).isZero();
            assertThat(editor.export(EXAMPLE).lines().skip(1))
                    .containsExactlyInAnyOrderElementsOf(file.lines().skip(1).toList());
            refused(ZoneRefusal.BAD_FILE, () -> editor.load(EXAMPLE, "www A 192.0.2.1", false, DESK));
            refused(
                    ZoneRefusal.OUTSIDE_ZONE,
                    () -> editor.load(EXAMPLE, "www.example.com. 60 IN A 192.0.2.1", false, DESK));
        }
    }

    @Test
    default void thereIsABoundOnRecords() {
        try (Town town = town()) {
            town.domain("example.jp", "one");
            ZoneEditor editor = town.editor();
            StringBuilder file = new StringBuilder();
            for (int i = 0; i < 1_000; i++) {
                file.append("n").append(i).append(".example.jp. 60 IN A 192.0.2.1\n");
            }
            assertThat(editor.load(EXAMPLE, file.toString(), false, DESK)).isEqualTo(1_000);
            refused(
                    ZoneRefusal.TOO_MANY_RECORDS,
                    () -> editor.add(EXAMPLE, RecordDraft.of("more", "A", "192.0.2.1"), DESK));
            editor.undo(EXAMPLE, DESK);
            file.setLength(0);
            for (int i = 1; i <= 51; i++) {
                file.append("n.example.jp. 60 IN A 192.0.2.").append(i).append('\n');
            }
            refused(ZoneRefusal.TOO_MANY_OF_A_TYPE, () -> editor.load(EXAMPLE, file.toString(), false, DESK));
        }
    }

    @Test
    default void aDomainOfNobodyOrBelowAnothersIsNotEdited() {
        try (Town town = town()) {
            ZoneEditor editor = town.editor();
            assertThatExceptionOfType(RegistryException.class).isThrownBy(() -> editor.entries(EXAMPLE));
            town.domain("example.jp", "one");
            DomainName below = town.domain("www.example.jp", "two");
            refused(ZoneRefusal.NO_ZONE, () -> editor.add(below, RecordDraft.of("@", "A", "192.0.2.1"), DESK));
        }
    }

    private static long ownId(ZoneEditor editor) {
        return editor.entries(EXAMPLE).getFirst().id().orElseThrow();
    }

    /** Fails unless a change is refused for this reason, in a sentence. */
    private static void refused(ZoneRefusal refusal, ThrowingCallable change) {
        assertThatExceptionOfType(ZoneRefusedException.class)
                .as(refusal.name())
                .isThrownBy(change)
                .withMessageEndingWith(".")
                .satisfies(refused -> assertThat(refused.refusal()).isEqualTo(refusal));
    }
}
