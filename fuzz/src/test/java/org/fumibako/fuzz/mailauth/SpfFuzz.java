// SPDX-License-Identifier: Apache-2.0
package org.fumibako.fuzz.mailauth;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fumibako.dns.Answer;
import org.fumibako.dns.Budget;
import org.fumibako.dns.RecordData;
import org.fumibako.dns.RecordType;
import org.fumibako.dns.Resolver;
import org.fumibako.fuzz.FuzzTime;
import org.fumibako.mailauth.spf.Spf;
import org.fumibako.mailauth.spf.SpfLimits;
import org.fumibako.mailauth.spf.SpfOutcome;
import org.fumibako.mailauth.spf.SpfRequest;
import org.fumibako.model.DomainName;
import org.fumibako.model.EmailAddress;

/** Whatever a record says, and wherever it leads to itself, there is a result within the limits. */
class SpfFuzz {
    private static final DomainName HOST = DomainName.of("us.test");

    @FuzzTest(maxDuration = FuzzTime.A_RUN)
    @DictionaryFile(resourcePath = "/dictionaries/spf.dict")
    void everyRecordHasAResultWithinTheLimits(byte[] record) {
        Answer answer = new Answer.Records(List.of(text(record)), Duration.ofHours(1), false);
        Resolver world = (_, type, budget) -> {
            if (!budget.spend()) {
                return new Answer.Failure(Answer.Reason.BUDGET_SPENT, "");
            }
            return type == RecordType.TXT ? answer : new Answer.NoData();
        };
        Budget budget = Budget.of(SpfLimits.QUESTIONS, SpfLimits.TIME, () -> 0);
        SpfRequest request = SpfRequest.of(
                InetAddress.ofLiteral("192.0.2.1"), "mx.test", Optional.of(EmailAddress.of("a@example.test")));
        SpfOutcome outcome = new Spf(world, HOST, InstantSource.system()).check(request, budget);
        assertThat(budget.questions()).isPositive();
        assertThat(outcome.explanation().orElse("")).matches("[ -~]{0,400}");
    }

    private static RecordData text(byte[] record) {
        String text = new String(record, StandardCharsets.ISO_8859_1);
        List<String> strings = new ArrayList<>();
        int from = 0;
        do {
            int to = Math.min(text.length(), from + RecordData.MAX_STRING);
            strings.add(text.substring(from, to));
            from = to;
        } while (from < text.length());
        return new RecordData.Txt(strings);
    }
}
