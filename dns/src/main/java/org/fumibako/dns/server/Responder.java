// SPDX-License-Identifier: Apache-2.0
package org.fumibako.dns.server;

import java.util.Arrays;
import org.fumibako.dns.wire.Wire;

/** Writes the answer to a request into a buffer that is used again and again. For one thread. */
final class Responder {
    /** Nobody's zone. */
    private static final PreparedAnswer REFUSED = bare(Wire.REFUSED);

    private static final PreparedAnswer FORMAT_ERROR = bare(Wire.FORMAT_ERROR);
    private static final PreparedAnswer OTHER_VERSION = bare(Wire.NO_ERROR);
    private static final PreparedAnswer NOT_IMPLEMENTED = bare(Wire.NOT_IMPLEMENTED);

    /** Octets of our EDNS record: no options. */
    private static final int EDNS = 11;

    private final ZoneTable zones;
    private byte[] out = new byte[Wire.SAFE_UDP];
    private int length;
    private PreparedAnswer answer = REFUSED;

    /** The upper bits of the RCODE, which are in the EDNS record (RFC 6891 §6.1.3). */
    private int extended;

    Responder(ZoneTable zones) {
        this.zones = zones;
    }

    /** What was written. */
    byte[] message() {
        return out;
    }

    int length() {
        return length;
    }

    /** Which answer it was; the same for requests whose answers differ in nothing but the name. */
    PreparedAnswer answer() {
        return answer;
    }

    /** Answers a request that was read, in no more than {@code limit} octets. */
    void respond(Request request, int limit) {
        extended = 0;
        answer = choose(request);
        write(request, limit);
    }

    /** Says that the request is malformed. */
    void malformed(Request request) {
        extended = 0;
        answer = FORMAT_ERROR;
        write(request, Wire.SAFE_UDP);
    }

    /** Says no more than that the answer is to be fetched over TCP. */
    void truncated(Request request) {
        int end = begin(request, answer.flags() | Wire.TC);
        finish(request, end, 0, 0, 0);
    }

    private PreparedAnswer choose(Request request) {
        if (request.opcode() != Wire.QUERY) {
            return NOT_IMPLEMENTED;
        }
        if (request.ednsVersion() != 0) {
            extended = Wire.BAD_VERSION >> 4;
            return OTHER_VERSION;
        }
        if (request.type() == Wire.TYPE_OPT) {
            return FORMAT_ERROR;
        }
        boolean transfer = request.type() == Wire.TYPE_AXFR || request.type() == Wire.TYPE_IXFR;
        if (request.questionClass() != Wire.CLASS_IN || transfer) {
            return REFUSED;
        }
        ServedZone zone = zones.find(request.name());
        return zone == null ? REFUSED : zone.index().answer(request.name(), request.type());
    }

    private void write(Request request, int limit) {
        int end = begin(request, answer.flags());
        int room = limit - (request.edns() ? EDNS : 0) - end;
        byte[] body = answer.body();
        byte[] extra = answer.extra();
        boolean all = body.length + extra.length <= room;
        reserve(end + body.length + extra.length + EDNS);
        if (body.length > room || (!all && answer.extraMatters())) {
            finish(request, begin(request, answer.flags() | Wire.TC), 0, 0, 0);
            return;
        }
        System.arraycopy(body, 0, out, end, body.length);
        end += body.length;
        if (all) {
            System.arraycopy(extra, 0, out, end, extra.length);
            end += extra.length;
        }
        finish(request, end, answer.answers(), answer.authorities(), all ? answer.extras() : 0);
    }

    private void reserve(int octets) {
        if (octets > out.length) {
            out = Arrays.copyOf(out, octets);
        }
    }

    /** Header and question. The question is repeated letter for letter, because its case may be a secret. */
    private int begin(Request request, int flags) {
        int end = request.questionEnd();
        System.arraycopy(request.message(), 0, out, 0, end);
        u16(2, Wire.QR | request.opcode() | (request.flags() & Wire.RD) | flags);
        u16(4, end > Wire.HEADER ? 1 : 0);
        return end;
    }

    private void finish(Request request, int end, int answers, int authorities, int extras) {
        u16(6, answers);
        u16(8, authorities);
        u16(10, extras + (request.edns() ? 1 : 0));
        length = end;
        if (request.edns()) {
            Arrays.fill(out, end, end + EDNS, (byte) 0);
            u16(end + 1, Wire.TYPE_OPT);
            u16(end + 3, Wire.SAFE_UDP);
            out[end + 5] = (byte) extended;
            length = end + EDNS;
        }
    }

    private void u16(int at, int value) {
        out[at] = (byte) (value >> 8);
        out[at + 1] = (byte) value;
    }

    private static PreparedAnswer bare(int rcode) {
        return new PreparedAnswer(rcode, new byte[0], 0, 0, new byte[0], 0, false);
    }
}
