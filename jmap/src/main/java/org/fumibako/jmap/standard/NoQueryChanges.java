// SPDX-License-Identifier: Apache-2.0
package org.fumibako.jmap.standard;

import java.util.HashSet;
import java.util.Set;
import org.fumibako.jmap.Call;
import org.fumibako.jmap.Capability;
import org.fumibako.jmap.Method;
import org.fumibako.jmap.wire.Arguments;
import org.fumibako.jmap.wire.MethodException;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code .../queryChanges} of a type whose queries say that they cannot calculate changes (RFC 8620 §5.6): there are few objects, and
 * the query is as quick.
 *
 * @param name with the type
 */
public record NoQueryChanges(String name, Capability capability) implements Method {
    @Override
    public ObjectNode call(Call call) throws MethodException {
        Set<String> known = new HashSet<>(QueryChanges.ARGUMENTS);
        Arguments arguments = call.arguments(known);
        QueryChanges _ = QueryChanges.of(arguments);
        throw MethodException.cannotCalculateChanges();
    }
}
