// SPDX-License-Identifier: Apache-2.0
package org.fumibako.jmap;

import tools.jackson.databind.node.ObjectNode;

/** Core/echo: answers what it is asked (RFC 8620 §4). */
final class CoreEcho implements Method {
    @Override
    public String name() {
        return "Core/echo";
    }

    @Override
    public Capability capability() {
        return Capability.CORE;
    }

    @Override
    public ObjectNode call(Call call) {
        return call.echo();
    }
}
