// SPDX-License-Identifier: Apache-2.0
package org.fumibako.mailauth.arc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.fumibako.mailauth.arc.ArcVectors.Case;
import org.fumibako.mailauth.dkim.DkimKey;
import org.fumibako.mailauth.dkim.KeyZone;
import org.fumibako.mailauth.dkim.SignatureAlgorithm;
import org.fumibako.mailauth.dkim.StoredDkimKey;
import org.fumibako.mailauth.message.HeaderFields;
import org.fumibako.mailauth.message.MessageView;
import org.fumibako.mailauth.message.OctetBuffer;
import org.fumibako.mailauth.message.TagList;
import org.fumibako.model.DomainName;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The signing cases of the ARC community; skipped where the folder is missing. RSA gives one key one signature over one input, so
 * our fields are compared with theirs, signatures included, in everything but white space.
 *
 * <p>One deviation: their seals are over a message signature whose b= is in one piece, while it is folded both in the cases and
 * in ours. White space in it counts for a seal, so our b= is another one. It is the very b= that the seals in the messages of the
 * suite have, and when we seal over the unfolded message signature we make theirs.
 */
class ArcSealerVectorsTest {
    @BeforeEach
    void theFolderIsThere() {
        assumeTrue(Files.isDirectory(ArcVectors.FOLDER), () -> "no vectors in " + ArcVectors.FOLDER.toAbsolutePath());
    }

    @TestFactory
    Stream<DynamicTest> everyCaseIsSealedAlike() throws IOException {
        return cases().stream().map(one -> DynamicTest.dynamicTest(one.name(), () -> check(one)));
    }

    @Test
    void noCaseIsLost() throws IOException {
        assertThat(cases()).hasSize(17);
    }

    private static List<Case> cases() throws IOException {
        return ArcVectors.read("arc-draft-sign-tests.yml");
    }

    private static void check(Case one) throws Exception {
        Map<String, String> values = one.values();
        InstantSource clock = InstantSource.fixed(Instant.ofEpochSecond(Long.parseLong(values.get("t"))));
        MessageView message = one.message();
        ArcResult chain = new ArcVerifier(one.zone(), clock).verify(message, KeyZone.budget());
        List<String> names = List.of(values.get("sig-headers").split(":", -1));
        Optional<String> sealed = new ArcSealer(clock)
                .seal(message, chain, results(message.header(), values.get("srv-id")), key(one), names);
        if (flat(values.get("AS")).isEmpty()) {
            assertThat(sealed).isEmpty();
            return;
        }
        HeaderFields fields = ArcVectors.view(sealed.orElseThrow().replace("\r\n", "\n") + "\n")
                .header();
        assertThat(flat(fields.value(0)).replaceFirst("b=.*?;", ""))
                .as("seal")
                .isEqualTo(flat(values.get("AS")).replaceFirst("b=.*?;", ""));
        assertThat(flat(fields.value(1))).as("message signature").isEqualTo(flat(values.get("AMS")));
        assertThat(flat(fields.value(2))).as("results").isEqualTo(flat(values.get("AAR")));
        assertThat(sealOverUnfolded(one, chain)).as("signature of the seal").isEqualTo(tag(values.get("AS"), "b"));
        assertThat(message(sealed.orElseThrow(), one).verdict())
                .isEqualTo(chain.verdict() == ArcVerdict.FAIL ? ArcVerdict.FAIL : ArcVerdict.PASS);
    }

    private static ArcResult message(String sealed, Case one) throws IOException {
        MessageView message =
                ArcVectors.view(sealed.replace("\r\n", "\n") + one.values().get("message"));
        InstantSource clock = InstantSource.fixed(
                Instant.ofEpochSecond(Long.parseLong(one.values().get("t"))));
        return new ArcVerifier(one.zone(), clock).verify(message, KeyZone.budget());
    }

    private static String sealOverUnfolded(Case one, ArcResult chain) throws GeneralSecurityException {
        Map<String, String> values = one.values();
        DkimKey key = key(one);
        String instance = Integer.toString(chain.newest() + 1);
        String folded = values.get("AMS").replaceAll("\\s+$", "");
        String signature = tag(folded, "b");
        String unfolded = folded.replaceFirst("b=[^;]*;", "b=" + signature + ";");
        OctetBuffer input = ArcSealer.chainBefore(one.message().header(), chain.verdict())
                .with(
                        "ARC-Authentication-Results: "
                                + values.get("AAR").strip().replaceAll("\\s+", " "),
                        "ARC-Message-Signature: " + unfolded.replaceAll("\\s+", " "),
                        ArcSealer.sealText(chain.verdict(), instance, values.get("t"), key));
        return Base64.getEncoder().encodeToString(key.sign(input));
    }

    private static String tag(String list, String name) {
        return TagList.parse(list).flatMap(tags -> tags.compact(name)).orElseThrow();
    }

    /** The suite merges the Authentication-Results fields of its server; ours writes one field. */
    private static String results(HeaderFields header, String server) {
        List<String> parts = new ArrayList<>(List.of(server));
        for (int field : header.all("authentication-results")) {
            String value = header.value(field).strip();
            if (value.startsWith(server + ";")) {
                parts.add(value.substring(server.length() + 1).strip());
            }
        }
        return String.join("; ", parts).replaceAll("\\s+", " ");
    }

    private static String flat(String value) {
        return value.replaceAll("\\s", "");
    }

    private static DkimKey key(Case one) throws GeneralSecurityException {
        String base64 = one.suite().get("privatekey").replaceAll("-----[A-Z ]+-----|\\s", "");
        byte[] pkcs1 = Base64.getDecoder().decode(base64);
        KeyFactory factory = KeyFactory.getInstance("RSA");
        RSAPrivateCrtKey key = (RSAPrivateCrtKey) factory.generatePrivate(new PKCS8EncodedKeySpec(pkcs8(pkcs1)));
        byte[] publicKey = factory.generatePublic(new RSAPublicKeySpec(key.getModulus(), key.getPublicExponent()))
                .getEncoded();
        return DkimKey.of(new StoredDkimKey(
                DomainName.of(one.suite().get("domain")),
                one.suite().get("sel"),
                SignatureAlgorithm.RSA_SHA256,
                key.getEncoded(),
                publicKey,
                Instant.EPOCH));
    }

    private static byte[] pkcs8(byte[] pkcs1) {
        String head = "020100300d06092a864886f70d01010105000482%04x".formatted(pkcs1.length);
        String content = head + HexFormat.of().formatHex(pkcs1);
        return HexFormat.of().parseHex("3082%04x".formatted(content.length() / 2) + content);
    }
}
