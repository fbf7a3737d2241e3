// SPDX-License-Identifier: Apache-2.0
package org.fumibako.api.json;

/** Shapes that were read once; a type's never changes. */
final class Shapes {
    static final ClassValue<Shape> KNOWN = new ClassValue<>() {
        @Override
        protected Shape computeValue(Class<?> type) {
            return Shape.read(type, null);
        }
    };

    private Shapes() {}
}
