// SPDX-License-Identifier: Apache-2.0
package org.fumibako.fuzz.mailauth;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.fumibako.fuzz.FuzzTime;
import org.fumibako.mailauth.dmarc.Authors;
import org.fumibako.mailauth.dmarc.DmarcRecordParser;
import org.fumibako.mailauth.mtasts.MtaStsPolicy;
import org.fumibako.mailauth.results.AuthenticationResults;
import org.fumibako.mailauth.results.MethodResult;
import org.fumibako.mailauth.results.MethodResult.Property;

/** The small readers of what strangers write, and the one writer that must not let any of it out of its quotes. */
class AuthenticationResultsFuzz {
    @FuzzTest(maxDuration = FuzzTime.A_RUN)
    void noValueEndsBeforeItsEnd(byte[] octets) {
        String text = new String(octets, StandardCharsets.ISO_8859_1);
        AuthenticationResults written = new AuthenticationResults(
                "us.test",
                List.of(
                        new MethodResult("dkim", "fail", Optional.of(text), List.of(new Property("header", "i", text))),
                        MethodResult.of("dmarc", "none")));
        assertThat(AuthenticationResults.parse(written.body()).map(AuthenticationResults::results))
                .hasValueSatisfying(results ->
                        assertThat(results).extracting(MethodResult::method).containsExactly("dkim", "dmarc"));
    }

    @FuzzTest(maxDuration = FuzzTime.A_RUN)
    void anyOctetsAreReadOrRefused(byte[] octets) {
        String text = new String(octets, StandardCharsets.ISO_8859_1);
        AuthenticationResults.parse(text)
                .ifPresent(read -> assertThat(read.results()).hasSizeLessThanOrEqualTo(64));
        DmarcRecordParser.parse(text)
                .ifPresent(read -> assertThat(read.percent()).isBetween(0, 100));
        MtaStsPolicy.parse(text).ifPresent(read -> assertThat(read.maxAge()).isGreaterThanOrEqualTo(Duration.ZERO));
        if (Authors.of(List.of(text)) instanceof Authors.Domains domains) {
            assertThat(domains.all()).hasSizeBetween(1, Authors.MAX_DOMAINS);
        }
    }
}
