// SPDX-License-Identifier: Apache-2.0
package org.fumibako.jmap.standard;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.fumibako.jmap.wire.SetError;
import org.fumibako.jmap.wire.SetException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Changes an object as a PatchObject says (RFC 8620 §5.3). */
public final class Patch {
    private Patch() {}

    /** The object after the patch; what the patch makes null is null in it at the top, and gone below. */
    public static ObjectNode apply(ObjectNode current, ObjectNode patch) throws SetException {
        requireNoOverlap(patch.propertyNames().stream().collect(java.util.stream.Collectors.toSet()));
        ObjectNode patched = current.deepCopy();
        for (Map.Entry<String, JsonNode> entry : patch.properties()) {
            put(patched, entry.getKey(), entry.getValue());
        }
        return patched;
    }

    private static void put(ObjectNode root, String path, JsonNode value) throws SetException {
        ObjectNode at = root;
        int begin = 0;
        for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', begin)) {
            JsonNode next = at.get(unescaped(path.substring(begin, slash)));
            if (!(next instanceof ObjectNode object)) {
                throw invalid("The path " + path + " leads nowhere.");
            }
            at = object;
            begin = slash + 1;
        }
        String name = unescaped(path.substring(begin));
        if (value.isNull() && begin > 0) {
            at.remove(name);
        } else {
            at.set(name, value);
        }
    }

    private static void requireNoOverlap(Set<String> paths) throws SetException {
        String before = "/";
        for (String path : new TreeSet<>(paths)) {
            if (path.startsWith(before + "/")) {
                throw invalid("The path " + path + " lies within the path " + before + ".");
            }
            before = path;
        }
    }

    private static String unescaped(String token) {
        return token.replace("~1", "/").replace("~0", "~");
    }

    private static SetException invalid(String description) {
        return new SetException(new SetError("invalidPatch", description));
    }
}
