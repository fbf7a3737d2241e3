// SPDX-License-Identifier: Apache-2.0
package org.fumibako.mailauth.message;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Picks the fields that h= names: the lowest of a name first, then the ones above it; a name that has no field left picks
 * nothing, which is how a signer says that there shall be no further one (RFC 6376 §5.4.2). For one signature and one thread.
 */
public final class FieldPicker {
    private final HeaderFields fields;
    private final Map<String, Integer> next = new HashMap<>();

    public FieldPicker(HeaderFields fields) {
        this.fields = fields;
    }

    /** The next field of that name, which is given in lower case, or {@link HeaderFields#NONE}. */
    public int pick(String name) {
        Integer known = next.get(name);
        int field = known == null ? fields.lowest(name) : known;
        next.put(name, field == HeaderFields.NONE ? field : fields.above(field));
        return field;
    }

    /** Appends the canonical forms of all fields that are named, in that order. */
    public void pickAll(List<String> names, Canonicalization form, OctetBuffer out) {
        for (String name : names) {
            int field = pick(name);
            if (field != HeaderFields.NONE) {
                fields.canonical(field, form, out);
            }
        }
    }
}
