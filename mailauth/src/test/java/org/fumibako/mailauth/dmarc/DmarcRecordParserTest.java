// SPDX-License-Identifier: Apache-2.0
package org.fumibako.mailauth.dmarc;

import static org.assertj.core.api.Assertions.assertThat;

import org.fumibako.mailauth.dmarc.DmarcRecord.Alignment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DmarcRecordParserTest {
    @Test
    void everyTagIsRead() {
        DmarcRecord record = record("v=DMARC1 ; P=Reject; sp = quarantine;np=none; adkim=s;aspf=s;psd=n;t=y;"
                + "rua=mailto:a@example.jp, https://example.jp/r;fo=1;x=unknown;");
        assertThat(record.policy()).isEqualTo(DmarcPolicy.REJECT);
        assertThat(record.subdomains()).contains(DmarcPolicy.QUARANTINE);
        assertThat(record.missing()).contains(DmarcPolicy.NONE);
        assertThat(record.dkim()).isEqualTo(Alignment.STRICT);
        assertThat(record.spf()).isEqualTo(Alignment.STRICT);
        assertThat(record.psd()).contains(false);
        assertThat(record.testing()).isTrue();
        assertThat(record.reports()).containsExactly("mailto:a@example.jp", "https://example.jp/r");
    }

    @Test
    void whatIsNotSaidHasItsDefault() {
        DmarcRecord record = record("v=DMARC1;p=none");
        assertThat(record.subdomains()).isEmpty();
        assertThat(record.dkim()).isEqualTo(Alignment.RELAXED);
        assertThat(record.psd()).isEmpty();
        assertThat(record.testing()).isFalse();
        assertThat(record.percent()).isEqualTo(100);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "v=DMARC2;p=none",
                "v=dmarc1;p=none",
                "p=none;v=DMARC1",
                "v=DMARC1",
                "v=DMARC1;p=",
                "v=DMARC1;p=block",
                "v=DMARC1;p=reject;sp=block",
                "v=DMARC1;p=reject;np=block;rua=nobody",
                "v=spf1 -all"
            })
    void whatIsNoPolicyIsNone(String text) {
        assertThat(DmarcRecordParser.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"v=DMARC1;rua=mailto:a@example.jp", "v=DMARC1;p=reject;sp=block;rua=mailto:a@example.jp"})
    void whoAsksForReportsButGetsThePolicyWrongIsWatching(String text) {
        assertThat(record(text).policy()).isEqualTo(DmarcPolicy.NONE);
        assertThat(record(text).subdomains()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"pct=0,0", "pct=30,30", "pct=100,100", "pct=101,100", "pct=-1,100", "pct=x,100", "pct=10;t=n,100"})
    void theShareOfOldRecordsIsReadUnlessTheySpeakTheNewWay(String tags, int percent) {
        assertThat(record("v=DMARC1;p=reject;" + tags).percent()).isEqualTo(percent);
    }

    @Test
    void theFirstOfRepeatedTagsCounts() {
        assertThat(record("v=DMARC1;p=reject;p=none").policy()).isEqualTo(DmarcPolicy.REJECT);
    }

    @Test
    void aRecordOf64KilobytesIsReadInOneGo() {
        assertThat(record("v=DMARC1;p=reject;" + "rua=mailto:a@b.test,".repeat(3_000))
                        .policy())
                .isEqualTo(DmarcPolicy.REJECT);
        assertThat(record("v=DMARC1;p=reject;rua=" + "mailto:a@b.test,".repeat(4_000))
                        .reports())
                .hasSize(10);
        assertThat(record("v=DMARC1;p=reject;" + ";=".repeat(32_000)).policy()).isEqualTo(DmarcPolicy.REJECT);
    }

    private static DmarcRecord record(String text) {
        return DmarcRecordParser.parse(text).orElseThrow();
    }
}
