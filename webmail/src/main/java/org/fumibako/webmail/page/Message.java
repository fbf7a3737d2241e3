// SPDX-License-Identifier: Apache-2.0
package org.fumibako.webmail.page;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.fumibako.jmap.blob.Blob;
import org.fumibako.jmap.email.BodyLists;
import org.fumibako.jmap.email.Part;
import org.fumibako.mime.Headers;
import org.fumibako.mime.MessageParser;
import org.fumibako.mime.MimeLimits;
import org.fumibako.mime.PartText;
import org.fumibako.model.Content;
import org.fumibako.net.Spool;

/** A message that is open: stored, uploaded, or attached to another one. Closing it lets go of it. */
public final class Message implements AutoCloseable {
    private static final int IN_MEMORY = 256 << 10;

    /** Octets of a message: the largest that can be uploaded. */
    private static final long MAX_SIZE = 100L << 20;

    private final Spool spool;
    private final Content content;
    private final Part root;

    private Message(Spool spool) throws IOException {
        this.spool = spool;
        this.content = spool.content();
        this.root = Part.root(MessageParser.parse(content));
    }

    /** Opens it, with temporary files in {@code directory}; the blob is closed. */
    static Message open(Blob from, Path directory) throws IOException {
        Spool spool = new Spool(directory, IN_MEMORY, MAX_SIZE);
        try (Blob blob = from;
                InputStream in = blob.open()) {
            in.transferTo(spool);
            return new Message(spool);
        } catch (IOException | RuntimeException failed) {
            spool.close();
            throw failed;
        }
    }

    Content content() {
        return content;
    }

    /** What one reads, and what is attached. */
    public BodyLists bodies() {
        return BodyLists.of(root);
    }

    /** The message's header. */
    public Headers headers() throws IOException {
        return Headers.read(content, MimeLimits.DEFAULT);
    }

    Optional<Part> find(String partId) {
        return root.find(partId);
    }

    /** The first {@code most} octets of a part, without its transfer encoding. */
    public byte[] octets(Part part, int most) throws IOException {
        try (InputStream in = PartText.open(content, part.part())) {
            return in.readNBytes(most);
        }
    }

    /** A part as text, of its first {@code most} octets. */
    public String text(Part part, int most) throws IOException {
        return PartText.read(content, part.part(), most);
    }

    /** The part that HTML names by its Content-ID (RFC 2392) or its Content-Location (RFC 2557). */
    Optional<Part> named(String name) {
        return leaves(List.of(root)).stream()
                .filter(part -> name(part.part().id()).equals(name)
                        || name(part.part().location()).equals(name))
                .filter(part -> !name.isEmpty())
                .findFirst();
    }

    private static List<Part> leaves(List<Part> parts) {
        return parts.stream()
                .flatMap(part -> part.isMultipart() ? leaves(part.subParts()).stream() : List.of(part).stream())
                .toList();
    }

    private static String name(Optional<String> raw) {
        String text = raw.orElse("").strip();
        return text.startsWith("<") && text.endsWith(">") ? text.substring(1, text.length() - 1) : text;
    }

    static boolean isPicture(Part part) {
        return part.type().toLowerCase(Locale.ROOT).startsWith("image/");
    }

    @Override
    public void close() {
        content.close();
        try {
            spool.close();
        } catch (IOException gone) {
            // A temporary file that nobody misses.
        }
    }
}
