// SPDX-License-Identifier: Apache-2.0
package org.fumibako.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.fumibako.model.EmailAddress;
import org.fumibako.registry.Account;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

@Timeout(120)
class DoctorEndpointsTest {
    @TempDir
    private Path directory;

    @Test
    void aCustomerHasAnAddressExaminedThatNobodyHas() throws Exception {
        try (World world = new World(directory)) {
            Browser anna = world.browserOf(world.customer("anna"));
            assertThat(anna.get("/api/doctor/symptoms").json().path("symptoms").size())
                    .isEqualTo(15);
            JsonNode diagnosis = anna.send(
                            "POST",
                            "/api/domains/example.test/doctor",
                            "{\"localPart\":\"nobody\",\"symptom\":\"cannot-receive\",\"zone\":\"Asia/Tokyo\"}")
                    .json();
            assertThat(diagnosis.path("symptom").asString()).isEqualTo("E2");
            JsonNode first = diagnosis.path("findings").get(0);
            assertThat(first.path("outcome").asString()).isEqualTo("cause");
            assertThat(first.path("remedy").path("screen").asString()).isEqualTo("/panel/example.test/accounts");
        }
    }

    @Test
    void anOwnerHasOneCheckMadeOfTheirOwnAccount() throws Exception {
        try (World world = new World(directory)) {
            Browser taro = world.browserOf(world.owner("taro@example.test"));
            JsonNode diagnosis = taro.send(
                            "POST",
                            "/api/accounts/taro@example.test/doctor",
                            "{\"symptom\":\"E2\",\"check\":\"delivers-now\"}")
                    .json();
            assertThat(diagnosis.path("findings").size()).isEqualTo(1);
            assertThat(diagnosis.path("findings").get(0).path("outcome").asString())
                    .isEqualTo("fine");
            assertThat(taro.send("POST", "/api/accounts/taro@example.test/doctor", "{\"symptom\":\"E16\"}")
                            .json()
                            .path("field")
                            .asString())
                    .isEqualTo("symptom");
        }
    }

    @Test
    void supportSeesWhatTheCustomerSawWhileItIsSharedAndNobodyElseDoes() throws Exception {
        try (World world = new World(directory)) {
            Browser anna = world.browserOf(world.customer("anna"));
            Browser operator = world.browserOf(World.operator());
            String id = "0123456789abcdef0123456789abcdef";
            String link = "/api/domains/example.test/doctor/cases/" + id;
            String ask = "{\"localPart\":\"nobody\",\"symptom\":\"E2\",\"check\":\"account-exists\",\"examination\":\""
                    + id + "\"}";
            JsonNode seen = anna.send("POST", "/api/domains/example.test/doctor", ask)
                    .json()
                    .path("findings");
            assertThat(anna.get(link).json().path("findings")).isEqualTo(seen);
            assertThat(operator.get(link).status()).isEqualTo(404);
            assertThat(anna.send("PUT", link + "/sharing", "{\"days\":14}")
                            .json()
                            .path("sharedUntil")
                            .asString())
                    .isNotEmpty();
            assertThat(operator.get(link).json().path("findings")).isEqualTo(seen);
            assertThat(operator.send("PUT", link + "/sharing", "{\"days\":30}").status())
                    .isEqualTo(403);
            assertThat(anna.send("PUT", link + "/sharing", "{\"days\":31}").status())
                    .isEqualTo(400);
            anna.send("PUT", link + "/sharing", "{\"days\":0}");
            assertThat(operator.get(link).status()).isEqualTo(404);
            Browser taro = world.browserOf(world.owner("taro@example.test"));
            assertThat(taro.get("/api/accounts/taro@example.test/doctor/cases/" + id)
                            .status())
                    .isEqualTo(404);
        }
    }

    @Test
    void anErrorMailIsExplained() throws Exception {
        try (World world = new World(directory)) {
            Browser taro = world.browserOf(world.owner("taro@example.test"));
            JsonNode explained = taro.send(
                            "POST",
                            "/api/doctor/bounce",
                            "{\"text\":\"<ken@gmail.test>: host mx said: 550 5.1.1 no such user here\"}")
                    .json();
            assertThat(explained.path("failures").get(0).path("kind").asString())
                    .isEqualTo("no-such-address");
        }
    }

    @Test
    void anErrorMailIsMatchedWithOurRecordOfItsReadersOnly() throws Exception {
        try (World world = new World(directory)) {
            Account taro = world.registry
                    .accounts()
                    .find(EmailAddress.of("taro@example.test"))
                    .orElseThrow();
            world.queued(taro, "ken@elsewhere.test");
            String paste = "{\"text\":\"<ken@elsewhere.test>: 550 5.1.1 unknown\\nMessage-ID: <queued@example.test>\"}";
            JsonNode own = world.browserOf(world.owner("taro@example.test"))
                    .send("POST", "/api/doctor/bounce", paste)
                    .json();
            assertThat(own.path("named").asBoolean()).isTrue();
            assertThat(own.path("from").asString()).isEqualTo("taro@example.test");
            JsonNode foreign = world.browserOf(world.owner("ben@other.test"))
                    .send("POST", "/api/doctor/bounce", paste)
                    .json();
            assertThat(foreign.path("sent").isNull()).isTrue();
        }
    }
}
