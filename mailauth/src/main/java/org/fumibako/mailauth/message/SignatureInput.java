// SPDX-License-Identifier: Apache-2.0
package org.fumibako.mailauth.message;

import java.util.List;
import org.fumibako.mailauth.message.TagList.Span;

/** What a signature over header fields is made of (RFC 6376 §3.7). */
public final class SignatureInput {
    private static final int USUAL = 2_048;

    private SignatureInput() {}

    /**
     * The fields that {@code names} picks, then the signature's own field.
     *
     * @param names in lower case
     * @param own index of the signature's own field
     * @param hole where its b= stands
     */
    public static OctetBuffer of(HeaderFields header, List<String> names, Canonicalization form, int own, Span hole) {
        OctetBuffer input = new OctetBuffer(USUAL);
        new FieldPicker(header).pickAll(names, form, input);
        header.canonicalWithout(own, hole.from(), hole.to(), form, input);
        return input;
    }
}
