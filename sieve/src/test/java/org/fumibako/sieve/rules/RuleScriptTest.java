// SPDX-License-Identifier: Apache-2.0
package org.fumibako.sieve.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.fumibako.model.EmailAddress;
import org.fumibako.sieve.SieveLimits;
import org.fumibako.sieve.SieveScript;
import org.fumibako.sieve.rules.Rule.Condition;
import org.fumibako.sieve.rules.Rule.Deed;
import org.fumibako.sieve.rules.Rule.Flag;
import org.fumibako.sieve.rules.Rule.Match;
import org.fumibako.sieve.rules.Rule.Subject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rules are written as Sieve that is sound, and read back as they were. */
class RuleScriptTest {
    private static final int SETS = 300;

    private static final List<String> TEXTS =
            List.of("", "請求書", "a*b?c\\d", "\"quoted\"", "ｗｉｄｅ", "x]", "rule:[y]", "${a}", "*", "\\");

    @Test
    void ruleIsSieveThatPeopleCanRead() {
        Rule rule = new Rule(
                "請求書",
                true,
                true,
                List.of(
                        Condition.of(Subject.SUBJECT, Match.BEGINS, "invoice*"),
                        Condition.of(Subject.TO, Match.IS, "taro@example.jp")),
                List.of(new Deed.Mark(Flag.SEEN), new Deed.Move("Money")),
                true);
        assertThat(RuleScript.write(List.of(rule)).replace("\r\n", "\n")).isEqualTo("""
                        require ["comparator-i;unicode-casemap", "imap4flags", "fileinto", "mailbox"];
                        # rule:[請求書]
                        if allof (header :comparator "i;unicode-casemap" :matches "subject" "invoice\\\\**", address :comparator "i;unicode-casemap" :is ["to", "cc"] "taro@example.jp") {
                            addflag "\\\\Seen";
                            fileinto :create "Money";
                            stop;
                        }
                        """);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void whatIsWrittenIsReadAsItWas(long seed) throws Exception {
        Maker maker = new Maker(new Random(seed));
        for (int i = 0; i < SETS; i++) {
            List<Rule> rules = maker.list(maker::rule, 0, 4);
            String script = RuleScript.write(rules);
            assertThat(RuleScript.read(script)).as(script).contains(rules);
            assertThat(SieveScript.compile("main", script, SieveLimits.DEFAULT)).isNotNull();
        }
    }

    @Test
    void whatRulesCannotSayIsNotShownAsRules() throws Exception {
        assertThat(RuleScript.read("keep;")).isEmpty();
        assertThat(RuleScript.read("if true { discard; }")).isEmpty();
        assertThat(RuleScript.read("if header :is \"subject\" \"a\" { stop; } else { keep; }"))
                .isEmpty();
        assertThat(RuleScript.read("")).contains(List.of());
    }

    @Test
    void textsThatWouldBreakOutOfTheirLineAreRefused() {
        assertThatThrownBy(() -> new Deed.Move("a\r\nb")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Condition(Subject.HEADER, "a b", Match.IS, "x"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** Rules of all shapes. */
    private record Maker(Random random) {
        Rule rule() {
            return new Rule(
                    text(),
                    random.nextBoolean(),
                    random.nextBoolean(),
                    list(this::condition, 1, 3),
                    list(this::deed, 1, 3),
                    random.nextBoolean());
        }

        private Condition condition() {
            Subject subject = pick(List.of(Subject.values()));
            String field = subject == Subject.HEADER ? pick(List.of("X-Spam", "List-Id", "Reply-To", "to")) : "";
            String text = text();
            Match match = text.isEmpty() ? Match.IS : pick(List.of(Match.values()));
            return new Condition(subject, field, match, text);
        }

        private Deed deed() {
            return switch (random.nextInt(5)) {
                case 0 -> new Deed.Move(text());
                case 1 -> new Deed.Copy(text());
                case 2 -> new Deed.Forward(EmailAddress.of("a" + random.nextInt(9) + "@example.jp"));
                case 3 -> new Deed.Mark(pick(List.of(Flag.values())));
                default -> new Deed.Delete();
            };
        }

        private String text() {
            return pick(TEXTS);
        }

        <T> List<T> list(Supplier<T> maker, int least, int most) {
            List<T> made = new ArrayList<>();
            for (int i = least + random.nextInt(most - least + 1); i > 0; i--) {
                made.add(maker.get());
            }
            return made;
        }

        private <T> T pick(List<T> from) {
            return from.get(random.nextInt(from.size()));
        }
    }
}
