// SPDX-License-Identifier: Apache-2.0
package org.fumibako.api;

import tools.jackson.databind.JsonNode;

/** Calls JMAP in a browser of taro's. In what it is given {@code '} stands for a quotation mark and {@code $A} for the account. */
final class JmapCaller {
    private static final String[] USING = {
        "urn:ietf:params:jmap:core",
        "urn:ietf:params:jmap:mail",
        "urn:ietf:params:jmap:submission",
        "urn:ietf:params:jmap:contacts",
        "urn:ietf:params:jmap:blob"
    };

    private final Browser browser;
    private final String account;

    JmapCaller(World world) {
        this.browser = world.browserOf(world.owner("taro@example.test"));
        this.account = "A" + world.owner("taro@example.test").account().id().value();
    }

    /** The arguments of the one response to one call, or of its error. */
    JsonNode call(String method, String arguments) {
        return calls("[['" + method + "'," + arguments + ",'0']]").get(0).get(1);
    }

    /** The responses to calls. */
    JsonNode calls(String calls) {
        String request = ("{'using':['" + String.join("','", USING) + "'],'methodCalls':" + calls + "}")
                .replace('\'', '"')
                .replace("$A", account);
        Browser.Reply reply = browser.send("POST", "/jmap/api", request);
        if (reply.status() != 200) {
            throw new AssertionError(reply.response().body());
        }
        return reply.json().path("methodResponses");
    }
}
