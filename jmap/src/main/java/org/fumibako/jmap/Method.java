// SPDX-License-Identifier: Apache-2.0
package org.fumibako.jmap;

import org.fumibako.jmap.wire.MethodException;
import tools.jackson.databind.node.ObjectNode;

/** One method of JMAP; its class is called as the method is, without the slash. Safe for any number of threads. */
public interface Method {
    /** {@code Email/get}. */
    String name();

    /** What a client has to say it uses before it may call it. */
    Capability capability();

    /** Carries the call out; returns the arguments of the response, which has the method's name. */
    ObjectNode call(Call call) throws MethodException;
}
