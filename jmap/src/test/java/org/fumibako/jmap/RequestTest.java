// SPDX-License-Identifier: Apache-2.0
package org.fumibako.jmap;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.fumibako.jmap.wire.JmapLimits;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What is answered to requests as a whole (RFC 8620 §3). */
class RequestTest {
    private static final JmapLimits SMALL = new JmapLimits(1000, 2, 2000, 2, 3, 5, 5, 20, 5, 1000, 10_000);

    private final TestJmap jmap = new TestJmap(SMALL);

    @AfterEach
    void close() {
        jmap.close();
    }

    private JsonNode problem(String request) {
        Answer answer = jmap.answer(request);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.type()).isEqualTo("application/problem+json");
        return jmap.mapper.readTree(answer.body());
    }

    @Test
    void anEchoAnswersWhatItIsAsked() {
        // RFC 8620 §4.1
        Answer answer = jmap.answer("{\"using\":[\"urn:ietf:params:jmap:core\"],\"methodCalls\":"
                + "[[\"Core/echo\",{\"hello\":true,\"high\":5},\"b3ff\"]]}");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(jmap.mapper.readTree(answer.body()).path("methodResponses").toString())
                .isEqualTo("[[\"Core/echo\",{\"hello\":true,\"high\":5},\"b3ff\"]]");
    }

    @Test
    void whatIsNotJsonIsSaidToBeNone() {
        for (String request : new String[] {"", "{", "{\"using\":[],\"using\":[]}", "{} {}", "[1e" + "9".repeat(500)}) {
            assertThat(problem(request).path("type").stringValue())
                    .as(request)
                    .isEqualTo("urn:ietf:params:jmap:error:notJSON");
        }
    }

    @Test
    void jsonIsBoundedInDepthAndSize() {
        assertThat(problem("[".repeat(30)).path("type").stringValue()).isEqualTo("urn:ietf:params:jmap:error:notJSON");
        JsonNode large = problem(" ".repeat(2001));
        assertThat(large.path("type").stringValue()).isEqualTo("urn:ietf:params:jmap:error:limit");
        assertThat(large.path("limit").stringValue()).isEqualTo("maxSizeRequest");
    }

    @Test
    void whatIsNoRequestIsSaidToBeNone() {
        for (String request : new String[] {
            "[]",
            "{}",
            "{\"using\":[1],\"methodCalls\":[]}",
            "{\"using\":[],\"methodCalls\":[[\"Core/echo\",{}]]}",
            "{\"using\":[],\"methodCalls\":[],\"more\":1}"
        }) {
            assertThat(problem(request).path("type").stringValue())
                    .as(request)
                    .isEqualTo("urn:ietf:params:jmap:error:notRequest");
        }
    }

    @Test
    void anUnknownCapabilityIsRefused() {
        assertThat(problem("{\"using\":[\"urn:x\"],\"methodCalls\":[]}")
                        .path("type")
                        .stringValue())
                .isEqualTo("urn:ietf:params:jmap:error:unknownCapability");
    }

    @Test
    void tooManyCallsAreRefused() {
        String call = "[\"Core/echo\",{},\"a\"]";
        JsonNode problem = problem("{\"using\":[],\"methodCalls\":[" + String.join(",", call, call, call, call) + "]}");
        assertThat(problem.path("limit").stringValue()).isEqualTo("maxCallsInRequest");
    }

    @Test
    void aMethodWhoseCapabilityIsNotInUseIsUnknown() {
        Answer answer = jmap.answer("{\"using\":[\"urn:ietf:params:jmap:core\"],\"methodCalls\":"
                + "[[\"Mailbox/get\",{\"accountId\":\"A7\"},\"a\"],[\"Core/echo\",{},\"b\"]]}");
        JsonNode responses = jmap.mapper.readTree(answer.body()).path("methodResponses");
        assertThat(responses.get(0).get(0).stringValue()).isEqualTo("error");
        assertThat(responses.get(0).get(1).path("type").stringValue()).isEqualTo("unknownMethod");
        assertThat(responses.get(1).get(0).stringValue()).isEqualTo("Core/echo");
    }

    @Test
    void argumentsAreTakenFromEarlierResponses() {
        JsonNode responses = jmap.calls("[[\"Core/echo\",{\"list\":[{\"ids\":[\"a\",\"b\"]},{\"ids\":[\"c\"]}]},\"0\"],"
                + "[\"Core/echo\",{\"#x\":{\"resultOf\":\"0\",\"name\":\"Core/echo\",\"path\":\"/list/*/ids\"}},\"1\"],"
                + "[\"Core/echo\",{\"#x\":{\"resultOf\":\"1\",\"name\":\"Core/echo\",\"path\":\"/x/1\"}},\"2\"]]");
        assertThat(responses.get(1).get(1).toString()).isEqualTo("{\"x\":[\"a\",\"b\",\"c\"]}");
        assertThat(responses.get(2).get(1).toString()).isEqualTo("{\"x\":\"b\"}");
    }

    @Test
    void aReferenceThatLeadsNowhereFailsOneCall() {
        for (String reference : new String[] {
            "{\"resultOf\":\"9\",\"name\":\"Core/echo\",\"path\":\"/a\"}",
            "{\"resultOf\":\"0\",\"name\":\"Core/other\",\"path\":\"/a\"}",
            "{\"resultOf\":\"0\",\"name\":\"Core/echo\",\"path\":\"/b\"}",
            "{\"resultOf\":\"0\",\"name\":\"Core/echo\",\"path\":\"a\"}"
        }) {
            JsonNode responses =
                    jmap.calls("[[\"Core/echo\",{\"a\":1},\"0\"],[\"Core/echo\",{\"#x\":" + reference + "},\"1\"]]");
            assertThat(responses.get(1).get(1).path("type").stringValue())
                    .as(reference)
                    .isEqualTo("invalidResultReference");
        }
        JsonNode twice = jmap.calls("[[\"Core/echo\",{\"a\":1},\"0\"],[\"Core/echo\",{\"x\":1,\"#x\":{}},\"1\"]]");
        assertThat(twice.get(1).get(1).path("type").stringValue()).isEqualTo("invalidArguments");
    }

    @Test
    void anotherAccountIsNotThere() {
        assertThat(jmap.error("Mailbox/get", "{\"accountId\":\"A8\"}")).isEqualTo("accountNotFound");
        assertThat(jmap.error("Mailbox/get", "{}")).isEqualTo("invalidArguments");
        assertThat(jmap.error("Mailbox/get", "{$A,\"ids\":[\"1\",\"2\",\"3\",\"4\",\"5\",\"6\"]}"))
                .isEqualTo("requestTooLarge");
    }

    @Test
    void creationIdsComeBackWhenTheClientSendsThem() {
        Answer answer = jmap.answer(
                "{\"using\":[\"urn:ietf:params:jmap:core\"],\"methodCalls\":[]," + "\"createdIds\":{\"k\":\"F1\"}}");
        assertThat(jmap.mapper.readTree(answer.body()).path("createdIds").toString())
                .isEqualTo("{\"k\":\"F1\"}");
    }

    @Test
    void theSessionSaysWhatThereIs() {
        Answer answer = jmap.engine().session(jmap.caller(), new SessionObject.Urls("https://h/jmap"));
        JsonNode session = jmap.mapper.readTree(new String(answer.body(), StandardCharsets.UTF_8));
        assertThat(session.path("username").stringValue()).isEqualTo("taro@example.test");
        assertThat(session.path("apiUrl").stringValue()).isEqualTo("https://h/jmap/api");
        assertThat(session.path("accounts").path("A7").path("isPersonal").booleanValue())
                .isTrue();
        assertThat(session.path("primaryAccounts")
                        .path("urn:ietf:params:jmap:mail")
                        .stringValue())
                .isEqualTo("A7");
        assertThat(session.path("capabilities")
                        .path("urn:ietf:params:jmap:core")
                        .path("maxCallsInRequest")
                        .intValue())
                .isEqualTo(3);
        JsonNode any = jmap.mapper.readTree(
                jmap.answer("{\"using\":[],\"methodCalls\":[]}").body());
        assertThat(any.path("sessionState")).isEqualTo(session.path("state"));
    }
}
