// SPDX-License-Identifier: Apache-2.0
package org.fumibako.jmap;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.fumibako.db.SqliteDatabase;
import org.fumibako.jmap.blob.Blobs;
import org.fumibako.jmap.blob.Transfer;
import org.fumibako.jmap.blob.Uploads;
import org.fumibako.jmap.mail.AccountMail;
import org.fumibako.jmap.wire.JmapLimits;
import org.fumibako.jmap.wire.Json;
import org.fumibako.journal.Journal;
import org.fumibako.journal.Origin;
import org.fumibako.mime.MessageSummary;
import org.fumibako.model.AccountId;
import org.fumibako.model.ByteSize;
import org.fumibako.model.Content;
import org.fumibako.model.Flags;
import org.fumibako.model.MailboxId;
import org.fumibako.model.Quota;
import org.fumibako.model.SpecialUse;
import org.fumibako.search.SearchIndex;
import org.fumibako.store.Append;
import org.fumibako.store.Volume;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** JMAP over a real volume (SQLite, in a directory that goes with it), with {@link OneAccount}. */
final class TestJmap implements AutoCloseable {
    private static final String USING =
            "\"urn:ietf:params:jmap:core\",\"urn:ietf:params:jmap:mail\",\"urn:ietf:params:jmap:quota\"";

    final OneAccount registry = OneAccount.withQuota(Quota.DEFAULT);
    final JsonMapper mapper = JsonMapper.shared();
    private final Path directory;
    private final JmapLimits limits;
    private SqliteDatabase database;
    private Journal journal;
    private Volume volume;
    private SearchIndex search;
    private JmapEngine engine;
    private Transfer transfer;

    TestJmap() {
        this(JmapLimits.DEFAULT);
    }

    TestJmap(JmapLimits limits) {
        this.limits = limits;
        try {
            directory = Files.createTempDirectory("jmap-test");
            open();
            volume.createAccount(account());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void open() {
        database = SqliteDatabase.open(directory.resolve("volume.db"), Volume.MIGRATIONS);
        journal = new Journal(database, Clock.systemUTC());
        volume = Volume.open(new Volume.Parts(database, directory.resolve("packs"), journal, Clock.systemUTC()));
        search = new SearchIndex(
                new SearchIndex.Parts(volume.arrivals(), directory.resolve("search"), System::nanoTime));
        search.start();
        AccountMail mail = new AccountMail(volume.emails());
        Uploads uploads = new Uploads(
                directory.resolve("uploads"), limits.maxSizeUpload(), Clock.systemUTC(), new SecureRandom());
        Blobs blobs = new Blobs(mail, volume, uploads);
        JmapServices services =
                new JmapServices(volume, mail, search, blobs, directory, registry, Clock.systemUTC(), limits);
        engine = new JmapEngine(JmapMethods.of(services), new SessionObject(limits), limits);
        transfer = new Transfer(blobs, engine);
    }

    /** Stops and starts again with what is on disk. */
    void restart() {
        shut();
        open();
    }

    private void shut() {
        search.close();
        volume.close();
        journal.close();
        database.close();
    }

    AccountId account() {
        return registry.account().id();
    }

    Volume store() {
        return volume;
    }

    SearchIndex search() {
        return search;
    }

    Transfer transfer() {
        return transfer;
    }

    JmapEngine engine() {
        return engine;
    }

    Caller caller() {
        return new Caller(registry.account(), Origin.system("test").withLogin(OneAccount.ADDRESS), true);
    }

    MailboxId mailbox(SpecialUse use) {
        return volume.mailbox(account(), use).id();
    }

    /** Files a message; lines end with LF here. */
    Append.Outcome.Filed file(MailboxId mailbox, String message, Flags flags, Instant at) {
        byte[] octets = message.replace("\r\n", "\n").replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
        Content content = Content.of(octets);
        try {
            Append append = new Append(
                    content,
                    MessageSummary.of(content),
                    List.of(new Append.Filing(account(), mailbox, flags, at, new ByteSize(1L << 40), Optional.empty())),
                    Optional.empty(),
                    Origin.system("test"));
            return (Append.Outcome.Filed)
                    volume.append(List.of(append), true).getFirst().getFirst();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The whole answer to a request. */
    Answer answer(String request) {
        try {
            return engine.answer(caller(), new ByteArrayInputStream(request.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What method calls, written as they stand in {@code methodCalls}, are answered. */
    JsonNode calls(String calls) {
        Answer answer = answer("{\"using\":[" + USING + "],\"methodCalls\":" + calls + "}");
        JsonNode json = mapper.readTree(answer.body());
        if (answer.status() != 200) {
            throw new AssertionError(json.toString());
        }
        return json.path("methodResponses");
    }

    /** The arguments of the one response to one call; {@code $A} in the arguments is the account. */
    JsonNode call(String method, String arguments) {
        String resolved = arguments.replace("$A", "\"accountId\":\"A7\"").replace('\'', '"');
        JsonNode response =
                calls("[[\"" + method + "\"," + resolved + ",\"c\"]]").get(0);
        if (!response.get(0).stringValue().equals(method)) {
            throw new AssertionError(response.toString());
        }
        return response.get(1);
    }

    /** The type of the error that a call is answered with. */
    String error(String method, String arguments) {
        String resolved = arguments.replace("$A", "\"accountId\":\"A7\"").replace('\'', '"');
        JsonNode response =
                calls("[[\"" + method + "\"," + resolved + ",\"c\"]]").get(0);
        if (!response.get(0).stringValue().equals("error")) {
            throw new AssertionError(response.toString());
        }
        return response.get(1).path("type").stringValue();
    }

    Json json() {
        return engine.json();
    }

    @Override
    public void close() {
        shut();
        try (Stream<Path> files = Files.walk(directory)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
