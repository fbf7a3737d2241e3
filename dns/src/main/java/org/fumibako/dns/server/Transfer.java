// SPDX-License-Identifier: Apache-2.0
package org.fumibako.dns.server;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fumibako.dns.RecordData;
import org.fumibako.dns.wire.MalformedMessageException;
import org.fumibako.dns.wire.MessageReader;
import org.fumibako.dns.wire.MessageWriter;
import org.fumibako.dns.wire.RecordWriter;
import org.fumibako.dns.wire.Wire;

/** Sends a zone to a secondary: whole (AXFR, RFC 5936) or what has changed (IXFR, RFC 1995). For one request. */
final class Transfer {
    /** Octets of a message after which the next one begins: pointers reach this far, and a reader can start early. */
    private static final int MESSAGE = 0x4000;

    private final Request request;
    private final ServedZone zone;
    private final TsigSigner signer;

    Transfer(Request request, ServedZone zone, TsigSigner signer) {
        this.request = request;
        this.zone = zone;
        this.signer = signer;
    }

    /** Takes one message after another. */
    interface Sink {
        void send(byte[] message) throws IOException;
    }

    void send(Sink sink) throws IOException {
        List<ZoneRecord> records = records();
        MessageWriter out = begin(true);
        int answers = 0;
        for (ZoneRecord record : records) {
            int before = out.position();
            RecordWriter.write(out, record.name(), record.ttl(), record.data());
            if (out.position() > MESSAGE && answers > 0) {
                out.rewind(before);
                finish(sink, out, answers);
                out = begin(false);
                answers = 0;
                RecordWriter.write(out, record.name(), record.ttl(), record.data());
            }
            answers++;
        }
        finish(sink, out, answers);
    }

    private List<ZoneRecord> records() throws MalformedMessageException {
        if (request.type() == Wire.TYPE_AXFR) {
            return whole();
        }
        long serial = theirSerial();
        if (!Serial.isAfter(zone.zone().serial(), serial)) {
            // RFC 1995 §2: who has this version, or a newer one, gets the SOA alone.
            return List.of(zone.zone().start());
        }
        Optional<List<ServedZone.Change>> changes = zone.since(serial);
        return changes.isPresent() ? changed(changes.get()) : whole();
    }

    /** The SOA at both ends. */
    private List<ZoneRecord> whole() {
        ZoneRecord start = zone.zone().start();
        List<ZoneRecord> records = new ArrayList<>();
        records.add(start);
        zone.zone().records().stream()
                .filter(record -> !(record.data() instanceof RecordData.Soa))
                .forEach(records::add);
        records.add(start);
        return records;
    }

    /** For each change the old SOA and what is gone, the new SOA and what has come (RFC 1995 §4). */
    private List<ZoneRecord> changed(List<ServedZone.Change> changes) {
        List<ZoneRecord> records = new ArrayList<>();
        records.add(zone.zone().start());
        for (ServedZone.Change change : changes) {
            records.add(change.before());
            records.addAll(change.removed());
            records.add(change.after());
            records.addAll(change.added());
        }
        records.add(zone.zone().start());
        return records;
    }

    /** The serial of the SOA in the authority section of the request (RFC 1995 §3). */
    private long theirSerial() throws MalformedMessageException {
        MessageReader in = new MessageReader(request.message(), request.length());
        in.skip(request.questionEnd());
        in.skipName();
        in.skip(10);
        in.skipName();
        in.skipName();
        return in.u32();
    }

    /** Only the first message repeats the question (RFC 5936 §2.2.1). */
    private MessageWriter begin(boolean first) throws MalformedMessageException {
        MessageReader in = new MessageReader(request.message(), request.length());
        MessageWriter out = new MessageWriter();
        out.u16(in.u16())
                .u16(Wire.QR | Wire.AA)
                .u16(first ? 1 : 0)
                .u16(0)
                .u16(0)
                .u16(0);
        if (first) {
            in.skip(Wire.HEADER - 2);
            out.octets(in.octets(request.questionEnd() - Wire.HEADER));
        }
        return out;
    }

    private void finish(Sink sink, MessageWriter out, int answers) throws IOException {
        out.u16At(6, answers);
        sink.send(signer.sign(out.message()));
    }
}
