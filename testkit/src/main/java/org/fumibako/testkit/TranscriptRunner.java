// SPDX-License-Identifier: Apache-2.0
package org.fumibako.testkit;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * Makes a test of every transcript in a folder of the test resources:
 *
 * <pre>
 * &#64;TestFactory
 * Stream&lt;DynamicTest&gt; transcripts() {
 *     return TranscriptRunner.tests("/transcripts", transcript -&gt; new ServerUnderTest());
 * }
 * </pre>
 *
 * The format is described in the package's documentation.
 */
public final class TranscriptRunner {
    private TranscriptRunner() {}

    /**
     * One test a file, in the order of their names.
     *
     * @param folder absolute resource name; a folder without files is an error
     */
    public static Stream<DynamicTest> tests(String folder, TranscriptServer.Factory servers) {
        List<Path> files = filesIn(folder);
        if (files.isEmpty()) {
            throw new IllegalArgumentException("no transcripts in " + folder);
        }
        return files.stream()
                .map(file ->
                        DynamicTest.dynamicTest(file.getFileName().toString(), file.toUri(), () -> run(file, servers)));
    }

    /** For a server that is already running and that transcripts may share. */
    public static Stream<DynamicTest> tests(String folder, int port) {
        return tests(folder, transcript -> new Running(port));
    }

    private static void run(Path file, TranscriptServer.Factory servers) throws Exception {
        String name = file.getFileName().toString();
        List<Step> steps = TranscriptParser.parse(Files.readString(file));
        try (TranscriptServer server = servers.start(name.substring(0, name.lastIndexOf('.')));
                Dialogue dialogue = new Dialogue(server)) {
            dialogue.run(steps);
        } catch (AssertionError e) {
            throw new AssertionError(name + ", " + e.getMessage(), e.getCause());
        }
    }

    private static List<Path> filesIn(String folder) {
        URL url = TranscriptRunner.class.getResource(folder);
        if (url == null) {
            throw new IllegalArgumentException("no folder " + folder + " in the test resources");
        }
        try (Stream<Path> files = Files.list(Path.of(url.toURI()))) {
            return files.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException | URISyntaxException e) {
            throw new IllegalStateException("cannot list " + url, e);
        }
    }

    private record Running(int port) implements TranscriptServer {
        @Override
        public void close() {}
    }
}
