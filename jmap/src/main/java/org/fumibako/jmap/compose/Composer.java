// SPDX-License-Identifier: Apache-2.0
package org.fumibako.jmap.compose;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.fumibako.jmap.blob.Blobs;
import org.fumibako.jmap.wire.HeaderProperty;
import org.fumibako.jmap.wire.Json;
import org.fumibako.jmap.wire.SetError;
import org.fumibako.jmap.wire.SetException;
import org.fumibako.model.AccountId;
import org.fumibako.model.DomainName;
import org.fumibako.net.Spool;
import org.fumibako.net.TooLargeException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes the message that an email object describes (RFC 8621 §4.6, RFC 5322). */
public final class Composer {
    /** Octets of a message kept in memory; with attachments it goes to a file. */
    private static final int IN_MEMORY = 256 << 10;

    /** Properties that are header fields, and their form. */
    private static final Map<String, List<String>> FIELDS = Map.ofEntries(
            Map.entry("messageId", List.of("Message-ID", "asMessageIds")),
            Map.entry("inReplyTo", List.of("In-Reply-To", "asMessageIds")),
            Map.entry("references", List.of("References", "asMessageIds")),
            Map.entry("sender", List.of("Sender", "asAddresses")),
            Map.entry("from", List.of("From", "asAddresses")),
            Map.entry("to", List.of("To", "asAddresses")),
            Map.entry("cc", List.of("Cc", "asAddresses")),
            Map.entry("bcc", List.of("Bcc", "asAddresses")),
            Map.entry("replyTo", List.of("Reply-To", "asAddresses")),
            Map.entry("subject", List.of("Subject", "asText")),
            Map.entry("sentAt", List.of("Date", "asDate")));

    private static final Set<String> OTHERS = Set.of(
            "mailboxIds",
            "keywords",
            "receivedAt",
            "bodyStructure",
            "bodyValues",
            "textBody",
            "htmlBody",
            "attachments");

    private final Blobs blobs;
    private final Path directory;
    private final long most;
    private final SecureRandom random = new SecureRandom();

    /** @param most octets of a message */
    public Composer(Blobs blobs, Path directory, long most) {
        this.blobs = blobs;
        this.directory = directory;
        this.most = most;
    }

    /** The message; the caller closes it. */
    public Spool compose(AccountId account, DomainName domain, ObjectNode email) throws SetException {
        Spool spool = new Spool(directory, IN_MEMORY, most);
        try (BodyReader reader = new BodyReader(email, blobs, account)) {
            String header = header(domain, email);
            Node root = reader.read();
            requireApart(email, root);
            spool.write(header.getBytes(StandardCharsets.US_ASCII));
            new PartWriter(spool, random).write(root);
            return spool;
        } catch (TooLargeException e) {
            close(spool);
            ObjectNode extra = Json.object().put("maxSize", most);
            throw new SetException(new SetError("tooLarge", "The message is too large.", List.of(), extra));
        } catch (IOException e) {
            close(spool);
            throw new SetException(new SetError("serverFail", "The message could not be written."));
        } catch (SetException e) {
            close(spool);
            throw e;
        }
    }

    private static void close(OutputStream spool) {
        try {
            spool.close();
        } catch (IOException e) {
            // It was a temporary file without a name.
            return;
        }
    }

    private String header(DomainName domain, ObjectNode email) throws SetException {
        StringBuilder header = new StringBuilder();
        Set<String> there = new HashSet<>();
        for (Map.Entry<String, JsonNode> entry : email.properties()) {
            if (!OTHERS.contains(entry.getKey())) {
                header.append(field(entry.getKey(), entry.getValue(), there));
            }
        }
        byte[] id = new byte[16];
        random.nextBytes(id);
        if (!there.contains("message-id")) {
            header.append("Message-ID: <")
                    .append(HexFormat.of().formatHex(id))
                    .append('@')
                    .append(domain)
                    .append(">\r\n");
        }
        if (!there.contains("date")) {
            JsonNode now = Json.object()
                    .stringNode(OffsetDateTime.now(ZoneOffset.UTC).withNano(0).toString());
            header.append(new FieldWriter("sentAt", "Date").write("asDate", now));
        }
        return header.append("MIME-Version: 1.0\r\n").toString();
    }

    private static String field(String property, JsonNode value, Set<String> there) throws SetException {
        List<String> known = FIELDS.get(property);
        List<String> words = List.of(property.split(":", -1));
        if (known == null && (!words.getFirst().equals("header") || words.size() < 2 || words.size() > 4)) {
            throw SetException.invalid(property, "An email cannot be made with this property.");
        }
        String name = known == null ? words.get(1) : known.getFirst();
        String key = name.toLowerCase(Locale.ROOT);
        if (key.startsWith("content-") || key.equals("mime-version") || !there.add(key)) {
            throw SetException.invalid(property, "This field is there already, or is not for clients to set.");
        }
        if (value.isNull()) {
            there.remove(key);
        }
        if (known != null) {
            return new FieldWriter(property, name).write(known.getLast(), value);
        }
        return custom(property, words, name, value);
    }

    /** What is said of the root part stands in the same header as what is said of the email (RFC 8621 §4.6). */
    private static void requireApart(ObjectNode email, Node root) throws SetException {
        Set<String> there = new HashSet<>();
        email.propertyNames().forEach(property -> there.add(fieldOf(property)));
        for (String property : root.headers().keySet()) {
            if (!there.add(fieldOf(property))) {
                throw SetException.invalid("bodyStructure/" + property, "The email has this field already.");
            }
        }
    }

    private static String fieldOf(String property) {
        List<String> known = FIELDS.get(property);
        String name = known == null
                ? property.startsWith("header:")
                        ? List.of(property.split(":", -1)).get(1)
                        : property
                : known.getFirst();
        return name.toLowerCase(Locale.ROOT);
    }

    /** {@code header:Name:asForm:all}. */
    private static String custom(String property, List<String> words, String name, JsonNode value) throws SetException {
        boolean all = words.getLast().equals("all");
        int count = words.size() - (all ? 1 : 0);
        String form = count == 3 ? words.get(2) : "asRaw";
        if (HeaderProperty.of(property).isEmpty()) {
            throw SetException.invalid(property, "This field has no such form.");
        }
        FieldWriter writer = new FieldWriter(property, name);
        if (!all) {
            return writer.write(form, value);
        }
        StringBuilder fields = new StringBuilder();
        for (JsonNode one : value) {
            fields.append(writer.write(form, one));
        }
        return fields.toString();
    }
}
