// SPDX-License-Identifier: Apache-2.0
package org.fumibako.sieve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said of scripts that are wrong, and what becomes of mail when one fails. */
class FaultTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "keep | line 1, column 5: expected \";\" or \"{\" at the end of \"keep\", found the end of the script",
                "keep; } | line 1, column 7: expected a command, found \"}\"",
                "fileinto \"A\"; | line 1, column 1: \"fileinto\" needs: require \"fileinto\"; at the top of the script",
                "require \"levitation\"; | line 1, column 1: this server does not have the extension \"levitation\"",
                "keep; require \"copy\"; | line 1, column 7: \"require\" has to stand before all other commands",
                "if true { require \"copy\"; } | line 1, column 11: \"require\" has to stand before all other commands",
                "levitate; | line 1, column 1: there is no command \"levitate\"",
                "if levitates { } | line 1, column 4: there is no test \"levitates\"",
                "if header :levitating \"a\" \"b\" { } | line 1, column 11: \"header\" has no tag \":levitating\", or not after other arguments",
                "if header \"a\" \"b\" :is :is { } | line 1, column 23: \"header\" has no tag \":is\", or not after other arguments",
                "if header \"a\" { } | line 1, column 4: \"header\" needs strings to compare with",
                "if size :over \"a\" { } | line 1, column 15: expected a number, found a string",
                "if header :comparator \"i;x\" \"a\" \"b\" { } | line 1, column 4: there is no comparator \"i;x\"; use i;unicode-casemap or i;octet",
                "if header :is :contains \"a\" \"b\" { } | line 1, column 4: \"header\" has more than one match type",
                "if address \"subject\" \"b\" { } | line 1, column 4: \"address\" cannot look into \"subject\", which holds no addresses; use the test \"header\"",
                "redirect \"nobody\"; | line 1, column 10: \"nobody\" is not one mail address",
                "keep { } | line 1, column 1: \"keep\" takes no block in braces; end it with a semicolon",
                "keep true; | line 1, column 1: \"keep\" takes no test",
                "keep \"a\"; | line 1, column 6: \"keep\" has too many arguments",
                "if true keep; | line 1, column 4: \"true\" takes no test",
                "else { } | line 1, column 1: there is no command \"else\"",
                "if true { } else { } elsif true { } | line 1, column 22: \"elsif\" cannot stand after \"else\"",
                "redirect \"a | line 1, column 10: the string that begins here has no end; close it with a quotation mark",
                "/* a | line 1, column 1: the comment that begins here has no end; close it with */",
                "keep ‘a’; | line 1, column 6: \"‘\" has no meaning here; put text into quotation marks",
                "if size :over 10Q { } | line 1, column 17: a number ends with K, M, G or nothing",
                "if size :over 99999999999999999999 { } | line 1, column 15: the number is too large; the largest is 1099511627775",
            })
    void faults(String script, String said) {
        assertThatThrownBy(() -> SieveScript.compile("main", script, SieveLimits.DEFAULT))
                .isInstanceOf(SieveException.class)
                .hasMessage(said);
    }

    @Test
    void nestingIsBounded() {
        int most = SieveLimits.DEFAULT.nesting();
        assertThat(Trial.run("if " + "not ".repeat(most - 2) + "true { keep; }"))
                .containsExactly("keep");
        assertThatThrownBy(() -> Trial.run("if " + "not ".repeat(most) + "true { keep; }"))
                .hasMessageContaining("nested deeper than " + most);
        assertThatThrownBy(() -> Trial.run("if true {".repeat(20_000)))
                .hasMessageContaining("nested deeper than " + most);
    }

    @Test
    void sizeIsBounded() {
        int most = SieveLimits.DEFAULT.scriptOctets();
        assertThat(Trial.run("#".repeat(most))).containsExactly("keep");
        assertThatThrownBy(() -> Trial.run("#".repeat(most + 1))).hasMessageContaining("larger than " + most);
    }

    @Test
    void redirectsAreBounded() {
        StringBuilder script = new StringBuilder();
        for (int i = 0; i < SieveLimits.DEFAULT.redirects(); i++) {
            script.append("redirect \"u" + i + "@example.com\";\n");
        }
        assertThat(Trial.run(script.toString())).hasSize(SieveLimits.DEFAULT.redirects());
        assertThat(Trial.run(script + "redirect \"more@example.com\";"))
                .containsExactly("fault main: line 5, column 1: more than 4 redirects of one message");
    }

    @Test
    void stringsThatDoubleEndTheRunAndKeepTheMessage() {
        String script = "require \"variables\"; set \"a\" \"0123456789\";\n" + "set \"a\" \"${a}${a}\";\n".repeat(30);
        assertThat(Trial.run(script).getFirst()).contains("a string grows longer than 16384 characters");
        assertThat(new Trial().outcome(Trial.MAIL, script).actions())
                .singleElement()
                .isInstanceOf(Action.Keep.class);
    }

    @Test
    void scriptsThatIncludeEachOtherEnd() {
        Trial trial = new Trial()
                .script("a", "require \"include\"; include \"b\"; include \"b\";")
                .script("b", "require \"include\"; include \"a\"; include \"a\";");
        assertThat(trial.over(Trial.MAIL, "require \"include\"; include \"a\";").getFirst())
                .contains("scripts include each other more than 10 levels deep");
    }

    @Test
    void patternsMadeToBacktrackAreAnsweredOrEndTheRun() {
        String mail = "Subject: " + "a".repeat(60_000) + "\n\n";
        assertThat(Trial.run(mail, "if header :matches \"subject\" \"" + "*a".repeat(2_000) + "*b\" { discard; }"))
                .containsExactly("keep");
        String heavy = "if header :matches \"subject\" \"*" + "a".repeat(20_000) + "b*\" { discard; }";
        assertThat(Trial.run(mail, heavy).getFirst()).contains("comparing takes too long");
    }
}
