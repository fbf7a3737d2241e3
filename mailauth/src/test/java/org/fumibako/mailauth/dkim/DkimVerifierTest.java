// SPDX-License-Identifier: Apache-2.0
package org.fumibako.mailauth.dkim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fumibako.mailauth.dkim.Forge.ED25519;
import static org.fumibako.mailauth.dkim.Forge.MESSAGE;
import static org.fumibako.mailauth.dkim.Forge.RSA;
import static org.fumibako.mailauth.dkim.Forge.TAGS;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.fumibako.dns.Answer;
import org.fumibako.dns.Budget;
import org.fumibako.mailauth.message.MessageView;
import org.fumibako.model.DomainName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DkimVerifierTest {
    private static final Instant NOW = Instant.parse("2026-11-25T00:00:00Z");
    private static final String ED_RECORD = ED25519.recordText();

    private final KeyZone zone = new KeyZone()
            .txt("rsa._domainkey.example.test", RSA.recordText())
            .txt("ed._domainkey.example.test", ED_RECORD);
    private final DkimVerifier verifier = new DkimVerifier(zone, InstantSource.fixed(NOW));

    @Test
    void aMessageWithoutSignatureHasNoResult() {
        assertThat(verify(MESSAGE)).isEmpty();
        assertThat(verify("")).isEmpty();
        assertThat(verify("\r\n")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"simple/simple", "simple/relaxed", "relaxed/simple", "relaxed/relaxed", "relaxed", "simple"})
    void everyFormPassesWithBothAlgorithms(String form) {
        String ed = TAGS.replace("relaxed/relaxed", form);
        String rsa = ed.replace("ed25519", "rsa").replace("s=ed", "s=rsa");
        assertThat(reason(Forge.sign(ed, ED25519, MESSAGE))).isEqualTo(DkimReason.VALID);
        assertThat(reason(Forge.sign(rsa, RSA, MESSAGE))).isEqualTo(DkimReason.VALID);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "v=1|v=2|UNKNOWN_VERSION",
                "v=1; |''|SYNTAX",
                "a=ed25519-sha256|a=rsa-sha1|HISTORIC_ALGORITHM",
                "a=ed25519-sha256|a=ed25519-sha512|UNKNOWN_ALGORITHM",
                "a=ed25519-sha256; |''|SYNTAX",
                "a=ed25519-sha256|a=rsa-sha256|KEY_NOT_FOR_ALGORITHM",
                "c=relaxed/relaxed|c=loose/relaxed|SYNTAX",
                "c=relaxed/relaxed|c=relaxed/relaxed/relaxed|SYNTAX",
                "d=example.test; |''|SYNTAX",
                "d=example.test|d=|SYNTAX",
                "d=example.test|d=other.test|NO_KEY",
                "s=ed|s=none|NO_KEY",
                "s=ed|s=e d|SYNTAX",
                "s=ed; |''|SYNTAX",
                "h=from:to|h=to|FROM_NOT_SIGNED",
                "; h=from:to:subject|''|SYNTAX",
                "d=example.test|d=example.test; i=taro@other.test|IDENTITY_ELSEWHERE",
                "d=example.test|d=example.test; i=taro@notexample.test|IDENTITY_ELSEWHERE",
                "d=example.test|d=example.test; i=taro|SYNTAX",
                "d=example.test|d=example.test; i=taro@sub.example.test|VALID",
                "d=example.test|d=example.test; i=@example.test|VALID",
                "d=example.test|d=example.test; q=http|UNKNOWN_QUERY",
                "d=example.test|d=example.test; q=http:dns/txt|VALID",
                "d=example.test|d=EXAMPLE.test|VALID",
                "d=example.test|d=example.test; z=anything|VALID",
                "d=example.test|d=example.test; s=ed|SYNTAX",
                "d=example.test|d=example.test;;|SYNTAX",
            })
    void eachTagIsChecked(String right, String other, DkimReason expected) {
        String tags = TAGS.replace(right, other);
        assertThat(tags).isNotEqualTo(TAGS);
        String forged = tags.replaceAll("c=(loose.*?|(?:relaxed/?){3});", "c=relaxed/relaxed;");
        String signed = Forge.sign(forged, ED25519, MESSAGE).replace(forged, tags);
        assertThat(reason(signed)).isEqualTo(expected);
    }

    @Test
    void timesAreChecked() {
        long now = NOW.getEpochSecond();
        long ahead = SignatureTags.MAX_AHEAD.toSeconds();
        assertThat(timed("x=" + (now - 1))).isEqualTo(DkimReason.EXPIRED);
        assertThat(timed("x=" + now)).isEqualTo(DkimReason.VALID);
        assertThat(timed("t=" + (now + ahead))).isEqualTo(DkimReason.VALID);
        assertThat(timed("t=" + (now + ahead + 1))).isEqualTo(DkimReason.FROM_THE_FUTURE);
        assertThat(timed("t=" + (now - 9) + "; x=" + (now + 9))).isEqualTo(DkimReason.VALID);
        assertThat(timed("t=" + (now + 9) + "; x=" + (now + 9))).isEqualTo(DkimReason.SYNTAX);
        assertThat(timed("t=soon")).isEqualTo(DkimReason.SYNTAX);
        assertThat(timed("x=9999999999999")).isEqualTo(DkimReason.SYNTAX);
    }

    @Test
    void aFieldOnTopOfTheSignedOnesIsNotTheSignedOne() {
        String signed = Forge.sign(TAGS, ED25519, MESSAGE);
        String second = signed.replace("Subject: lunch", "Subject: dinner\r\nSubject: lunch");
        assertThat(reason(second)).as("the lowest is signed").isEqualTo(DkimReason.VALID);
        assertThat(reason(signed.replace("Subject: lunch", "Subject: lunch\r\nSubject: dinner")))
                .isEqualTo(DkimReason.HEADER_CHANGED);
        String oversigned = Forge.sign(TAGS + ":subject", ED25519, MESSAGE);
        assertThat(reason(oversigned)).isEqualTo(DkimReason.VALID);
        assertThat(reason(oversigned.replace("Subject: lunch", "Subject: dinner\r\nSubject: lunch")))
                .isEqualTo(DkimReason.HEADER_CHANGED);
    }

    @Test
    void repeatedFieldsAreTakenFromBelow() {
        String twice = MESSAGE.replace("To:", "To: first@example.test\r\nTo:");
        String signed = Forge.sign(TAGS.replace("from:to", "from:to:to"), ED25519, twice);
        assertThat(reason(signed)).isEqualTo(DkimReason.VALID);
        String swapped = signed.replace(
                "To: first@example.test\r\nTo: hanako@example.test",
                "To: hanako@example.test\r\nTo: first@example.test");
        assertThat(reason(swapped)).isEqualTo(DkimReason.HEADER_CHANGED);
    }

    @Test
    void aTailBehindTheSignedLengthIsReportedAndVouchesForNothing() {
        String signed = Forge.sign(TAGS + "; l=10", ED25519, MESSAGE.replace("  noon", " noon"));
        assertThat(verify(signed).getFirst().coverage().unsignedOctets()).isEqualTo(0);
        assertThat(verify(signed).getFirst().vouches()).isTrue();
        DkimResult tailed = verify(signed + "<b>Pay here</b>\r\n").getFirst();
        assertThat(tailed.verdict()).isEqualTo(DkimVerdict.PASS);
        assertThat(tailed.coverage().unsignedOctets()).isEqualTo(17);
        assertThat(tailed.vouches()).isFalse();
        assertThat(reason(signed.replace("l=10", "l=11"))).isEqualTo(DkimReason.BODY_TOO_SHORT);
        assertThat(reason(signed.replace("l=10", "l=" + "9".repeat(76)))).isEqualTo(DkimReason.BODY_TOO_SHORT);
        assertThat(reason(signed.replace("l=10", "l=" + "9".repeat(77)))).isEqualTo(DkimReason.SYNTAX);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "v=DKIM1; k=ed25519; p=|KEY_REVOKED",
                "v=DKIM1; k=ed25519|KEY_SYNTAX",
                "v=DKIM1; k=ed25519; p=????|KEY_SYNTAX",
                "v=DKIM1; k=ed25519; p=AAAA|KEY_UNUSABLE",
                "v=DKIM2; k=ed25519; p=KEY|KEY_SYNTAX",
                "k=ed25519; v=DKIM1; p=KEY|KEY_SYNTAX",
                "k=ed25519; p=KEY|VALID",
                "v=DKIM1; k=ed25519; p=KEY; n=a note=1|VALID",
                "v=DKIM1; k=ed25519; p=KEY; s=*|VALID",
                "v=DKIM1; k=ed25519; p=KEY; s=tlsrpt : email|VALID",
                "v=DKIM1; k=ed25519; p=KEY; s=tlsrpt|KEY_NOT_FOR_MAIL",
                "v=DKIM1; k=ed25519; p=KEY; h=sha1:sha256|VALID",
                "v=DKIM1; k=ed25519; p=KEY; h=sha1|KEY_NOT_FOR_ALGORITHM",
                "v=DKIM1; k=rsa; p=KEY|KEY_UNUSABLE",
                "v=DKIM1; k=dsa; p=KEY|KEY_NOT_FOR_ALGORITHM",
                "v=DKIM1; k=ed25519; p=KEY; p=KEY|KEY_SYNTAX",
                "v=spf1 -all|KEY_SYNTAX",
            })
    void keyRecordsAreHeldToTheirWord(String record, DkimReason expected) {
        String key = ED_RECORD.substring(ED_RECORD.indexOf("p=") + 2);
        zone.txt("k._domainkey.example.test", record.replace("KEY", key));
        String signed = Forge.sign(TAGS.replace("s=ed", "s=k"), ED25519, MESSAGE);
        assertThat(reason(signed)).isEqualTo(expected);
    }

    @Test
    void aStrictKeySignsForItsOwnDomainOnly() {
        zone.txt("k._domainkey.example.test", ED_RECORD + "; t=s");
        String tags = TAGS.replace("s=ed", "s=k");
        assertThat(reason(Forge.sign(tags + "; i=@example.test", ED25519, MESSAGE)))
                .isEqualTo(DkimReason.VALID);
        assertThat(reason(Forge.sign(tags + "; i=@a.example.test", ED25519, MESSAGE)))
                .isEqualTo(DkimReason.KEY_NOT_FOR_SUBDOMAINS);
    }

    @Test
    void whoTestsCannotFail() {
        zone.txt("k._domainkey.example.test", ED_RECORD + "; t=y");
        String signed = Forge.sign(TAGS.replace("s=ed", "s=k"), ED25519, MESSAGE);
        assertThat(verify(signed).getFirst().vouches()).isTrue();
        assertThat(verify(signed).getFirst().testing()).isTrue();
        assertThat(reason(signed.replace("noon", "four"))).isEqualTo(DkimReason.TESTING);
    }

    @Test
    void ofSeveralKeysAtOneNameOneThatFitsIsEnough() {
        zone.txt("k._domainkey.example.test", "v=spf1 -all");
        zone.txt("k._domainkey.example.test", "v=DKIM1; p=");
        zone.txt("k._domainkey.example.test", ED_RECORD);
        assertThat(reason(Forge.sign(TAGS.replace("s=ed", "s=k"), ED25519, MESSAGE)))
                .isEqualTo(DkimReason.VALID);
        for (int i = 0; i < KeyLookup.MAX_RECORDS; i++) {
            zone.txt("many._domainkey.example.test", "v=DKIM1; p=");
        }
        zone.txt("many._domainkey.example.test", ED_RECORD);
        assertThat(reason(Forge.sign(TAGS.replace("s=ed", "s=many"), ED25519, MESSAGE)))
                .isEqualTo(DkimReason.KEY_REVOKED);
    }

    @Test
    void aKeyThatCannotBeHadTodayIsNoVerdict() {
        String signed = Forge.sign(TAGS.replace("s=ed", "s=slow"), ED25519, MESSAGE);
        zone.answer("slow._domainkey.example.test", new Answer.Failure(Answer.Reason.TIMEOUT, "silence"));
        assertThat(reason(signed)).isEqualTo(DkimReason.DNS_FAILED);
        assertThat(DkimReason.DNS_FAILED.verdict()).isEqualTo(DkimVerdict.TEMPERROR);
        zone.answer("slow._domainkey.example.test", new Answer.NoData());
        assertThat(reason(signed)).isEqualTo(DkimReason.NO_KEY);
    }

    @Test
    void anEmptyBudgetIsNoVerdictEither() throws IOException {
        MessageView message = Forge.view(Forge.sign(TAGS, ED25519, MESSAGE));
        Budget spent = Budget.of(0, Duration.ofMinutes(1), System::nanoTime);
        assertThat(verifier.verify(message, spent))
                .extracting(DkimResult::reason)
                .containsExactly(DkimReason.DNS_FAILED);
    }

    @Test
    void shortKeysProveNothing() {
        String rsa = TAGS.replace("ed25519", "rsa").replace("s=ed", "s=k");
        String short512 = "MFwwDQYJKoZIhvcNAQEBBQADSwAwSAJBAIWmlgix/84GJ+dfgjm7LTc9EPdfk"
                + "ftlgiPpCq4/kbDAZmU0VvYKDljjleJ1dfvS+CGy9U/kk1tG3EeEvb82xAcCAwEAAQ==";
        zone.txt("k._domainkey.example.test", "v=DKIM1; p=" + short512);
        assertThat(reason(Forge.sign(rsa, RSA, MESSAGE))).isEqualTo(DkimReason.WEAK_KEY);
    }

    @Test
    void atMostTenSignaturesAreLookedAt() {
        String message = MESSAGE;
        for (int i = 0; i < DkimVerifier.MAX_SIGNATURES; i++) {
            message = Forge.sign(TAGS, ED25519, message);
        }
        assertThat(verify(message))
                .hasSize(DkimVerifier.MAX_SIGNATURES)
                .extracting(DkimResult::reason)
                .containsOnly(DkimReason.VALID);
        int before = zone.questions();
        List<DkimResult> results = verify(Forge.sign(TAGS, ED25519, message));
        assertThat(zone.questions() - before).isEqualTo(DkimVerifier.MAX_SIGNATURES);
        assertThat(results).hasSize(DkimVerifier.MAX_SIGNATURES + 1);
        assertThat(results.getLast().reason()).isEqualTo(DkimReason.TOO_MANY_SIGNATURES);
    }

    @Test
    void theBodyIsHashedAFewTimesAtMost() {
        String message = MESSAGE;
        for (int length = 0; length < DkimVerifier.MAX_BODY_HASHES; length++) {
            message = Forge.sign(TAGS + "; l=" + length, ED25519, message);
        }
        assertThat(verify(message)).extracting(DkimResult::reason).containsOnly(DkimReason.VALID);
        String again = Forge.sign(TAGS + "; l=1", ED25519, message);
        assertThat(verify(again)).extracting(DkimResult::reason).containsOnly(DkimReason.VALID);
        List<DkimResult> more = verify(Forge.sign(TAGS, ED25519, message));
        assertThat(more.getFirst().reason()).isEqualTo(DkimReason.VALID);
        assertThat(more.getLast().reason()).isEqualTo(DkimReason.TOO_MANY_SIGNATURES);
    }

    @Test
    void aHeaderThatIsNotReadToItsEndProvesNothing() {
        String field = "X-Padding: " + "x".repeat(500) + "\r\n";
        String signed = Forge.sign(TAGS, ED25519, MESSAGE);
        int room = MessageView.MAX_HEADER - signed.indexOf("\r\n\r\n") - 4;
        String padding = field.repeat(room / field.length() - 1);
        String last = "X-Last: " + "x".repeat(room - padding.length() - 10) + "\r\n";
        String full = signed.replace("\r\nFrom:", "\r\n" + padding + last + "From:");
        assertThat(full.indexOf("\r\n\r\n") + 4).isEqualTo(MessageView.MAX_HEADER);
        assertThat(reason(full)).isEqualTo(DkimReason.VALID);
        assertThat(reason(full.replace("X-Last: ", "X-Last: x"))).isEqualTo(DkimReason.HEADER_TOO_LARGE);
        String fields = "X: \r\n".repeat(MessageView.MAX_FIELDS - 4);
        String many = signed.replace("\r\nFrom:", "\r\n" + fields + "From:");
        assertThat(reason(many)).isEqualTo(DkimReason.VALID);
        assertThat(reason("X: \r\n" + many)).isEqualTo(DkimReason.HEADER_TOO_LARGE);
    }

    @Test
    void aDomainInItsOwnScriptIsItsALabels() {
        DomainName domain = DomainName.of("ドメイン.test");
        zone.txt("ed._domainkey." + domain, ED_RECORD);
        String octets = new String("ドメイン.test".getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        String signed = Forge.sign(TAGS.replace("d=example.test", "d=" + octets), ED25519, MESSAGE);
        assertThat(reason(signed)).isEqualTo(DkimReason.VALID);
        assertThat(verify(signed).getFirst().signer().domain()).contains(domain);
    }

    private DkimReason timed(String times) {
        return reason(Forge.sign(TAGS + "; " + times, ED25519, MESSAGE));
    }

    private DkimReason reason(String message) {
        List<DkimResult> results = verify(message);
        assertThat(results).isNotEmpty();
        return results.getFirst().reason();
    }

    private List<DkimResult> verify(String message) {
        try {
            return verifier.verify(Forge.view(message), KeyZone.budget());
        } catch (IOException memory) {
            throw new AssertionError(memory);
        }
    }
}
