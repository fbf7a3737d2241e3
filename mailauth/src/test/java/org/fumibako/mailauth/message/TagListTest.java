// SPDX-License-Identifier: Apache-2.0
package org.fumibako.mailauth.message;

import static org.assertj.core.api.Assertions.assertThat;

import org.fumibako.mailauth.message.TagList.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TagListTest {
    @Test
    void valuesAreReadWithoutTheWhiteSpaceAround() {
        TagList tags =
                TagList.parse(" a = x y ;\r\n\tb=AB\r\n CD==; empty=; v_1=k=w;").orElseThrow();
        assertThat(tags.value("a")).contains("x y");
        assertThat(tags.compact("b")).contains("ABCD==");
        assertThat(tags.value("empty")).contains("");
        assertThat(tags.value("v_1")).contains("k=w");
        assertThat(tags.value("A")).as("names are case-sensitive").isEmpty();
        assertThat(tags.has("c")).isFalse();
    }

    @Test
    void aSpanIsAllBetweenEqualsSignAndSemicolon() {
        assertThat(TagList.parse("a= x ;b=y").orElseThrow().span("a")).contains(new Span(2, 5));
        assertThat(TagList.parse("a= x ;b=y\r\n").orElseThrow().span("b")).contains(new Span(8, 11));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                ";",
                "a",
                "=",
                "=x",
                "a=1;a=2",
                "a=1;;b=2",
                "a=1;;",
                ";a=1",
                "1a=x",
                "a b=x",
                "a-b=x",
                "a=\u0000"
            })
    void whatIsNoListIsRefused(String text) {
        assertThat(TagList.parse(text)).isEmpty();
    }

    @Test
    void aListHasABound() {
        String tag = "a=";
        assertThat(TagList.parse(tag + "x".repeat(TagList.MAX_LENGTH - 3))).isPresent();
        assertThat(TagList.parse(tag + "x".repeat(TagList.MAX_LENGTH - 2))).isPresent();
        assertThat(TagList.parse(tag + "x".repeat(TagList.MAX_LENGTH - 1))).isEmpty();
    }
}
