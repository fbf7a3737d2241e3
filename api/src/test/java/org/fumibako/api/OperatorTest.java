// SPDX-License-Identifier: Apache-2.0
package org.fumibako.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.fumibako.model.EmailAddress;
import org.fumibako.registry.Account;
import org.fumibako.registry.Customer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What whoever runs the server does. */
@Timeout(120)
class OperatorTest {
    @TempDir
    private Path directory;

    @Test
    void customersAreFoundAddedMovedToAPlanAndSuspended() throws Exception {
        try (World world = new World(directory)) {
            Browser root = world.browserOf(World.operator());
            JsonNode found = root.get("/api/operator/customers?q=ANNA&limit=1").json();
            assertThat(found.path("total").asLong()).isEqualTo(1);
            assertThat(found.path("items").get(0).path("accounts").asLong()).isEqualTo(2);
            assertThat(root.get("/api/operator/customers?limit=1&offset=1")
                            .json()
                            .path("items")
                            .get(0)
                            .path("login")
                            .asString())
                    .isEqualTo("berta");

            JsonNode added = root.send(
                            "POST",
                            "/api/operator/customers",
                            "{\"login\":\"carla\",\"name\":\"Carla K.K.\",\"password\":\"neko no mimi 9\"}")
                    .json();
            assertThat(added.path("plan").asString()).isEqualTo("standard");
            assertThat(root.send("POST", "/api/operator/customers", "{\"login\":\"carla\",\"name\":\"Again\"}")
                            .code())
                    .isEqualTo("already-exists");

            Browser carla = world.stranger();
            carla.send("POST", "/api/session", "{\"login\":\"carla\",\"password\":\"neko no mimi 9\"}");
            assertThat(carla.get("/api/portal").status()).isEqualTo(200);
            root.send("PATCH", "/api/operator/customers/carla", "{\"suspended\":true}");
            assertThat(carla.get("/api/portal").status()).isEqualTo(401);
            assertThat(root.send("PATCH", "/api/operator/customers/nobody", "{}")
                            .status())
                    .isEqualTo(404);
            assertThat(root.get("/api/operator/plans")
                            .json()
                            .path("items")
                            .get(0)
                            .path("accounts")
                            .asLong())
                    .isEqualTo(10_000);
        }
    }

    @Test
    void whatIsRefusedInPartIsNotDoneInPart() throws Exception {
        try (World world = new World(directory)) {
            Browser root = world.browserOf(World.operator());
            assertThat(root.send(
                                    "POST",
                                    "/api/operator/customers",
                                    "{\"login\":\"carla\",\"name\":\"Carla K.K.\",\"password\":\"123456789012\"}")
                            .code())
                    .isEqualTo("password-common");
            assertThat(world.registry.customers().find("carla")).isEmpty();

            assertThat(root.send(
                                    "PATCH",
                                    "/api/operator/customers/anna",
                                    "{\"name\":\"Anna & Co.\",\"suspended\":true,\"plan\":\"gold\"}")
                            .status())
                    .isEqualTo(404);
            Customer anna = world.registry.customers().find("anna").orElseThrow();
            assertThat(anna.name()).isNotEqualTo("Anna & Co.");
            assertThat(anna.suspended()).isFalse();

            root.send(
                    "PATCH",
                    "/api/operator/customers/anna",
                    "{\"name\":\"Anna & Co.\",\"suspended\":true,\"plan\":\"standard\"}");
            anna = world.registry.customers().find("anna").orElseThrow();
            assertThat(anna.name()).isEqualTo("Anna & Co.");
            assertThat(anna.suspended()).isTrue();
        }
    }

    @Test
    void anAccountThatWasSlowedDownIsReleasedWithItsMail() throws Exception {
        try (World world = new World(directory)) {
            Browser root = world.browserOf(World.operator());
            Account taro = world.registry
                    .accounts()
                    .find(EmailAddress.of("taro@example.test"))
                    .orElseThrow();
            world.registry.pacing().pace(taro, "mail to 500 strangers", World.DESK);
            String message = world.queued(taro, "ken@elsewhere.test");
            root.send("POST", "/api/queue/" + message + "/hold", null);
            JsonNode paced =
                    root.get("/api/operator/paced").json().path("items").get(0);
            assertThat(paced.path("address").asString()).isEqualTo("taro@example.test");
            assertThat(paced.path("held").asLong()).isEqualTo(1);

            String release = "/api/operator/paced/taro@example.test/release";
            assertThat(root.send("POST", release, "{}")
                            .json()
                            .path("recipients")
                            .asLong())
                    .isEqualTo(1);
            assertThat(root.get("/api/operator/paced").json().path("items").isEmpty())
                    .isTrue();
            assertThat(root.send("POST", release, "{}").status()).isEqualTo(404);
        }
    }

    @Test
    void theTimesOfRequestsAreAmongTheValues() throws Exception {
        try (World world = new World(directory)) {
            Browser root = world.browserOf(World.operator());
            root.get("/api/operator/plans");
            assertThat(root.get("/api/operator/metrics").json().path("items").valueStream())
                    .anyMatch(value -> value.path("name").asString().equals("fumibako_http_request_seconds_count")
                            && value.path("labels")
                                    .get(0)
                                    .path("value")
                                    .asString()
                                    .equals("listPlans")
                            && value.path("value").asDouble() == 1);
        }
    }
}
