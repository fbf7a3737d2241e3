// SPDX-License-Identifier: Apache-2.0
package org.fumibako.dns.server;

import java.security.MessageDigest;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.fumibako.dns.DnsName;
import org.fumibako.dns.wire.MalformedMessageException;
import org.fumibako.dns.wire.MessageWriter;

/** Checks the signature of requests: key, then MAC, then time (RFC 8945 §5.2). Safe for any number of threads. */
final class TsigCheck {
    private final Map<DnsName, TsigKey> keys;
    private final InstantSource clock;

    TsigCheck(List<TsigKey> keys, InstantSource clock) {
        this.keys = keys.stream().collect(Collectors.toUnmodifiableMap(TsigKey::name, Function.identity()));
        this.clock = clock;
    }

    /** What a signature is worth. */
    sealed interface Verdict {
        /** It is good; {@code signer} signs what answers it. */
        record Good(DnsName key, TsigSigner signer) implements Verdict {}

        /** It is not; {@code record} tells why, and is signed by {@code signer} where the key is known to be right (BADTIME). */
        record Bad(TsigRecord record, Optional<TsigSigner> signer) implements Verdict {}
    }

    /** @throws MalformedMessageException when there is no whole TSIG record */
    Verdict check(Request request) throws MalformedMessageException {
        TsigRecord tsig = TsigRecord.read(request.message(), request.length(), request.tsig());
        TsigKey key = keys.get(tsig.key());
        if (key == null || !tsig.algorithm().equals(TsigKey.ALGORITHM)) {
            return bad(tsig, TsigRecord.BAD_KEY);
        }
        byte[] expected = TsigSigner.mac(key, new byte[0], unsigned(request, tsig), tsig.variables());
        if (!MessageDigest.isEqual(expected, tsig.mac())) {
            return bad(tsig, TsigRecord.BAD_SIGNATURE);
        }
        TsigSigner signer = new TsigSigner(key, clock, tsig.mac());
        long now = clock.instant().getEpochSecond();
        if (Math.abs(now - tsig.time()) > tsig.fudge()) {
            return new Verdict.Bad(record(tsig, TsigRecord.BAD_TIME, time(now)), Optional.of(signer));
        }
        return new Verdict.Good(key.name(), signer);
    }

    private static Verdict bad(TsigRecord tsig, int error) {
        return new Verdict.Bad(record(tsig, error, new byte[0]), Optional.empty());
    }

    private static TsigRecord record(TsigRecord of, int error, byte[] other) {
        return new TsigRecord(
                of.key(), of.algorithm(), of.time(), of.fudge(), new byte[0], of.originalId(), error, other);
    }

    private static byte[] time(long seconds) {
        return new MessageWriter()
                .u16((int) (seconds >> 32))
                .u32(seconds & 0xFFFF_FFFFL)
                .message();
    }

    /** The message as it was before it was signed. */
    private static byte[] unsigned(Request request, TsigRecord tsig) {
        byte[] message = Arrays.copyOf(request.message(), request.tsig());
        message[0] = (byte) (tsig.originalId() >> 8);
        message[1] = (byte) tsig.originalId();
        int count = ((message[10] & 0xFF) << 8 | (message[11] & 0xFF)) - 1;
        message[10] = (byte) (count >> 8);
        message[11] = (byte) count;
        return message;
    }
}
