// SPDX-License-Identifier: Apache-2.0
package org.fumibako.imap.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BaseSubjectTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    lunch                              | lunch
                    Re: lunch                          | lunch
                    RE : lunch                         | lunch
                    re:re: Fwd: fw: lunch              | lunch
                    Re[2]: lunch                       | lunch
                    re [list] : lunch                  | lunch
                    [list] Re: [list] lunch            | lunch
                    [a] [b][c] lunch                   | lunch
                    [only]                             | [only]
                    Re: [only]                         | [only]
                    [a][b]                             | [b]
                    lunch (fwd)                        | lunch
                    lunch (fwd) (FWD)                  | lunch
                    [fwd: lunch]                       | lunch
                    [Fwd: [fwd: Re: lunch (fwd)]]      | lunch
                    [fwd: lunch] today                 | today
                    a  b   c                           | a b c
                    return                             | return
                    fwded: x                           | fwded: x
                    [open lunch                        | [open lunch
                    [a[b] lunch                        | [a[b] lunch
                    =?ISO-2022-JP?B?UmU6IBskQjJxNUQbKEI=?= | 会議
                    Re: =?UTF-8?B?UmU6IOS8muitsA==?=   | 会議
                    """)
    void artifactsOfMailProgramsGo(String subject, String base) {
        assertThat(BaseSubject.of(subject).text()).isEqualTo(base);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Re:", "re: fwd:", "(fwd)", "[fwd:]", "   ", "", "Re: (fwd)", "[fwd: Re: ]"})
    void nothingMayBeLeft(String subject) {
        assertThat(BaseSubject.of(subject).text()).isEmpty();
    }

    @Test
    void tabsAndLongSpacesAreOneSpace() {
        assertThat(BaseSubject.of("Re:\tlunch \t at  noon").text()).isEqualTo("lunch at noon");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Re: x", "[a] Re: x", "fw: x", "x (fwd)", "[fwd: x]"})
    void replyOrForwardIsTold(String subject) {
        assertThat(BaseSubject.of(subject).derived()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "[a] x", "regarding x", "x [fwd]", "(fwd) x"})
    void otherSubjectsAreNoReplies(String subject) {
        assertThat(BaseSubject.of(subject).derived()).isFalse();
    }

    @Test
    void baseSubjectOfBaseSubjectIsItself() {
        RandomGenerator random = new java.util.Random(7);
        String[] pieces = {"re", "fw", "fwd", ":", "[", "]", "[fwd:", "(fwd)", " ", "a", "\t", "[x]", "re: "};
        for (int round = 0; round < 5_000; round++) {
            StringBuilder subject = new StringBuilder();
            for (int i = random.nextInt(12); i >= 0; i--) {
                subject.append(pieces[random.nextInt(pieces.length)]);
            }
            String base = BaseSubject.of(subject.toString()).text();
            assertThat(BaseSubject.of(base)).as("of '%s'", subject).isEqualTo(new BaseSubject(base, false));
        }
    }
}
