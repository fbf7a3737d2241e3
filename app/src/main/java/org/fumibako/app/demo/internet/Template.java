// SPDX-License-Identifier: Apache-2.0
package org.fumibako.app.demo.internet;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;

/** A message of the class path with gaps, such as {@code {to}}. */
public record Template(String text) {
    /** The file {@code name} beside a class. */
    public static Template of(Class<?> beside, String name) throws IOException {
        try (InputStream resource = beside.getResourceAsStream(name)) {
            return new Template(new String(Objects.requireNonNull(resource).readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    /** The message with its gaps filled, and with the line ends of mail. */
    public String with(Map<String, String> facts) {
        String filled = text;
        for (Map.Entry<String, String> fact : facts.entrySet()) {
            filled = filled.replace("{" + fact.getKey() + "}", fact.getValue());
        }
        return filled.replace("\n", "\r\n");
    }
}
