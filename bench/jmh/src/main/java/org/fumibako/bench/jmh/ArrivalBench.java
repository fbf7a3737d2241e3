// SPDX-License-Identifier: Apache-2.0
package org.fumibako.bench.jmh;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.fumibako.mime.MessageSummary;
import org.fumibako.model.Content;
import org.fumibako.net.BoundedReader;
import org.fumibako.smtp.server.wire.DataReader;
import org.fumibako.smtp.server.wire.SmtpCommand;
import org.fumibako.smtp.server.wire.SmtpCommandReader;
import org.fumibako.smtp.server.wire.SmtpSyntaxException;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** A message's way in, up to the store: command lines, the octets behind DATA, envelope and structure and preview. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@State(Scope.Benchmark)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class ArrivalBench {
    private static final int LONGEST_LINE = 512;

    private final byte[] message = Samples.message(false, 1);
    private final byte[] commands = ("EHLO relay.elsewhere.test\r\nMAIL FROM:<taro@elsewhere.test> SIZE=4096 BODY=8BITMIME\r\n"
                    + "RCPT TO:<load@example.test>\r\nDATA\r\n")
            .getBytes(StandardCharsets.US_ASCII);
    private final byte[] data = withEnd(message);

    private static byte[] withEnd(byte[] message) {
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        data.writeBytes(message);
        data.writeBytes(".\r\n".getBytes(StandardCharsets.US_ASCII));
        return data.toByteArray();
    }

    @Benchmark
    public MessageSummary summary() throws IOException {
        return MessageSummary.of(Content.of(message));
    }

    /** The four commands of a delivery. */
    @Benchmark
    public SmtpCommand commands() throws IOException, SmtpSyntaxException {
        BoundedReader in = new BoundedReader(new ByteArrayInputStream(commands));
        SmtpCommand last = SmtpCommandReader.read(in.readLine(LONGEST_LINE));
        for (byte[] line = in.readLine(LONGEST_LINE); line != null; line = in.readLine(LONGEST_LINE)) {
            last = SmtpCommandReader.read(line);
        }
        return last;
    }

    @Benchmark
    public int data() throws IOException {
        ByteArrayOutputStream sink = new ByteArrayOutputStream(data.length);
        new DataReader(new BoundedReader(new ByteArrayInputStream(data))).readData(sink, octets -> {});
        return sink.size();
    }
}
