// SPDX-License-Identifier: Apache-2.0
package org.fumibako.mailauth.srs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import org.fumibako.model.DomainName;
import org.fumibako.model.EmailAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SrsTest {
    private static final DomainName US = DomainName.of("fwd.test");
    private static final Instant TODAY = Instant.parse("2026-11-25T12:00:00Z");
    private static final byte[] OLD = "an old secret of many octets".getBytes(StandardCharsets.UTF_8);
    private static final byte[] NEW = "a new secret of many octets too".getBytes(StandardCharsets.UTF_8);

    @Test
    void aRewrittenSenderFindsBack() {
        EmailAddress sender = EmailAddress.of("Taro.Yamada@example.jp");
        EmailAddress rewritten = srs(TODAY, NEW).rewrite(sender).orElseThrow();
        assertThat(rewritten.toString()).matches("SRS0=[a-z2-7]{6}=[a-z2-7]{2}=example\\.jp=Taro\\.Yamada@fwd\\.test");
        assertThat(srs(TODAY, NEW).reverse(rewritten)).isEqualTo(new Reversal.To(sender));
    }

    @Test
    void everySenderThatFitsFindsBackAndIsAnAddress() {
        long seed = new SplittableRandom().nextLong();
        SplittableRandom random = new SplittableRandom(seed);
        String alphabet = "abcXYZ019.=+-_!#$%&'*/?^`{|}~ \"\\@";
        for (int i = 0; i < 2_000; i++) {
            StringBuilder local = new StringBuilder();
            for (int n = random.nextInt(1, 50); n > 0; n--) {
                local.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            EmailAddress sender =
                    new EmailAddress(local.toString(), DomainName.of("a" + random.nextInt(999) + ".test"));
            Optional<EmailAddress> rewritten = srs(TODAY, NEW).rewrite(sender);
            if (rewritten.isPresent()
                    && !local.toString().toUpperCase(Locale.ROOT).startsWith("SRS")) {
                assertThat(EmailAddress.parse(rewritten.get().toString()))
                        .as("seed %s", seed)
                        .isEqualTo(rewritten);
                assertThat(srs(TODAY, NEW).reverse(rewritten.get()))
                        .as("seed %s", seed)
                        .isEqualTo(new Reversal.To(sender));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 31, 32, 1_023, 1_024, 123_456_789, (1L << 60) - 1})
    void tagComesBackWithTheSender(long tag) {
        EmailAddress sender = EmailAddress.of("t@a.jp");
        EmailAddress rewritten = srs(TODAY, NEW).rewrite(sender, tag).orElseThrow();
        assertThat(srs(TODAY, NEW).reverse(rewritten)).isEqualTo(new Reversal.To(sender, tag));
        EmailAddress loud = EmailAddress.of(rewritten.toString().toUpperCase(Locale.ROOT));
        assertThat(srs(TODAY, NEW).reverse(loud)).isInstanceOf(Reversal.To.class);
        EmailAddress first = EmailAddress.of("SRS0=Xy1z=AB=a.jp=t@one.test");
        EmailAddress second = srs(TODAY, NEW).rewrite(first, tag).orElseThrow();
        assertThat(srs(TODAY, NEW).reverse(second)).isEqualTo(new Reversal.To(first, tag));
    }

    @Test
    void tagCannotBeChangedAddedOrTakenAway() {
        EmailAddress sender = EmailAddress.of("taro@example.jp");
        String tagged = srs(TODAY, NEW).rewrite(sender, 1).orElseThrow().localPart();
        assertThat(tagged).matches("SRS0=[a-z2-7]{6}b=.*");
        String plain = srs(TODAY, NEW).rewrite(sender).orElseThrow().localPart();
        for (String forged : List.of(
                tagged.replaceFirst("b=", "c="),
                tagged.replaceFirst("b=", "="),
                tagged.replaceFirst("b=", "ab="),
                tagged.replaceFirst("b=", "!="),
                tagged.replaceFirst("b=", "b".repeat(12) + "="),
                plain.replaceFirst("(=[a-z2-7]{6})=", "$1b="),
                plain.replaceFirst("=[a-z2-7]{6}=", "=="))) {
            assertThat(srs(TODAY, NEW).reverse(new EmailAddress(forged, US)))
                    .as(forged)
                    .isEqualTo(new Reversal.Forged());
        }
    }

    @Test
    void lettersMayChangeTheirCaseOnTheWay() {
        String rewritten = srs(TODAY, NEW)
                .rewrite(EmailAddress.of("taro@example.jp"))
                .orElseThrow()
                .toString();
        EmailAddress loud = EmailAddress.of(rewritten.toUpperCase(Locale.ROOT));
        assertThat(srs(TODAY, NEW).reverse(loud)).isEqualTo(new Reversal.To(EmailAddress.of("TARO@example.jp")));
    }

    @Test
    void nobodyElseCanMakeOne() {
        EmailAddress rewritten =
                srs(TODAY, NEW).rewrite(EmailAddress.of("taro@example.jp")).orElseThrow();
        String other = rewritten.localPart().replace("=taro", "=jiro");
        assertThat(srs(TODAY, NEW).reverse(new EmailAddress(other, US))).isEqualTo(new Reversal.Forged());
        assertThat(srs(TODAY, OLD).reverse(rewritten)).isEqualTo(new Reversal.Forged());
        assertThat(srs(TODAY, NEW).reverse(EmailAddress.of("SRS0=abc@fwd.test")))
                .isEqualTo(new Reversal.Forged());
        assertThat(srs(TODAY, NEW).reverse(EmailAddress.of("SRS1=abc@fwd.test")))
                .isEqualTo(new Reversal.Forged());
    }

    @Test
    void anOldKeyStillChecksWhatItMade() {
        EmailAddress before =
                srs(TODAY, OLD).rewrite(EmailAddress.of("taro@example.jp")).orElseThrow();
        assertThat(srs(TODAY, NEW, OLD).reverse(before)).isInstanceOf(Reversal.To.class);
        EmailAddress after =
                srs(TODAY, NEW, OLD).rewrite(EmailAddress.of("taro@example.jp")).orElseThrow();
        assertThat(srs(TODAY, NEW).reverse(after)).isInstanceOf(Reversal.To.class);
    }

    @ParameterizedTest
    @CsvSource({"-2,false", "-1,true", "0,true", "20,true", "21,true", "22,false", "512,false", "1023,true", "1024,true"
    })
    void worksForThreeWeeksAndAgainAfterARound(int days, boolean valid) {
        EmailAddress rewritten =
                srs(TODAY, NEW).rewrite(EmailAddress.of("taro@example.jp")).orElseThrow();
        Reversal reversal = srs(TODAY.plus(Duration.ofDays(days)), NEW).reverse(rewritten);
        assertThat(reversal).isInstanceOf(valid ? Reversal.To.class : Reversal.Expired.class);
    }

    @Test
    void whatAnotherForwarderRewroteGoesBackToThatOne() {
        EmailAddress first = EmailAddress.of("SRS0=Xy1z=AB=example.jp=taro@one.test");
        EmailAddress second = srs(TODAY, NEW).rewrite(first).orElseThrow();
        assertThat(second.localPart()).startsWith("SRS1=").contains("=one.test==Xy1z=AB=example.jp=taro");
        assertThat(srs(TODAY, NEW).reverse(second)).isEqualTo(new Reversal.To(first));
        EmailAddress third = new Srs(List.of(OLD), DomainName.of("t.test"), Duration.ofDays(21), () -> TODAY)
                .rewrite(second)
                .orElseThrow();
        assertThat(third.localPart()).startsWith("SRS1=").contains("=one.test==Xy1z=AB=example.jp=taro");
    }

    @Test
    void whatIsOursAlreadyStays() {
        EmailAddress ours =
                srs(TODAY, NEW).rewrite(EmailAddress.of("taro@example.jp")).orElseThrow();
        assertThat(srs(TODAY, NEW).rewrite(ours)).contains(ours);
    }

    @ParameterizedTest
    @CsvSource({"37,true", "38,true", "39,false"})
    void aLocalPartIsNeverLongerThanTheStandardAllows(int length, boolean fits) {
        EmailAddress sender = EmailAddress.of("x".repeat(length) + "@example.jp");
        Optional<EmailAddress> rewritten = srs(TODAY, NEW).rewrite(sender);
        assertThat(rewritten.isPresent()).isEqualTo(fits);
        rewritten.ifPresent(address -> assertThat(address.localPart().length()).isEqualTo(26 + length));
    }

    @Test
    void otherAddressesAreNoBusinessOfRewriting() {
        assertThat(srs(TODAY, NEW).reverse(EmailAddress.of("taro@fwd.test"))).isEqualTo(new Reversal.NotRewritten());
        assertThat(srs(TODAY, NEW).reverse(EmailAddress.of("SRS0x@fwd.test"))).isEqualTo(new Reversal.NotRewritten());
        assertThat(srs(TODAY, NEW).reverse(EmailAddress.of("SRS0=a=b=c=d@other.test")))
                .isEqualTo(new Reversal.NotRewritten());
    }

    @Test
    void aKeyHasAtLeast16Octets() {
        assertThat(srs(TODAY, new byte[16])).isNotNull();
        assertThatIllegalArgumentException().isThrownBy(() -> srs(TODAY, new byte[15]));
        assertThatIllegalArgumentException().isThrownBy(() -> srs(TODAY));
    }

    private static Srs srs(Instant now, byte[]... keys) {
        return new Srs(List.of(keys), US, Duration.ofDays(21), InstantSource.fixed(now));
    }
}
