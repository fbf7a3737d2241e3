// SPDX-License-Identifier: Apache-2.0
package org.fumibako.store.pack;

import java.io.IOException;

/**
 * The pack that groups are appended to. Its length is what the index has committed; octets beyond belong to a group that
 * is under way, and {@link #retract} takes them back. Used by the committer thread; {@link #force} by any one other.
 */
public final class ActivePack implements AutoCloseable {
    private final PackName name;
    private final PackChannel channel;
    private long committed;

    ActivePack(PackName name, PackChannel channel, long committed) {
        this.name = name;
        this.channel = channel;
        this.committed = committed;
    }

    public PackName name() {
        return name;
    }

    /** Octets that are committed. */
    public long length() {
        return committed;
    }

    public GroupLog begin() {
        return new GroupLog(name.id(), committed);
    }

    /** Writes the group after the committed octets; not durable before {@link #force}. */
    public void write(GroupLog group) throws IOException {
        channel.write(group.gathered(), group.start());
    }

    public void force() throws IOException {
        channel.force();
    }

    /** The index has committed the group. */
    public void committed(GroupLog group) {
        committed = group.position();
    }

    /** Takes back what was written after the committed octets; what was taken back is not there again after a crash. */
    public void retract() throws IOException {
        if (channel.size() > committed) {
            channel.truncate(committed);
            channel.force();
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
