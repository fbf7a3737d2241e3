// SPDX-License-Identifier: Apache-2.0
package org.fumibako.mime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fumibako.mime.Messages.envelope;
import static org.fumibako.mime.Messages.lines;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EnvelopeTest {
    @Test
    void theExampleOfTheStandardComesOutAsItIsPrinted() throws IOException {
        String header = lines(
                "Date: Wed, 17 Jul 1996 02:23:25 -0700 (PDT)",
                "From: Terry Gray <gray@cac.washington.edu>",
                "Subject: IMAP4rev2 WG mtg summary and minutes",
                "To: imap@cac.washington.edu",
                "cc: minutes@CNRI.Reston.VA.US, John Klensin <KLENSIN@MIT.EDU>",
                "Message-Id: <B27397-0100000@cac.washington.edu>",
                "");
        assertThat(envelope(header))
                .isEqualTo("(\"Wed, 17 Jul 1996 02:23:25 -0700 (PDT)\" "
                        + "\"IMAP4rev2 WG mtg summary and minutes\" "
                        + "((\"Terry Gray\" NIL \"gray\" \"cac.washington.edu\")) "
                        + "((\"Terry Gray\" NIL \"gray\" \"cac.washington.edu\")) "
                        + "((\"Terry Gray\" NIL \"gray\" \"cac.washington.edu\")) "
                        + "((NIL NIL \"imap\" \"cac.washington.edu\")) "
                        + "((NIL NIL \"minutes\" \"CNRI.Reston.VA.US\")"
                        + "(\"John Klensin\" NIL \"KLENSIN\" \"MIT.EDU\")) NIL NIL "
                        + "\"<B27397-0100000@cac.washington.edu>\")");
    }

    @Test
    void absentIsNilAndEmptyIsAnEmptyString() throws IOException {
        assertThat(envelope("\r\n")).isEqualTo("(NIL NIL NIL NIL NIL NIL NIL NIL NIL NIL)");
        assertThat(envelope("Subject:\r\nDate: \r\nTo:\r\nMessage-ID:\r\nIn-Reply-To:\r\nSender:\r\n\r\n"))
                .isEqualTo("(\"\" \"\" NIL NIL NIL NIL NIL NIL \"\" \"\")");
    }

    @Test
    void valuesAreUnfoldedAndQuotedOrSentAsLiteral() throws IOException {
        assertThat(envelope("Subject: a \"b\" \\\r\n c\r\n\r\n")).contains(" \"a \\\"b\\\" \\\\ c\" ");
        assertThat(envelope("Subject: caf\u00e9\r\n\r\n")).contains(" {4}\r\ncaf\u00e9 ");
        assertThat(envelope("Subject: a\rb\r\n\r\n")).contains(" {3}\r\na\rb ");
        assertThat(envelope("Subject: a\0b\r\n\r\n")).contains(" {2}\r\nab ");
    }

    @Test
    void severalFieldsOfOneKindAreOneList() throws IOException {
        assertThat(envelope("To: a@x\r\nTo: b@x\r\n\r\n")).contains("((NIL NIL \"a\" \"x\")(NIL NIL \"b\" \"x\"))");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            a@x.jp                              | (NIL NIL "a" "x.jp")
            <a@x.jp>                            | (NIL NIL "a" "x.jp")
            Taro Yamada <a@x.jp>                | ("Taro Yamada" NIL "a" "x.jp")
            "Yamada, Taro" <a@x.jp>             | ("Yamada, Taro" NIL "a" "x.jp")
            "a \\"b\\" c" <a@x.jp>              | ("a \\"b\\" c" NIL "a" "x.jp")
            a@x.jp (Taro (T.) Yamada)           | ("Taro (T.) Yamada" NIL "a" "x.jp")
            <a@x.jp> (Taro)                     | ("Taro" NIL "a" "x.jp")
            Taro <a@x.jp> (Home)                | ("Taro" NIL "a" "x.jp")
            a@x.jp <b@y.jp>                     | ("a@x.jp" NIL "b" "y.jp")
            Taro a@x.jp                         | ("Taro" NIL "a" "x.jp")
            "Taro" a@x.jp                       | ("Taro" NIL "a" "x.jp")
            =?utf-8?B?5aSq6YOO?= <a@x.jp>       | ("=?utf-8?B?5aSq6YOO?=" NIL "a" "x.jp")
            "a b"@x.jp                          | (NIL NIL "a b" "x.jp")
            <"a@b"@x.jp>                        | (NIL NIL "a@b" "x.jp")
            a..b@docomo.ne.jp                   | (NIL NIL "a..b" "docomo.ne.jp")
            a.@ezweb.ne.jp                      | (NIL NIL "a." "ezweb.ne.jp")
            <@r1,@r2:a@x.jp>                    | (NIL "@r1,@r2" "a" "x.jp")
            a@[IPv6:::1]                        | (NIL NIL "a" "[IPv6:::1]")
            Group: a@x, B <b@x>;                | (NIL NIL "Group" NIL)(NIL NIL "a" "x")("B" NIL "b" "x")(NIL NIL NIL NIL)
            undisclosed-recipients:;            | (NIL NIL "undisclosed-recipients" NIL)(NIL NIL NIL NIL)
            Group: a@x                          | (NIL NIL "Group" NIL)(NIL NIL "a" "x")(NIL NIL NIL NIL)
            ,, a@x ,, b@y,                      | (NIL NIL "a" "x")(NIL NIL "b" "y")
            root                                | (NIL NIL "root" "")
            undisclosed recipients              | (NIL NIL "undisclosed recipients" "")
            Taro <a@x, b@y                      | ("Taro" NIL "a" "x")(NIL NIL "b" "y")
            Taro <a@x <b@y>                     | ("Taro" NIL "a" "x")(NIL NIL "b" "y")
            "Taro <a@x>                         | ("\\"Taro" NIL "a" "x")
            Taro (x <a@x>                       | ("Taro (x" NIL "a" "x")
            a@x>                                | (NIL NIL "a" "x")
            <>                                  | (NIL NIL "" "")
            Taro <>                             | ("Taro" NIL "" "")
            <mailto:a@x>                        | (NIL NIL "mailto:a" "x")
            <a@x.jp>, <b@y.jp>                  | (NIL NIL "a" "x.jp")(NIL NIL "b" "y.jp")
            a @ x . jp                          | (NIL NIL "a" "x . jp")
            <a@b@c>                             | (NIL NIL "a@b" "c")
            """)
    void addressListsAreReadAsMailHasThem(String list, String expected) throws IOException {
        assertThat(envelope("To: " + list + "\r\n\r\n"))
                .isEqualTo("(NIL NIL NIL NIL NIL (" + expected + ") NIL NIL NIL NIL)");
    }
}
