// SPDX-License-Identifier: Apache-2.0
package org.fumibako.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.fumibako.model.Content;
import org.junit.jupiter.api.Test;

class PrefixedContentTest {
    private static final byte[] PREFIX = {'P', 'R', 'E'};

    @Test
    void smallAndLargeMessagesReadTheSameAtEveryOffset() throws IOException {
        for (int size : new int[] {0, 5, 256 * 1024 - 4, 256 * 1024 - 3, 256 * 1024 - 2, 300_000}) {
            byte[] rest = new byte[size];
            Arrays.fill(rest, (byte) 'x');
            Content content = PrefixedContent.of(PREFIX, Content.of(rest));
            assertThat(content.size()).isEqualTo(size + 3);
            byte[] whole = content.bytes();
            assertThat(whole).hasSize(size + 3).startsWith(PREFIX);
            for (int offset = 0; offset <= Math.min(6, whole.length); offset++) {
                for (int length = 0; length < 6; length++) {
                    assertThat(read(content, offset, length))
                            .isEqualTo(Arrays.copyOfRange(whole, offset, Math.min(whole.length, offset + length)));
                }
            }
        }
    }

    private static byte[] read(Content content, long offset, long length) throws IOException {
        try (InputStream in = content.open(offset, length)) {
            return in.readAllBytes();
        }
    }
}
