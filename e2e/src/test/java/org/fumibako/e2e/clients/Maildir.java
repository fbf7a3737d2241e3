// SPDX-License-Identifier: Apache-2.0
package org.fumibako.e2e.clients;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The mail that a client keeps on its side, one file a message.
 *
 * @param directory the folder, with {@code cur}, {@code new} and {@code tmp} below
 */
record Maildir(Path directory) {

    static Maildir make(Path directory) throws IOException {
        for (String part : List.of("cur", "new", "tmp")) {
            Files.createDirectories(directory.resolve(part));
        }
        return new Maildir(directory);
    }

    /** The files of the messages; none when the client has not made the folder. */
    List<Path> files() throws IOException {
        List<Path> files = new ArrayList<>();
        for (String part : List.of("cur", "new")) {
            if (Files.isDirectory(directory.resolve(part))) {
                try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory.resolve(part))) {
                    entries.forEach(files::add);
                }
            }
        }
        return files;
    }

    /** The messages with LF line ends, in no order. */
    List<String> messages() throws IOException {
        List<String> messages = new ArrayList<>();
        for (Path file : files()) {
            messages.add(Files.readString(file).replace("\r\n", "\n"));
        }
        return messages;
    }

    void add(Sample sample) throws IOException {
        Path draft = directory.resolve("tmp/" + sample.id());
        Files.writeString(draft, sample.text());
        Files.move(draft, directory.resolve("new/" + sample.id()));
    }

    /** The letters after {@code :2,} of a file's name. */
    static String flags(Path file) {
        String name = file.getFileName().toString();
        int at = name.indexOf(":2,");
        return at < 0 ? "" : name.substring(at + 3);
    }

    /** Gives a message other flags, as a client does by renaming its file. */
    Path flag(Path file, String flags) throws IOException {
        String name = file.getFileName().toString();
        int at = name.indexOf(":2,");
        String base = at < 0 ? name : name.substring(0, at);
        return Files.move(file, directory.resolve("cur/" + base + ":2," + flags));
    }
}
