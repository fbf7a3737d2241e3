// SPDX-License-Identifier: Apache-2.0
package org.fumibako.filter.signal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import org.fumibako.filter.Samples;
import org.fumibako.filter.message.Circumstances;
import org.fumibako.model.EmailAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignalsTest {
    private static List<String> found(String fields, String body) {
        return Samples.codes(Samples.of(Samples.SOUND + fields + "\n" + body));
    }

    private static List<String> ofHtml(String html) {
        return found("Subject: a\nContent-Type: text/html; charset=utf-8\n", html);
    }

    @Test
    void findsNothingInAnOrdinaryMessage() {
        assertThat(found("Subject: Lunch\n", "At noon? https://example.jp/map\n"))
                .isEmpty();
    }

    @Test
    void findsTheTestLine() {
        String line = "XJS*C4JDBQADN1.NSBN3*2IDNEN*" + "GTUBE-STANDARD-ANTI-UBE-TEST-EMAIL*C.34X";
        assertThat(found("Subject: a\n", line + "\n")).containsExactly("GTUBE");
    }

    @Test
    void missesWhatEveryMailHas() {
        assertThat(Samples.codes(Samples.of("X: y\n\nhi\n")))
                .contains("NO_FROM", "NO_DATE", "NO_MESSAGE_ID", "NO_SUBJECT", "NO_RECIPIENT");
    }

    @ParameterizedTest
    @CsvSource({
        "'Mon, 30 Nov 2026 08:00:00 +0000', ''",
        "'Thu, 3 Dec 2026 09:00:00 +0000', DATE_AHEAD",
        "'Sun, 1 Nov 2026 09:00:00 +0000', DATE_PAST",
        "'yesterday', ODD_DATE"
    })
    void comparesTheDateWithToday(String date, String code) {
        List<String> codes = Samples.codes(Samples.of(
                "From: a@b.example\nTo: c@d.example\nMessage-ID: <1@x>\nSubject: s\nDate: " + date + "\n\nx\n"));
        assertThat(String.join(" ", codes)).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({
        "'\"info@bank.example\" <x@spam.example>', NAME_IS_ADDRESS",
        "'\"info@mail.bank.example\" <x@bank.example>', ''",
        "'\"Meet @ noon\" <x@bank.example>', ''"
    })
    void comparesTheNameWithTheAddress(String from, String code) {
        List<String> codes = Samples.codes(Samples.of("From: " + from
                + "\nTo: c@d.example\nMessage-ID: <1@x>\nSubject: s\nDate: Mon, 30 Nov 2026 08:00:00 +0000\n\nx\n"));
        assertThat(String.join(" ", codes)).isEqualTo(code);
    }

    @Test
    void seesWhereAnswersGo() {
        assertThat(found("Subject: a\nReply-To: boss@gmail.com\n", "x\n")).containsExactly("REPLY_TO_FREEMAIL");
        assertThat(found("Subject: a\nReply-To: x@www.example.jp\n", "x\n")).isEmpty();
    }

    @Test
    void knowsAServerThatHasTakenOurName() throws Exception {
        Circumstances circumstances = new Circumstances(
                Optional.of(InetAddress.getByName("198.51.100.7")),
                "example.com",
                Optional.empty(),
                List.of(EmailAddress.of("hanako@example.com")),
                Optional.empty(),
                Samples.NOW);
        assertThat(Samples.codes(Samples.of(Samples.SOUND + "Subject: a\n\nx\n", circumstances)))
                .containsExactly("HELO_IS_OURS");
    }

    @ParameterizedTest
    @CsvSource({
        "WIN A CRUISE TODAY, SUBJECT_SHOUTED",
        "v i a g r a now, SUBJECT_GAPPED",
        "Cash $$$ now, SUBJECT_EXCLAIMED",
        "Re: our deal, FALSE_REPLY",
        "NASA, ''"
    })
    void readsTheSubject(String subject, String code) {
        assertThat(String.join(" ", found("Subject: " + subject + "\n", "x\n"))).isEqualTo(code);
    }

    @Test
    void seesWhatHtmlHides() {
        String words = "lorem ipsum dolor ".repeat(40);
        assertThat(ofHtml("<p>Buy</p><div style=\"display: none\">" + words + "</div>"))
                .containsExactly("HIDDEN_TEXT", "ONLY_HTML");
        assertThat(ofHtml("<p>Buy</p><span style='font-size:0px'>" + words + "<span>x</span></span>"))
                .contains("HIDDEN_TEXT");
        assertThat(ofHtml("<p>" + "p\u200ba\u200bs\u200bs ".repeat(20) + "</p>"))
                .contains("ZERO_WIDTH");
        assertThat(ofHtml("<form><input type=password></form>")).contains("ASKS_FOR_PASSWORD");
        assertThat(ofHtml("<img src=x>")).contains("ONLY_IMAGES");
        assertThat(ofHtml("<script>hello</script>")).contains("HAS_SCRIPT");
    }

    @ParameterizedTest
    @CsvSource({
        "<a href='http://evil.example/'>https://www.bank.example/</a>, LINK_MISMATCH",
        "<a href='http://www.bank.example/'>https://bank.example/login</a>, ''",
        "<a href='http://192.0.2.1/x'>here</a>, LINK_TO_NUMBER",
        "<a href='http://www.bank.example@evil.example/'>here</a>, LINK_WITH_USER",
        "<a href='http://bit.ly/x'>here</a>, LINK_SHORTENED",
        "<a href='http://xn--80ak6aa92e.example/'>here</a>, LINK_LOOKALIKE"
    })
    void followsLinksWithItsEyes(String html, String code) {
        List<String> codes = ofHtml(html);
        codes.remove("ONLY_HTML");
        assertThat(String.join(" ", codes)).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({
        "invoice.exe, PROGRAM",
        "invoice.pdf.exe, DOUBLE_EXTENSION",
        "book.xlsm, MACROS",
        "page.html, WEB_PAGE",
        "photo.jpg, ''"
    })
    void readsNamesOfAttachments(String name, String code) {
        String fields = "Subject: a\nMIME-Version: 1.0\nContent-Type: application/octet-stream\n"
                + "Content-Disposition: attachment; filename=\"" + name + "\"\n";
        assertThat(String.join(" ", found(fields, "x\n"))).isEqualTo(code);
    }
}
