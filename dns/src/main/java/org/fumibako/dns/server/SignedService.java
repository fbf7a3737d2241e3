// SPDX-License-Identifier: Apache-2.0
package org.fumibako.dns.server;

import java.util.Arrays;
import java.util.Optional;
import org.fumibako.dns.wire.MalformedMessageException;
import org.fumibako.dns.wire.Wire;

/** Answers requests with a signature: as the others, but signed. Safe for any number of threads. */
final class SignedService {
    private final ZoneTable zones;
    private final TsigCheck check;

    SignedService(ZoneTable zones, TsigCheck check) {
        this.zones = zones;
        this.check = check;
    }

    TsigCheck.Verdict check(Request request) throws MalformedMessageException {
        return check.check(request);
    }

    /** The reply to one request in at most {@code limit} octets. */
    byte[] answer(Request request, int limit) {
        try {
            return switch (check.check(request)) {
                case TsigCheck.Verdict.Good good ->
                    good.signer().sign(plain(request, limit - TsigRecord.size(good.key())));
                case TsigCheck.Verdict.Bad bad -> refusal(request, bad);
            };
        } catch (MalformedMessageException e) {
            Responder responder = new Responder(zones);
            responder.malformed(request);
            return Arrays.copyOf(responder.message(), responder.length());
        }
    }

    /** NOTAUTH with the reason in a TSIG record (RFC 8945 §5.2.1). */
    byte[] refusal(Request request, TsigCheck.Verdict.Bad bad) {
        byte[] message = header(request, Wire.NOT_AUTH);
        Optional<TsigSigner> signer = bad.signer();
        TsigRecord why = bad.record();
        return signer.isPresent()
                ? signer.get().sign(message, why.time(), why.error(), why.other())
                : TsigSigner.append(message, why);
    }

    /** Header and question alone. */
    static byte[] header(Request request, int flags) {
        byte[] message = Arrays.copyOf(request.message(), request.questionEnd());
        int all = Wire.QR | request.opcode() | flags;
        message[2] = (byte) (all >> 8);
        message[3] = (byte) all;
        Arrays.fill(message, 6, Wire.HEADER, (byte) 0);
        return message;
    }

    private byte[] plain(Request request, int limit) {
        Responder responder = new Responder(zones);
        responder.respond(request, limit);
        return Arrays.copyOf(responder.message(), responder.length());
    }
}
