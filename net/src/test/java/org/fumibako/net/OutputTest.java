// SPDX-License-Identifier: Apache-2.0
package org.fumibako.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OutputTest {
    private final Writes writes = new Writes();
    private final Output output = new Output(writes);

    @Test
    void aReplyOfManyPartsIsOneWrite() throws IOException {
        output.ascii("* ").utf8("文箱").ascii(" ready");
        output.crlf();
        assertThat(writes.all).isEmpty();

        output.flush();
        assertThat(writes.all).containsExactly("* 文箱 ready\r\n");
    }

    @Test
    void aFlushWithoutContentWritesNothing() throws IOException {
        output.flush();
        assertThat(writes.all).isEmpty();
    }

    @Test
    void whatIsNotAsciiBecomesAQuestionMark() throws IOException {
        output.ascii("a文b").flush();
        assertThat(writes.all).containsExactly("a?b");
    }

    @Test
    void theBufferIsWrittenOutAtItsBound() throws IOException {
        output.write(new byte[Output.MAX_BUFFER - 1]);
        output.write('x');
        assertThat(writes.all).isEmpty();

        output.write('y');
        assertThat(writes.all).hasSize(1);
        assertThat(writes.all.getFirst()).hasSize(Output.MAX_BUFFER);

        output.flush();
        assertThat(writes.all).hasSize(2).endsWith("y");
    }

    @Test
    void largePiecesGoStraightThroughInOrder() throws IOException {
        output.ascii("a");
        output.write("b".repeat(Output.MAX_BUFFER).getBytes(StandardCharsets.US_ASCII));
        output.ascii("c").flush();

        assertThat(String.join("", writes.all)).isEqualTo("a" + "b".repeat(Output.MAX_BUFFER) + "c");
        assertThat(writes.all).hasSize(3);
    }

    private static final class Writes extends OutputStream {
        private final List<String> all = new ArrayList<>();

        @Override
        public void write(int octet) {
            all.add(String.valueOf((char) octet));
        }

        @Override
        public void write(byte[] from, int offset, int length) {
            all.add(new String(from, offset, length, StandardCharsets.UTF_8));
        }
    }
}
