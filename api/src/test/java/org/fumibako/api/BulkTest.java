// SPDX-License-Identifier: Apache-2.0
package org.fumibako.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

@Timeout(120)
class BulkTest {
    private static final String ACCOUNTS = "/api/domains/example.test/accounts";

    @TempDir
    private Path directory;

    private static String table(String csv, boolean check) {
        return new JsonMapper()
                .writeValueAsString(
                        JsonNodeFactory.instance.objectNode().put("csv", csv).put("check", check));
    }

    private static List<String> codes(JsonNode reply) {
        return reply.path("items")
                .valueStream()
                .map(item -> item.path("line").asInt() + " " + item.path("code").asString(""))
                .toList();
    }

    @Test
    void aTableIsAddedInOneGoAndTakenBackInOneGo() throws Exception {
        try (World world = new World(directory)) {
            Browser anna = world.browserOf(world.customer("anna"));
            String csv = "\ufeffName,Password,Address,quota_mb\r\n"
                    + "\"経理, 佐藤\",kiku to momiji,keiri,500\r\n"
                    + "\"\"\"窓口\"\"\",\"sakura, to ume\",uketsuke@example.test,\n\n";
            assertThat(anna.send("POST", ACCOUNTS + "/import", table(csv, true))
                            .json()
                            .path("added")
                            .asInt())
                    .isZero();
            JsonNode reply =
                    anna.send("POST", ACCOUNTS + "/import", table(csv, false)).json();
            assertThat(codes(reply)).containsExactly("2 ", "3 ");
            assertThat(reply.path("added").asInt()).isEqualTo(2);
            JsonNode keiri = anna.get("/api/accounts/keiri@example.test").json();
            assertThat(keiri.path("name").asString()).isEqualTo("経理, 佐藤");
            assertThat(keiri.path("quotaMegabytes").asInt()).isEqualTo(500);
            String exported = anna.get(ACCOUNTS + ".csv").response().body();
            assertThat(exported)
                    .startsWith("\ufeff\"address\",\"name\",\"quota_mb\"")
                    .contains("\"uketsuke@example.test\",\"\"\"窓口\"\"\",\"2000\",\"0\",\"active\"")
                    .doesNotContain("kiku");
            assertThat(anna.send("POST", "/api/undo/" + reply.path("undo").asLong(), null)
                            .status())
                    .isEqualTo(200);
            assertThat(anna.get("/api/accounts/keiri@example.test").status()).isEqualTo(404);
            assertThat(anna.get("/api/accounts/uketsuke@example.test").status()).isEqualTo(404);
        }
    }

    @Test
    void oneBadRowKeepsAllOutAndEveryOneIsNamed() throws Exception {
        try (World world = new World(directory)) {
            Browser anna = world.browserOf(world.customer("anna"));
            String csv = """
                    address,password,quota_mb
                    keiri,kiku to momiji,500
                    taro,kiku to momiji,500
                    keiri,kiku to momiji,500
                    x@other.test,kiku to momiji,500
                    y,short,500
                    z,kiku to momiji,20001
                    """;
            JsonNode reply =
                    anna.send("POST", ACCOUNTS + "/import", table(csv, false)).json();
            assertThat(reply.path("added").asInt()).isZero();
            assertThat(codes(reply))
                    .containsExactly(
                            "2 ",
                            "3 account-exists",
                            "4 address-twice",
                            "5 address-invalid",
                            "6 password-too-short",
                            "7 quota-out-of-range");
            assertThat(anna.get("/api/accounts/keiri@example.test").status()).isEqualTo(404);
        }
    }

    @Test
    void whatIsNoTableIsRefused() throws Exception {
        try (World world = new World(directory)) {
            Browser anna = world.browserOf(world.customer("anna"));
            for (List<String> wrong : List.of(
                    List.of("", "csv-columns"),
                    List.of("name,password\nx,y\n", "csv-columns"),
                    List.of("address,password\n\"x,y\n", "csv-invalid"),
                    List.of("address,password\n\"x\"y,z\n", "csv-invalid"),
                    List.of("address,password\n" + "a,b\n".repeat(201), "too-many-rows"))) {
                assertThat(anna.send("POST", ACCOUNTS + "/import", table(wrong.get(0), true))
                                .code())
                        .isEqualTo(wrong.get(1));
            }
            assertThat(anna.send("POST", ACCOUNTS + "/import", table("address,password\n" + "a,b\n".repeat(200), true))
                            .status())
                    .isEqualTo(200);
        }
    }

    @Test
    void whatASpreadsheetWouldRunIsText() throws Exception {
        try (World world = new World(directory)) {
            Browser anna = world.browserOf(world.customer("anna"));
            anna.send("PATCH", "/api/accounts/taro@example.test", "{\"name\":\"=1+1\"}");
            assertThat(anna.get(ACCOUNTS + ".csv").response().body()).contains("\"'=1+1\"");
        }
    }

    @Test
    void manyAccountsGetOneQuotaOrNoneDoes() throws Exception {
        try (World world = new World(directory)) {
            Browser anna = world.browserOf(world.customer("anna"));
            String both = "{\"addresses\":[\"taro@example.test\",\"jiro@example.test\"],\"quotaMegabytes\":700}";
            JsonNode reply = anna.send("PUT", ACCOUNTS + "/quota", both).json();
            assertThat(reply.path("changed").asInt()).isEqualTo(2);
            anna.send("POST", "/api/undo/" + reply.path("undo").asLong(), null);
            assertThat(anna.get("/api/accounts/jiro@example.test")
                            .json()
                            .path("quotaMegabytes")
                            .asInt())
                    .isEqualTo(2_000);
            String foreign = "{\"addresses\":[\"taro@example.test\",\"ben@other.test\"],\"quotaMegabytes\":700}";
            assertThat(anna.send("PUT", ACCOUNTS + "/quota", foreign).code()).isEqualTo("account-not-found");
            assertThat(anna.get("/api/accounts/taro@example.test")
                            .json()
                            .path("quotaMegabytes")
                            .asInt())
                    .isEqualTo(2_000);
        }
    }
}
