// SPDX-License-Identifier: Apache-2.0
package org.fumibako.sieve;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The commands and tests of RFC 5228, among them its own examples. */
class BaseTest {
    @Test
    void anEmptyScriptKeeps() {
        assertThat(Trial.run("")).containsExactly("keep");
        assertThat(Trial.run("# nothing\n/* at\nall */")).containsExactly("keep");
    }

    @Test
    void fileintoCancelsTheKeepThatIsImpliedAndKeepBringsItBack() {
        assertThat(Trial.run("require \"fileinto\"; fileinto \"Coyote\";")).containsExactly("fileinto Coyote");
        assertThat(Trial.run("require \"fileinto\"; fileinto \"Coyote\"; keep;"))
                .containsExactly("fileinto Coyote", "keep");
    }

    @Test
    void discardCancelsNothingThatAnotherActionKeeps() {
        assertThat(Trial.run("discard;")).containsExactly("discard");
        assertThat(Trial.run("discard; keep;")).containsExactly("discard", "keep");
    }

    @Test
    void oneMailboxAndOneAddressGetTheMessageOnce() {
        assertThat(Trial.run("require \"fileinto\"; fileinto \"A\"; fileinto \"A\"; fileinto \"B\";"))
                .containsExactly("fileinto A", "fileinto B");
        assertThat(Trial.run("redirect \"a@example.com\"; redirect \"A@example.com\"; keep; keep;"))
                .containsExactly("redirect a@example.com", "keep");
    }

    @Test
    void theExtendedExampleOfTheStandard() {
        String script = """
                # Example Sieve Filter (RFC 5228, section 9)
                require ["fileinto"];
                if header :is "Sender" "owner-ietf-mta-filters@imc.org"
                        {
                        fileinto "filter";  # move to "filter" mailbox
                        }
                elsif address :DOMAIN :is ["From", "To"] "example.com"
                        {
                        keep;               # keep in "In" mailbox
                        }
                elsif anyof (NOT address :all :contains
                               ["To", "Cc", "Bcc"] "me@example.com",
                             header :matches "subject"
                               ["*make*money*fast*", "*university*dipl*mas*"])
                        {
                        fileinto "spam";   # move to "spam" mailbox
                        }
                else
                        {
                        fileinto "personal";
                        }
                """;
        assertThat(Trial.run("Sender: owner-ietf-mta-filters@imc.org\n\n", script))
                .containsExactly("fileinto filter");
        assertThat(Trial.run("From: x@EXAMPLE.com\n\n", script)).containsExactly("keep");
        assertThat(Trial.run("From: x@y.org\nTo: somebody@y.org\n\n", script)).containsExactly("fileinto spam");
        assertThat(Trial.run("Cc: me@example.com\nSubject: MAKE big Money FAST!\n\n", script))
                .containsExactly("fileinto spam");
        assertThat(Trial.run("Cc: me@example.com\nSubject: lunch\n\n", script)).containsExactly("fileinto personal");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "true | header :contains [\"From\"] [\"coyote\"]",
                "false | header :is \"From\" \"coyote\"",
                "true | header :is \"x-count\" \"12\"",
                "true | address \"from\" \"COYOTE@desert.example.org\"",
                "false | address :comparator \"i;octet\" \"from\" \"COYOTE@desert.example.org\"",
                "true | address :localpart \"to\" \"bugs+carrot\"",
                "true | address :domain \"to\" [\"nowhere\", \"acme.example.com\"]",
                "true | address :matches \"to\" \"*bugs*\"",
                "false | address :contains \"to\" \"Bunny\"",
                "true | exists [\"from\", \"date\"]",
                "false | exists [\"from\", \"cc\"]",
                "true | size :under 1K",
                "false | size :over 1K",
                "true | size :over 100",
                "true | allof (true, not false)",
                "false | allof (true, false)",
                "true | anyof (false, true)",
                "false | anyof (false, false)",
                "true | header :matches \"subject\" \"I have a ??????? for you\"",
                "false | header :matches \"subject\" \"I have a ?????? for you\"",
                "true | header :matches \"subject\" \"*present*\"",
                "false | header :matches \"subject\" \"present*\"",
                "false | header :is \"cc\" \"\"",
                "true | not header :contains \"cc\" \"\"",
            })
    void tests(boolean holds, String test) {
        assertThat(Trial.run("if " + test + " { discard; }")).containsExactly(holds ? "discard" : "keep");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "*|abc|true",
                "|abc|false",
                "a*c|abc|true",
                "a*b*c|abc|true",
                "a*c*|ac|true",
                "a*bc*bc|abcbc|true",
                "a*bc*bc|abc|false",
                "\\*|*|true",
                "\\*|x|false",
                "\\?|?|true",
                "a\\b|ab|true",
                "??|日本|true",
                "?|😀|true",
            })
    void wildcards(String pattern, String subject, boolean matches) {
        String quoted = pattern == null ? "" : pattern.replace("\\", "\\\\");
        assertThat(Trial.run(
                        "Subject: " + subject + "\n\n",
                        "if header :matches \"Subject\" \"" + quoted + "\" { discard; }"))
                .containsExactly(matches ? "discard" : "keep");
    }

    @Test
    void encodedSubjectsAreComparedAsPeopleReadThem() {
        String subject = "Subject: =?ISO-2022-JP?B?GyRCQEE1YT1xGyhC?= =?UTF-8?B?44Gu5Lu2?=\n\n";
        assertThat(Trial.run(subject, "if header :is \"subject\" \"請求書の件\" { discard; }"))
                .containsExactly("discard");
    }

    @Test
    void textOverSeveralLinesLosesTheDotsThatWereAdded() {
        assertThat(Trial.run("require \"reject\"; reject text: # why\r\nOne\n..two\n.three\n.\n;"))
                .containsExactly("reject One\r\n.two\r\nthree\r\n");
    }

    @Test
    void charactersMayBeWrittenAsNumbers() {
        String required = "require [\"encoded-character\", \"fileinto\"]; ";
        assertThat(Trial.run(required + "fileinto \"${hex:24 24}\";")).containsExactly("fileinto $$");
        assertThat(Trial.run(required + "fileinto \"${unicode: 65E5 00672C }${HEX:e3 81 ae}\";"))
                .containsExactly("fileinto 日本の");
        assertThat(Trial.run(required + "fileinto \"${hex:4}${hex:}${hex:zz}\";"))
                .containsExactly("fileinto \u0004${hex:}${hex:zz}");
        assertThat(Trial.run("require \"fileinto\"; fileinto \"${hex:24}\";")).containsExactly("fileinto ${hex:24}");
    }

    @Test
    void unicodeComparesAcrossCaseWidthAndComposition() {
        String script = "require \"comparator-i;unicode-casemap\";"
                + "if header :comparator \"i;unicode-casemap\" :contains \"subject\" \"ÄPFEL ＡＢＣ\" { discard; }";
        assertThat(Trial.run("Subject: Zwei äpfel abc\n\n", script)).containsExactly("discard");
        assertThat(Trial.run("Subject: Zwei apfel abc\n\n", script)).containsExactly("keep");
    }

    @Test
    void causesNameTheRuleAsProgramsWriteIt() {
        Outcome outcome = new Trial()
                .outcome(Trial.MAIL, "# rule:[Anvils]\nif true\n{\n  discard;\n}\n# rule:[Other]\nif true { keep; }");
        assertThat(outcome.actions())
                .extracting(action -> action.cause().describe())
                .containsExactly("rule \"Anvils\" (main, line 4)", "rule \"Other\" (main, line 7)");
    }
}
