// SPDX-License-Identifier: Apache-2.0
package org.fumibako.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.fumibako.api.endpoint.Access;
import org.fumibako.api.endpoint.Endpoint;
import org.fumibako.api.endpoint.Method;
import org.fumibako.api.endpoint.Nothing;
import org.fumibako.api.endpoint.Role;
import org.fumibako.model.DomainName;
import org.fumibako.model.EmailAddress;
import org.fumibako.model.Quota;
import org.fumibako.registry.Account;
import org.fumibako.registry.Principal;
import org.fumibako.registry.TokenScope;
import org.fumibako.registry.history.MadeChanges;
import org.fumibako.registry.zone.RecordDraft;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Every endpoint of the table, asked by everybody there is, about what is anna's and her account taro's. */
@Timeout(900)
class MatrixTest {
    private static final Pattern VARIABLE = Pattern.compile("\\{([^}]+)}");

    private static final String LETTER = """
            Subject: picture
            Content-Type: multipart/mixed; boundary=b

            --b

            text
            --b
            Content-Type: image/gif
            Content-Transfer-Encoding: base64

            R0lGODlhAQABAAAAACw=
            --b--
            """;

    @TempDir
    private Path directory;

    /** Somebody who asks; {@code anna} whether as anna, and {@code taro} whether as taro. */
    private record Caller(String name, Role role, Optional<Principal> principal, boolean anna, boolean taro) {}

    @Test
    void everyRouteLetsInWhoMayAndNobodyElse() throws Exception {
        try (World world = new World(directory)) {
            List<String> wrong = new ArrayList<>();
            int asked = 0;
            for (Endpoint<?, ?> endpoint : world.endpoints.all()) {
                for (Caller caller : callers(world)) {
                    String expected = expected(endpoint, caller);
                    String met = met(world, endpoint, caller);
                    asked++;
                    if (!met.startsWith(expected)) {
                        wrong.add(endpoint.method() + " " + endpoint.path() + " by " + caller.name() + ": expected "
                                + expected + ", met " + met);
                    }
                }
            }
            assertThat(wrong).as("of " + asked + " pairs").isEmpty();
            assertThat(asked).isEqualTo(world.endpoints.all().size() * 7);
        }
    }

    @Test
    void whatNeedsNoSignInIsListedHere() throws Exception {
        try (World world = new World(directory)) {
            assertThat(world.endpoints.all().stream()
                            .filter(endpoint -> endpoint.access() == Access.ANYONE)
                            .map(Endpoint::id))
                    .containsExactlyInAnyOrder("signIn", "showSession", "signOut");
        }
    }

    private static List<Caller> callers(World world) {
        restore(world);
        return List.of(
                new Caller("nobody", Role.ANONYMOUS, Optional.empty(), false, false),
                new Caller("the operator", Role.OPERATOR, Optional.of(World.operator()), false, false),
                new Caller("anna", Role.CUSTOMER, Optional.of(world.customer("anna")), true, false),
                new Caller("berta", Role.CUSTOMER, Optional.of(world.customer("berta")), false, false),
                new Caller("taro", Role.OWNER, Optional.of(world.owner("taro@example.test")), false, true),
                new Caller("jiro", Role.OWNER, Optional.of(world.owner("jiro@example.test")), false, false),
                new Caller("ben", Role.OWNER, Optional.of(world.owner("ben@other.test")), false, false));
    }

    /** What the rules say: let in, or how refused. */
    private static String expected(Endpoint<?, ?> endpoint, Caller caller) {
        if (!endpoint.access().roles().contains(caller.role())) {
            return caller.role() == Role.ANONYMOUS ? "401 not-signed-in" : "403 not-allowed";
        }
        for (String variable : variables(endpoint)) {
            boolean there = switch (variable) {
                case "domain" -> caller.role() == Role.OPERATOR || caller.anna();
                case "address" -> caller.role() == Role.OPERATOR || caller.anna() || caller.taro();
                // A session and a token of taro's, and a change that anna made.
                case "session", "token" -> caller.taro();
                case "undo" -> caller.role() == Role.OPERATOR || caller.anna();
                // A target and a pass of taro's account, an address of the domain: whose they are the path says.
                case "target", "pass", "ip", "password", "pattern" -> true;
                // Of taro's account.
                case "message" -> caller.role() == Role.OPERATOR || caller.anna() || caller.taro();
                // A message of taro's, and a picture in it.
                case "blob" -> caller.taro();
                case "part" -> true;
                // For operators only.
                case "customer", "paced" -> true;
                // A record of example.test's zone; whose it is the domain says.
                case "record" -> true;
                // Of taro's, and not shared with support.
                case "case" -> caller.anna() || caller.taro();
                default -> throw new AssertionError("whose is {" + variable + "}? Say it here");
            };
            if (!there) {
                return "404";
            }
        }
        return "in";
    }

