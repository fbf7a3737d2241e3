// SPDX-License-Identifier: Apache-2.0
package org.fumibako.app;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.fumibako.doctor.bounce.ErrorMail;

/** What the server cannot know of a {@code doctor} command: the operator's language, and what is in the operator's files. */
final class DoctorLine {
    private DoctorLine() {}

    /** @throws StartException when the file of {@code --bounce} cannot be read */
    static List<String> of(List<String> arguments) {
        List<String> line = new ArrayList<>(arguments);
        if (Locale.getDefault().getLanguage().equals("ja") && !line.contains("--lang")) {
            line.addAll(List.of("--lang", "ja"));
        }
        int bounce = line.indexOf("--bounce");
        if (bounce >= 0 && bounce + 1 < line.size()) {
            String text = read(line.get(bounce + 1));
            line.subList(bounce, bounce + 2).clear();
            line.add("--bounce-text=" + text);
        }
        return line;
    }

    private static String read(String file) {
        try (InputStream in = file.equals("-") ? System.in : Files.newInputStream(Path.of(file))) {
            return new String(in.readNBytes(ErrorMail.MAX_TEXT), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new StartException("The error mail cannot be read: " + unreadable.getMessage() + ".", unreadable);
        }
    }
}
