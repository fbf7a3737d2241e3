// SPDX-License-Identifier: Apache-2.0
package org.fumibako.dns.server;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.random.RandomGenerator;
import org.fumibako.dns.DnsName;
import org.fumibako.dns.RecordType;
import org.fumibako.dns.wire.MessageWriter;
import org.fumibako.dns.wire.RecordWriter;
import org.fumibako.dns.wire.Wire;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells secondaries that a zone has changed (RFC 1996), again and again until they say that they heard. A zone that changes while it is
 * being told about is told about once more, with its newest serial. Safe for any number of threads.
 */
final class Notifier implements AutoCloseable {
    /** RFC 1996 §3.6: a retry limit of about five. */
    static final int TRIES = 5;

    /** The wait for the first reply, doubled each time. */
    static final Duration FIRST_WAIT = Duration.ofSeconds(2);

    /** Zones told about at once: each holds a socket. */
    private static final int AT_ONCE = 20;

    private static final Logger LOG = LoggerFactory.getLogger(Notifier.class);

    private final List<Secondary> secondaries;
    private final InstantSource clock;
    private final RandomGenerator random;
    private final Semaphore places = new Semaphore(AT_ONCE);
    private final Map<Errand, ZoneRecord> due = new HashMap<>();
    private boolean closed;

    private record Errand(DnsName apex, Secondary secondary) {}

    Notifier(List<Secondary> secondaries, InstantSource clock, RandomGenerator random) {
        this.secondaries = List.copyOf(secondaries);
        this.clock = clock;
        this.random = random;
    }

    /** Tells every secondary, in the background. */
    void tell(Zone zone) {
        for (Secondary secondary : secondaries) {
            Errand errand = new Errand(zone.apex(), secondary);
            synchronized (due) {
                boolean running = due.put(errand, zone.start()) != null;
                if (!running && !closed) {
                    Thread.ofVirtual().name("dns-notify-" + zone.apex()).start(() -> run(errand));
                }
            }
        }
    }

    @Override
    public void close() {
        synchronized (due) {
            closed = true;
            due.clear();
        }
    }

    private void run(Errand errand) {
        places.acquireUninterruptibly();
        try {
            ZoneRecord start = next(errand);
            while (start != null) {
                tell(errand.secondary(), start);
                start = nextAfter(errand, start);
            }
        } finally {
            places.release();
        }
    }

    private @Nullable ZoneRecord next(Errand errand) {
        synchronized (due) {
            return due.get(errand);
        }
    }

    /** A newer version to tell about; otherwise the errand is done. */
    private @Nullable ZoneRecord nextAfter(Errand errand, ZoneRecord told) {
        synchronized (due) {
            ZoneRecord now = due.get(errand);
            if (told.equals(now)) {
                due.remove(errand);
                return null;
            }
            return now;
        }
    }

    private void tell(Secondary secondary, ZoneRecord start) {
        Duration wait = FIRST_WAIT;
        for (int i = 0; i < TRIES; i++) {
            try {
                if (heard(secondary, start, wait)) {
                    LOG.info("dns: told {} of zone {}", secondary.address(), start.name());
                    return;
                }
            } catch (IOException e) {
                LOG.debug("dns: telling {} of zone {} failed: {}", secondary.address(), start.name(), e.toString());
            }
            wait = wait.multipliedBy(2);
        }
        LOG.warn("dns: {} does not hear that zone {} has changed", secondary.address(), start.name());
    }

    /** Sends once, and waits for any reply with our id from there: even a refusal shows that it was heard. */
    private boolean heard(Secondary secondary, ZoneRecord start, Duration wait) throws IOException {
        int id = random.nextInt(0x10000);
        byte[] message = new TsigSigner(secondary.key(), clock, new byte[0]).sign(message(id, start));
        try (DatagramSocket socket = new DatagramSocket()) {
            socket.connect(secondary.address());
            socket.setSoTimeout((int) wait.toMillis());
            socket.send(new DatagramPacket(message, message.length));
            DatagramPacket reply = new DatagramPacket(new byte[Wire.PLAIN_UDP], Wire.PLAIN_UDP);
            socket.receive(reply);
            byte[] octets = reply.getData();
            return reply.getLength() >= Wire.HEADER && ((octets[0] & 0xFF) << 8 | (octets[1] & 0xFF)) == id;
        } catch (SocketTimeoutException silence) {
            return false;
        }
    }

    /** The question is the zone's SOA; the answer says which it is now (RFC 1996 §3.7). */
    private static byte[] message(int id, ZoneRecord start) {
        MessageWriter out = new MessageWriter();
        out.u16(id).u16(Wire.NOTIFY | Wire.AA).u16(1).u16(1).u16(0).u16(0);
        out.name(start.name()).u16(RecordType.SOA.code()).u16(Wire.CLASS_IN);
        RecordWriter.write(out, start.name(), start.ttl(), start.data());
        return out.message();
    }
}
