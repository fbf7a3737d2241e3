// SPDX-License-Identifier: Apache-2.0
package org.fumibako.api.http;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.fumibako.jmap.Caller;
import org.fumibako.jmap.push.StateWatch;

/**
 * The event source (RFC 8620 §7.3). A stream has a virtual thread of its own, since those that answer requests are counted. One
 * that nobody reads any more is noticed by the next ping.
 */
final class JmapEvents {
    /** Between pings: a connection without an octet is closed by ourselves, and by others on the way. */
    private static final int MOST_SECONDS = 25;

    private static final int LEAST_SECONDS = 5;
    private static final int MAX_TYPES = 20;
    private static final Set<String> CLOSE_AFTER = Set.of("", "no", "state");

    private final StateWatch states;

    JmapEvents(StateWatch states) {
        this.states = states;
    }

    void answer(Caller caller, Request request, Response response, Callback callback) {
        Set<String> types =
                new HashSet<>(List.of(JmapHandler.parameter(request, "types").split(",", MAX_TYPES)));
        if (types.equals(Set.of(""))) {
            types = Set.of("*");
        }
        String closeAfter = JmapHandler.parameter(request, "closeafter");
        Optional<Integer> ping = interval(JmapHandler.parameter(request, "ping"));
        if (ping.isEmpty() || !CLOSE_AFTER.contains(closeAfter)) {
            response.setStatus(400);
            response.write(true, null, callback);
            return;
        }
        Optional<StateWatch.Watcher> watcher = states.watch(caller, types);
        if (watcher.isEmpty()) {
            response.setStatus(429);
            response.write(true, null, callback);
            return;
        }
        boolean once = closeAfter.equals("state");
        request.addIdleTimeoutListener(quiet -> false);
        request.addFailureListener(gone -> watcher.get().close());
        response.setStatus(200);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "text/event-stream");
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-cache, no-store");
        response.getHeaders().put("X-Accel-Buffering", "no");
        Thread.ofVirtual().name("jmap-events").start(() -> tell(watcher.get(), response, callback, once, ping.get()));
    }

    /** 0 when the client wants no pings; empty when it is no number. */
    private static Optional<Integer> interval(String seconds) {
        if (seconds.isEmpty()) {
            return Optional.of(MOST_SECONDS);
        }
        if (!seconds.matches("\\d{1,9}")) {
            return Optional.empty();
        }
        int wanted = Integer.parseInt(seconds);
        return Optional.of(wanted == 0 ? 0 : Math.clamp(wanted, LEAST_SECONDS, MOST_SECONDS));
    }

    private static void tell(StateWatch.Watcher from, Response response, Callback callback, boolean once, int ping) {
        try (StateWatch.Watcher watcher = from;
                OutputStream out = Content.Sink.asOutputStream(response)) {
            boolean more = true;
            sign(out, ping);
            while (more && !watcher.isClosed()) {
                Optional<byte[]> change = watcher.await(Duration.ofSeconds(ping == 0 ? MOST_SECONDS : ping));
                if (change.isPresent()) {
                    write(out, "state", new String(change.get(), StandardCharsets.UTF_8));
                    more = !once;
                } else {
                    sign(out, ping);
                }
            }
        } catch (IOException gone) {
            callback.failed(gone);
            return;
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
        callback.succeeded();
    }

    /** A sign of life: a ping, or for who wants none a comment, so that the connection stays. */
    private static void sign(OutputStream out, int ping) throws IOException {
        if (ping > 0) {
            write(out, "ping", "{\"interval\":" + ping + "}");
        } else {
            out.write(":\n\n".getBytes(StandardCharsets.US_ASCII));
            out.flush();
        }
    }

    private static void write(OutputStream out, String event, String data) throws IOException {
        out.write(("event: " + event + "\ndata: " + data + "\n\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
    }
}
