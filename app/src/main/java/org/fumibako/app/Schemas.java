// SPDX-License-Identifier: Apache-2.0
package org.fumibako.app;

/** Where the owners of databases keep their schemas on the class path, as far as they do not say so themselves. */
public final class Schemas {
    public static final String REGISTRY = "db/registry";

    private Schemas() {}
}
