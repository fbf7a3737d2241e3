// SPDX-License-Identifier: Apache-2.0
package org.fumibako.imap;

import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import org.fumibako.model.AccountId;
import org.fumibako.model.Content;
import org.fumibako.store.MessageStore;

/** A store in which messages whose size is {@link #sizeOfDamaged} break off after {@link #readable} octets. */
final class DamagedStore extends ForwardingStore {
    private final long sizeOfDamaged;
    private final long readable;

    DamagedStore(MessageStore store, long sizeOfDamaged, long readable) {
        super(store);
        this.sizeOfDamaged = sizeOfDamaged;
        this.readable = readable;
    }

    @Override
    public Content content(AccountId account, long contentId) {
        Content content = super.content(account, contentId);
        return content.size() == sizeOfDamaged ? new Damaged(content) : content;
    }

    private final class Damaged implements Content {
        private final Content content;

        Damaged(Content content) {
            this.content = content;
        }

        @Override
        public long size() {
            return content.size();
        }

        @Override
        public InputStream open(long offset, long length) throws IOException {
            return new SequenceInputStream(content.open(offset, Math.min(length, readable)), new Failing());
        }

        @Override
        public void close() {
            content.close();
        }
    }

    private static final class Failing extends InputStream {
        @Override
        public int read() throws IOException {
            throw new IOException("checksum does not match");
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            return read();
        }
    }
}
