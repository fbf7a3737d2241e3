// SPDX-License-Identifier: Apache-2.0
package org.fumibako.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

@Timeout(120)
class TwoStepTest {
    @TempDir
    private Path directory;

    /** What an authenticator app shows {@code steps} half minutes from now. */
    private static String code(String secret, int steps) throws Exception {
        ByteBuffer octets = ByteBuffer.allocate(secret.length() * 5 / 8);
        int held = 0;
        int bits = 0;
        for (int i = 0; i < secret.length(); i++) {
            held = (held << 5) | "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(secret.charAt(i));
            bits += 5;
            if (bits >= 8) {
                octets.put((byte) (held >> (bits - 8)));
                bits -= 8;
            }
        }
        Mac mac = Mac.getInstance("HmacSHA1");
        mac.init(new SecretKeySpec(octets.array(), "HmacSHA1"));
        long step = System.currentTimeMillis() / 30_000 + steps;
        byte[] hash = mac.doFinal(ByteBuffer.allocate(8).putLong(step).array());
        int number = ByteBuffer.wrap(hash).getInt(hash[19] & 15) & Integer.MAX_VALUE;
        return String.format(Locale.ROOT, "%06d", number % 1_000_000);
    }

    private static String signIn(String code) {
        return "{\"login\":\"anna\",\"password\":\"" + World.PASSWORD + "\",\"code\":" + code + "}";
    }

    @Test
    void thePasswordAloneIsNotEnoughOnceItIsOn() throws Exception {
        try (World world = new World(directory)) {
            Browser anna = world.browserOf(world.customer("anna"));
            Browser elsewhere = world.browserOf(world.customer("anna"));
            JsonNode drawn = anna.send("POST", "/api/two-step", null).json();
            String secret = drawn.path("secret").asString();
            assertThat(drawn.path("uri").asString())
                    .isEqualTo("otpauth://totp/Fumibako:anna?secret=" + secret + "&issuer=Fumibako");
            assertThat(anna.send("PUT", "/api/two-step", "{\"code\":\"12\"}").code())
                    .isEqualTo("code-wrong");
            JsonNode codes = anna.send("PUT", "/api/two-step", "{\"code\":\"" + code(secret, 0) + "\"}")
                    .json()
                    .path("codes");
            assertThat(codes).hasSize(10);
            assertThat(anna.get("/api/two-step").json().path("on").asBoolean()).isTrue();
            assertThat(elsewhere.get("/api/portal").status()).isEqualTo(401);
            Browser again = world.stranger();
            assertThat(again.send("POST", "/api/session", signIn("null")).code())
                    .isEqualTo("code-required");
            assertThat(again.send("POST", "/api/session", signIn("\"000\"")).code())
                    .isEqualTo("code-wrong");
            assertThat(again.get("/api/session").json().path("role").asString()).isEqualTo("anonymous");
            assertThat(again.send("POST", "/api/session", signIn("\"" + code(secret, 1) + "\""))
                            .status())
                    .isEqualTo(200);
            String recovery = codes.get(0).asString();
            assertThat(world.stranger()
                            .send("POST", "/api/session", signIn("\"" + recovery + "\""))
                            .status())
                    .isEqualTo(200);
            assertThat(world.stranger()
                            .send("POST", "/api/session", signIn("\"" + recovery + "\""))
                            .code())
                    .isEqualTo("code-wrong");
            assertThat(again.send(
                                    "POST",
                                    "/api/two-step/off",
                                    "{\"code\":\"" + codes.get(1).asString() + "\"}")
                            .status())
                    .isEqualTo(200);
            assertThat(world.stranger()
                            .send("POST", "/api/session", signIn("null"))
                            .status())
                    .isEqualTo(200);
        }
    }
}
