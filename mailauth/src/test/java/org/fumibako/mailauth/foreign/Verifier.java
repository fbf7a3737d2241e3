// SPDX-License-Identifier: Apache-2.0
package org.fumibako.mailauth.foreign;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A program that verifies signatures. */
enum Verifier {
    DKIMPY {
        @Override
        Report verify(byte[] message, Map<String, String> zone, Path directory) throws Exception {
            // The interpreter that Debian's package is for, whatever else is on the path.
            String output = run(
                    List.of(
                            "/usr/bin/python3",
                            script("dkimpy_report.py", directory).toString(),
                            zoneFile(zone, directory).toString()),
                    message,
                    directory);
            return new Report(
                    count(output, "dkim pass"), count(output, "dkim fail"), count(output, "arc pass") == 1, output);
        }
    },
    /** Says one thing about the whole message, and knows nothing of ARC. */
    OPENDKIM {
        @Override
        Report verify(byte[] message, Map<String, String> zone, Path directory) throws Exception {
            String output = run(
                    List.of(
                            "unshare",
                            "--map-root-user",
                            "--mount",
                            "--net",
                            "/usr/bin/python3",
                            script("offline_dns.py", directory).toString(),
                            zoneFile(zone, directory).toString(),
                            directory.resolve("resolv.conf").toString(),
                            "sh",
                            "-c",
                            "PATH=$PATH:/usr/sbin; opendkim-testmsg -C -t . && echo verified"),
                    message,
                    directory);
            int verified = count(output, "verified");
            return new Report(verified, 1 - verified, false, output);
        }
    },
    MAILAUTH {
        @Override
        Report verify(byte[] message, Map<String, String> zone, Path directory) throws Exception {
            Path program = Path.of(System.getProperty("verifiers.dir", "target/verifiers"))
                    .resolve("node_modules/mailauth/bin/mailauth.js")
                    .toAbsolutePath();
            Path cache = Files.writeString(directory.resolve("cache.json"), json(zone, "{\"TXT\": [[\"%s\"]]}"));
            String output = run(
                    List.of("node", program.toString(), "report", "--dns-cache", cache.toString()), message, directory);
            String dkim = output.replaceFirst("(?s)\"spf\":.*", "");
            String arc = output.replaceFirst("(?s).*\"arc\":", "");
            int passed = count(dkim, "\"result\": \"pass\"");
            return new Report(
                    passed, count(dkim, "\"result\": \"") - passed, arc.contains("\"result\": \"pass\""), output);
        }
    };

    private static final long LIMIT_SECONDS = 60;

    /**
     * What the program says.
     *
     * @param passed signatures that are good
     * @param failed signatures that are not
     * @param arc whether the chain passes
     * @param output all that it printed
     */
    record Report(int passed, int failed, boolean arc, String output) {
        /** For assertions. */
        String summary() {
            return passed + " good, " + failed + " bad" + (arc ? ", chain passes" : "");
        }
    }

    /**
     * @param zone TXT records by name
     * @param directory for its files
     */
    abstract Report verify(byte[] message, Map<String, String> zone, Path directory) throws Exception;

    private static String run(List<String> command, byte[] input, Path directory)
            throws IOException, InterruptedException {
        Path in = Files.write(directory.resolve("in"), input);
        Path out = directory.resolve("out");
        Path notes = directory.resolve("notes");
        Process process = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectInput(in.toFile())
                .redirectOutput(out.toFile())
                .redirectError(notes.toFile())
                .start();
        try {
            if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
                throw new AssertionError(command + " did not end");
            }
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
        return Files.readString(out) + Files.readString(notes);
    }

    private static Path script(String name, Path directory) throws IOException {
        try (InputStream in = Verifier.class.getResourceAsStream(name)) {
            return Files.write(directory.resolve(name), in.readAllBytes());
        }
    }

    private static Path zoneFile(Map<String, String> zone, Path directory) throws IOException {
        return Files.writeString(directory.resolve("zone.json"), json(zone, "\"%s\""), StandardCharsets.US_ASCII);
    }

    private static String json(Map<String, String> zone, String value) {
        return zone.entrySet().stream()
                .map(entry -> "\"" + entry.getKey() + "\": " + value.formatted(entry.getValue()))
                .collect(Collectors.joining(",\n", "{", "}"));
    }

    private static int count(String text, String what) {
        return (int)
                Pattern.compile(what, Pattern.LITERAL).matcher(text).results().count();
    }
}
