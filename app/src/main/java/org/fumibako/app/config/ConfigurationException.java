// SPDX-License-Identifier: Apache-2.0
package org.fumibako.app.config;

import java.nio.file.Path;

/** A configuration that cannot be used: which file, which line, and what is wrong with it. */
public final class ConfigurationException extends Exception {
    private static final long serialVersionUID = 1L;

    ConfigurationException(Path file, int line, String what) {
        super(file + (line > 0 ? ":" + line : "") + ": " + what);
    }
}