    private static Set<String> variables(Endpoint<?, ?> endpoint) {
        return Set.copyOf(VARIABLE.matcher(endpoint.path())
                .results()
                .map(result -> result.group(1))
                .toList());
    }

    private static String met(World world, Endpoint<?, ?> endpoint, Caller caller) {
        restore(world);
        Map<String, String> things = things(world);
        String path = VARIABLE.matcher(endpoint.path()).replaceAll((MatchResult result) -> things.get(result.group(1)));
        Browser browser = caller.principal().map(world::browserOf).orElseGet(world::stranger);
        boolean body = endpoint.method() != Method.GET && endpoint.request() != Nothing.class;
        Browser.Reply reply = browser.send(endpoint.method().name(), path, body ? "{}" : null);
        boolean refused =
                reply.status() == 401 || reply.status() == 403 || reply.status() == 404 || reply.status() >= 500;
        return (refused ? "" : "in ") + reply.status() + " " + reply.code();
    }

    /** Anna's, made anew for every question. */
    private static Map<String, String> things(World world) {
        Account taro = account(world);
        Map<String, String> things = new LinkedHashMap<>();
        things.put("domain", "example.test");
        things.put("address", "taro@example.test");
        things.put(
                "session",
                String.valueOf(world.registry
                        .webSessions()
                        .begin(new Principal.Owner(taro), World.DESK)
                        .session()
                        .id()));
        world.registry
                .apiTokens()
                .list(new Principal.Owner(taro))
                .forEach(old -> world.registry.apiTokens().revoke(new Principal.Owner(taro), old.id(), World.DESK));
        things.put(
                "token",
                String.valueOf(world.registry
                        .apiTokens()
                        .add(new Principal.Owner(taro), "matrix", Set.of(TokenScope.DNS_READ), World.DESK)
                        .apiToken()
                        .id()));
        things.put("target", world.target(taro.address()));
        things.put("pass", String.valueOf(world.pass(taro.address())));
        things.put("password", String.valueOf(world.appPassword(taro.address())));
        things.put("pattern", world.listed(DomainName.of("example.test")));
        things.put("ip", world.allowed(DomainName.of("example.test")));
        things.put("message", world.queued(taro, "ken@elsewhere.test"));
        things.put("blob", world.filed(taro, LETTER));
        things.put("part", "2");
        things.put("customer", "anna");
        world.registry.pacing().pace(taro, "matrix", World.DESK);
        things.put("paced", "taro@example.test");
        things.put("case", world.examined(taro.address()));
        things.put("record", String.valueOf(record(world)));
        things.put("undo", String.valueOf(change(world, taro)));
        return things;
    }

    private static long change(World world, Account taro) {
        int other = taro.quota().megabytes() == 3_000 ? 3_001 : 3_000;
        return MadeChanges.during(() -> {
            world.registry
                    .accounts()
                    .changeQuota(taro.address(), new Quota(other), World.DESK.withActor("customer anna"));
            return MadeChanges.bundle();
        });
    }

    private static long record(World world) {
        world.editor.add(
                DomainName.of("example.test"), RecordDraft.of("r" + System.nanoTime(), "TXT", "matrix"), World.DESK);
        return world.editor.entries(DomainName.of("example.test")).stream()
                .flatMap(entry -> entry.id().stream())
                .findFirst()
                .orElseThrow();
    }

    private static Account account(World world) {
        return world.registry
                .accounts()
                .find(EmailAddress.of("taro@example.test"))
                .orElseThrow();
    }

    /** Some questions delete taro's account. */
    private static void restore(World world) {
        for (Account gone :
                world.registry.retirement().before(java.time.Instant.now().plusSeconds(60))) {
            world.registry.retirement().restore(gone.id(), List.of(), World.DESK);
        }
    }
}
