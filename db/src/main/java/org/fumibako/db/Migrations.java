// SPDX-License-Identifier: Apache-2.0
package org.fumibako.db;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/**
 * The migrations of one kind of database as they lie on the class path, SQL text by file name: {@code db/base}, then the
 * owner's {@code common} folder and the one named after the engine. Several modules may add files to one folder.
 */
record Migrations(SortedMap<String, String> scripts) {
    private static final String BASE = "db/base";

    /** What {@code folder}, such as {@code db/volume}, has for {@code engine}. */
    static Migrations of(String folder, Database.Engine engine) {
        SortedMap<String, String> scripts = new TreeMap<>();
        try {
            collect(BASE, scripts);
            collect(folder + "/common", scripts);
            collect(folder + "/" + engine.name().toLowerCase(Locale.ROOT), scripts);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the migrations in " + folder, e);
        }
        return new Migrations(Collections.unmodifiableSortedMap(scripts));
    }

    /** Changes whenever a script is added, removed or edited. */
    String digest() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Map.Entry<String, String> script : scripts.entrySet()) {
                String entry = script.getKey() + "\0" + script.getValue() + "\0";
                digest.update(entry.getBytes(StandardCharsets.UTF_8));
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void collect(String folder, SortedMap<String, String> into) throws IOException {
        for (URL url : Collections.list(Migrations.class.getClassLoader().getResources(folder))) {
            if (url.getProtocol().equals("jar")) {
                collectFromJar(url, into);
            } else {
                collectFromDirectory(Path.of(URI.create(url.toString())), into);
            }
        }
    }

    private static void collectFromDirectory(Path directory, SortedMap<String, String> into) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                put(into, file.getFileName().toString(), Files.readAllBytes(file));
            }
        }
    }

    private static void collectFromJar(URL url, SortedMap<String, String> into) throws IOException {
        JarURLConnection connection = (JarURLConnection) url.openConnection();
        connection.setUseCaches(false);
        String prefix = connection.getEntryName() + (connection.getEntryName().endsWith("/") ? "" : "/");
        try (JarFile jar = connection.getJarFile()) {
            for (var entry : Collections.list(jar.entries())) {
                if (entry.getName().startsWith(prefix) && !entry.isDirectory()) {
                    try (InputStream in = jar.getInputStream(entry)) {
                        put(into, entry.getName().substring(prefix.length()), in.readAllBytes());
                    }
                }
            }
        }
    }

    private static void put(SortedMap<String, String> into, String name, byte[] script) {
        if (into.put(name, new String(script, StandardCharsets.UTF_8)) != null) {
            throw new IllegalStateException("two migrations are named " + name);
        }
    }
}
