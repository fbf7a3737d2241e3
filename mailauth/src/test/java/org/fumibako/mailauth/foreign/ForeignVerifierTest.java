// SPDX-License-Identifier: Apache-2.0
package org.fumibako.mailauth.foreign;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.fumibako.mailauth.arc.ArcResult;
import org.fumibako.mailauth.arc.ArcSealer;
import org.fumibako.mailauth.arc.ArcVerifier;
import org.fumibako.mailauth.dkim.DkimKey;
import org.fumibako.mailauth.dkim.DkimSigner;
import org.fumibako.mailauth.dkim.KeyZone;
import org.fumibako.mailauth.dkim.SignatureAlgorithm;
import org.fumibako.mailauth.message.MessageView;
import org.fumibako.model.Content;
import org.fumibako.model.DomainName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class ForeignVerifierTest {
    private static final DomainName DOMAIN = DomainName.of("example.test");
    private static final DkimKey RSA =
            DkimKey.generate(DOMAIN, "r20261125", SignatureAlgorithm.RSA_SHA256, new SecureRandom());
    private static final DkimKey ED25519 =
            DkimKey.generate(DOMAIN, "e20261125", SignatureAlgorithm.ED25519_SHA256, new SecureRandom());
    private static final Map<String, String> ZONE = Map.of(
            RSA.recordName().text(), RSA.recordText(), ED25519.recordName().text(), ED25519.recordText());
    private static final InstantSource CLOCK = InstantSource.system();

    private static final String HEADER = String.join(
            "\r\n",
            "Received: from client.example.test by sv001.example.test; Wed, 25 Nov 2026 10:00:00 +0900",
            "From: =?utf-8?b?5aSq6YOO?= <taro@example.test>",
            "To: hanako@example.test,",
            " \t jiro@example.test",
            "Subject: =?iso-2022-jp?B?GyRCJCpDaztyGyhC?=",
            " =?utf-8?q?_and_more?=",
            "Date: Wed, 25 Nov 2026 10:00:00 +0900",
            "Message-ID:   <1@example.test>  ",
            "MIME-Version: 1.0",
            "Content-Type: text/plain; charset=iso-2022-jp",
            "");

    private static final Map<String, String> MESSAGES = Map.of(
            "japanese", HEADER + "\r\nお昼は正午に。\r\n",
            "white space", HEADER + "\r\n a  b\t c \r\n\t\r\n. .\r\n\r\n\r\n",
            "no line break at the end", HEADER + "\r\nlast line",
            "no body", HEADER + "\r\n",
            "empty lines", HEADER + "\r\n\r\n\r\n",
            "two Cc", "Cc: a@b.test\r\nCc: c@d.test\r\n" + HEADER + "\r\nx\r\n",
            "large", HEADER + "\r\n" + "All work and no play. \r\n".repeat(20_000));

    static Stream<Arguments> messages() {
        return Stream.of(Verifier.values())
                .flatMap(verifier -> MESSAGES.keySet().stream()
                        .sorted()
                        // OpenDKIM takes no message with a field twice that RFC 5322 §3.6 allows once.
                        .filter(name -> verifier != Verifier.OPENDKIM || !name.equals("two Cc"))
                        .map(name -> Arguments.of(verifier, name)));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("messages")
    void ourSignaturesVerify(Verifier verifier, String name, @TempDir Path directory) throws Exception {
        String message = octets(MESSAGES.get(name));
        Verifier.Report report =
                verifier.verify(latin(sign(message, List.of(RSA, ED25519)) + message), ZONE, directory);
        String expected = verifier == Verifier.OPENDKIM ? "1 good, 0 bad" : "2 good, 0 bad";
        assertThat(report.summary()).as(report.output()).isEqualTo(expected);
    }

    @ParameterizedTest
    @EnumSource(Verifier.class)
    void eachAlgorithmVerifiesAlone(Verifier verifier, @TempDir Path directory) throws Exception {
        String message = octets(HEADER + "\r\nお昼は正午に。\r\n");
        for (DkimKey key : List.of(RSA, ED25519)) {
            Verifier.Report report = verifier.verify(latin(sign(message, List.of(key)) + message), ZONE, directory);
            assertThat(report.summary()).as(key + ": " + report.output()).isEqualTo("1 good, 0 bad");
        }
    }

    @ParameterizedTest
    @EnumSource(Verifier.class)
    void whatWasChangedDoesNot(Verifier verifier, @TempDir Path directory) throws Exception {
        String message = HEADER + "\r\nAt noon.\r\n";
        String signed = sign(message, List.of(RSA)) + message;
        for (String changed : List.of(signed.replace("noon", "four"), "Subject: other\r\n" + signed)) {
            Verifier.Report report = verifier.verify(latin(changed), ZONE, directory);
            assertThat(report.summary()).as(report.output()).isEqualTo("0 good, 1 bad");
        }
    }

    @ParameterizedTest
    @EnumSource(value = Verifier.class, names = "OPENDKIM", mode = EnumSource.Mode.EXCLUDE)
    void ourSealsVerify(Verifier verifier, @TempDir Path directory) throws Exception {
        String message = HEADER + "\r\nAt noon.\r\n";
        String signed = sign(message, List.of(RSA)) + message;
        for (int hop = 0; hop < 3; hop++) {
            signed = seal(signed) + signed;
        }
        Verifier.Report sealed = verifier.verify(latin(signed), ZONE, directory);
        assertThat(sealed.summary()).as(sealed.output()).isEqualTo("1 good, 0 bad, chain passes");
        Verifier.Report changed = verifier.verify(latin(signed.replace("noon", "four")), ZONE, directory);
        assertThat(changed.summary()).as(changed.output()).isEqualTo("0 good, 1 bad");
    }

    private static String sign(String message, List<DkimKey> keys) throws IOException {
        return new DkimSigner(CLOCK).sign(view(message), keys).orElseThrow();
    }

    private static String seal(String message) throws IOException {
        KeyZone zone = new KeyZone();
        ZONE.forEach(zone::txt);
        ArcResult chain = new ArcVerifier(zone, CLOCK).verify(view(message), KeyZone.budget());
        String results = "sv001.example.test; arc=" + chain.verdict().token() + ";\r\n dkim=pass header.d=example.test";
        return new ArcSealer(CLOCK).seal(view(message), chain, results, RSA).orElseThrow();
    }

    private static MessageView view(String message) throws IOException {
        return MessageView.of(Content.of(latin(message)));
    }

    private static String octets(String text) {
        return new String(text.getBytes(Charset.forName("ISO-2022-JP")), StandardCharsets.ISO_8859_1);
    }

    private static byte[] latin(String message) {
        return message.getBytes(StandardCharsets.ISO_8859_1);
    }
}
