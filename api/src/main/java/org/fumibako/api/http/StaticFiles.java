// SPDX-License-Identifier: Apache-2.0
package org.fumibako.api.http;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * The pages: files below {@code web/} on the class path. Assets, whose names change with their content, are kept by browsers for
 * ever; the page that names them never. A path of a page of the client's own gets the page, whose {@code {{nonce}}} is replaced by
 * the nonce of the policy for styles.
 */
public final class StaticFiles extends Handler.Abstract {
    private static final Pattern NAME = Pattern.compile("(/[A-Za-z0-9_-][A-Za-z0-9._-]*)+");
    private static final Pattern PAGE = Pattern.compile("/(portal|panel|operator|webmail|sign-in)?(/.*)?");
    private static final String ROOT = "web";
    private static final String ASSETS = "/assets/";
    private static final String WORKER = "/sw.js";
    private static final int NONCE_OCTETS = 18;

    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("html", "text/html;charset=utf-8"),
            Map.entry("js", "text/javascript;charset=utf-8"),
            Map.entry("css", "text/css;charset=utf-8"),
            Map.entry("json", "application/json"),
            Map.entry("webmanifest", "application/manifest+json"),
            Map.entry("svg", "image/svg+xml"),
            Map.entry("png", "image/png"),
            Map.entry("webp", "image/webp"),
            Map.entry("ico", "image/x-icon"),
            Map.entry("woff2", "font/woff2"),
            Map.entry("txt", "text/plain;charset=utf-8"));

    private static final String MISSING = """
            <!doctype html><html lang="en"><meta charset="utf-8"><title>Fumibako</title>
            <h1>Fumibako 文箱</h1>
            <p>画面がこのサーバーに入っていません。サーバーを <code>./fumibako build</code> で作り直してください。
            <p>The pages are not part of this server. Build it again with <code>./fumibako build</code>. The API works: see
            <code>api/openapi.json</code>.
            """;

    private final ClassLoader loader;
    private final SecureRandom random;

    public StaticFiles(ClassLoader loader, SecureRandom random) {
        this.loader = loader;
        this.random = random;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws IOException {
        String path = request.getHttpURI().getCanonicalPath();
        if (path == null
                || !(request.getMethod().equals("GET") || request.getMethod().equals("HEAD"))) {
            return false;
        }
        Reply reply = new Reply(request, response, callback);
        Optional<byte[]> file = NAME.matcher(path).matches() && path.contains(".") ? read(path) : Optional.empty();
        if (file.isPresent() && !path.endsWith(".html")) {
            reply.file(path, file.get());
            return true;
        }
        if (!PAGE.matcher(path).matches()) {
            return false;
        }
        reply.page(page(path), nonce());
        return true;
    }

    /** A surface with a page of its own has that, the others share one. */
    private String page(String path) throws IOException {
        int end = path.indexOf('/', 1);
        String surface = end < 0 ? path : path.substring(0, end);
        Optional<byte[]> own = surface.equals("/") ? Optional.empty() : read(surface + "/index.html");
        return own.or(() -> common())
                .map(content -> new String(content, StandardCharsets.UTF_8))
                .orElse(MISSING);
    }

    private Optional<byte[]> common() {
        try {
            return read("/index.html");
        } catch (IOException damaged) {
            return Optional.empty();
        }
    }

    private Optional<byte[]> read(String path) throws IOException {
        try (InputStream in = loader.getResourceAsStream(ROOT + path)) {
            return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
        }
    }

    private String nonce() {
        byte[] drawn = new byte[NONCE_OCTETS];
        random.nextBytes(drawn);
        return Base64.getEncoder().encodeToString(drawn);
    }

    private record Reply(Request request, Response response, Callback callback) {
        void file(String path, byte[] content) {
            String tag = "\"" + digest(content) + "\"";
            response.getHeaders().put(HttpHeader.ETAG, tag);
            response.getHeaders()
                    .put(
                            HttpHeader.CACHE_CONTROL,
                            path.contains(ASSETS) ? "public, max-age=31536000, immutable" : "no-cache");
            if (path.endsWith(WORKER)) {
                // What a service worker may load is in its own answer, not in the page's.
                response.getHeaders().put("Content-Security-Policy", "default-src 'none'; connect-src 'self'");
            }
            String known = request.getHeaders().get(HttpHeader.IF_NONE_MATCH);
            if (known != null && known.replace("--gzip", "").contains(tag)) {
                response.setStatus(304);
                response.write(true, null, callback);
                return;
            }
            String ending = path.substring(path.lastIndexOf('.') + 1);
            write(TYPES.getOrDefault(ending, "application/octet-stream"), content);
        }

        void page(String page, String nonce) {
            response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-cache");
            response.getHeaders()
                    .put(
                            "Content-Security-Policy",
                            "default-src 'none'; script-src 'self'; style-src 'self' 'nonce-" + nonce
                                    + "'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self';"
                                    + " manifest-src 'self'; worker-src 'self'; frame-src 'self' blob:;"
                                    + " frame-ancestors 'none'; base-uri 'none'; form-action 'self'");
            write("text/html;charset=utf-8", Answer.utf8(page.replace("{{nonce}}", nonce)));
        }

        private void write(String type, byte[] content) {
            response.setStatus(200);
            response.getHeaders().put(HttpHeader.CONTENT_TYPE, type);
            boolean head = request.getMethod().equals("HEAD");
            response.write(true, head ? null : ByteBuffer.wrap(content), callback);
        }

        private static String digest(byte[] content) {
            try {
                byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
                return HexFormat.of().formatHex(digest, 0, 16);
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every Java has SHA-256", e);
            }
        }
    }
}
