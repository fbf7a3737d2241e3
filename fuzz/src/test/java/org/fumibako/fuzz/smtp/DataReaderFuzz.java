// SPDX-License-Identifier: Apache-2.0
package org.fumibako.fuzz.smtp;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import org.fumibako.fuzz.FuzzTime;
import org.fumibako.net.BoundedReader;
import org.fumibako.smtp.server.wire.DataReader;

/** Any octets behind 354 give the message that RFC 5321 §4.5.2 gives, however the network cuts them. */
class DataReaderFuzz {
    private static final String END = "\r\n.\r\n";

    @FuzzTest(maxDuration = FuzzTime.A_RUN)
    @DictionaryFile(resourcePath = "/dictionaries/smtp.dict")
    void anyOctetsEndWhereTheStandardSays(byte[] octets) throws IOException {
        String input = "\r\n" + new String(octets, ISO_8859_1);
        int end = input.indexOf(END);
        for (int cut = 1; cut <= 3; cut++) {
            ByteArrayOutputStream kept = new ByteArrayOutputStream();
            BoundedReader in = new BoundedReader(drip(octets, cut));
            try {
                new DataReader(in).readData(kept, count -> {});
                assertThat(end).isNotNegative();
                assertThat(kept.toString(ISO_8859_1))
                        .isEqualTo(input.substring(0, end + 2)
                                .replace("\r\n.", "\r\n")
                                .substring(2));
            } catch (EOFException endless) {
                assertThat(end).isNegative();
            }
        }
    }

    private static InputStream drip(byte[] octets, int cut) {
        return new ByteArrayInputStream(octets) {
            @Override
            public synchronized int read(byte[] into, int offset, int length) {
                return super.read(into, offset, Math.min(length, cut));
            }
        };
    }
}
